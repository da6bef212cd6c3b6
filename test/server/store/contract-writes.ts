import { expect } from 'chai'
import { refusalOf } from '../../support/refusal.ts'
import { sample, type Fresh } from './records.ts'

export function documents(fresh: Fresh): void {
  describe('documents', () => {
    it('come back as they went in', async () => {
      const samples = await fresh()
      const given = sample('ñandú', {
        office: 'Ministerio de Educación 🌽',
        rank: -0.5,
        terms: ['agua', 'niñez'],
        at: new Date('2026-02-02T15:15:00.123Z'),
        open: false,
        parties: [{ unit: 'u1', since: new Date(0) }],
        place: { town: 'Sololá', floor: 3 },
        notes: [{ text: 'a' }, { text: '' }],
        data: { empty: {}, list: [], deep: { null: null, day: '2026-02-02', big: 2 ** 40 } },
        bytes: Buffer.from([0, 1, 255]),
      })
      await samples.insert(given)
      expect(await samples.get('ñandú')).to.deep.equal(given)
    })

    it('never hold undefined, and get the defaults of their schema', async () => {
      const samples = await fresh()
      const { office: _, ...withoutOffice } = sample('a', { data: { gone: undefined, kept: null } })
      await samples.insertMany([{ ...withoutOffice, office: null }])
      expect((await samples.get('a'))?.data).to.deep.equal({ kept: null })
      expect((await samples.get('a'))?.office).to.equal(null)
    })

    it('are not shared with whoever gave them', async () => {
      const samples = await fresh()
      const data = { count: 1 }
      await samples.insert(sample('a', { data }))
      data.count = 2
      expect((await samples.get('a'))?.data).to.deep.equal({ count: 1 })
    })

    it('are got by ids, in the order asked for, without those that do not exist', async () => {
      const samples = await fresh()
      await samples.insertMany(['a', 'b', 'c'].map(id => sample(id)))
      expect((await samples.getMany(['c', 'x', 'a'])).map(({ _id }) => _id)).to.deep.equal(['c', 'a'])
      expect(await samples.get('x')).to.equal(null)
    })

    it('are inserted once', async () => {
      const samples = await fresh()
      await samples.insert(sample('a', { rank: 1 }))
      expect(await refusalOf(samples.insert(sample('a', { rank: 2 })))).to.include({
        code: 'duplicate',
        index: '_id',
      })
      expect((await samples.get('a'))?.rank).to.equal(1)
    })

    it('keep a unique index unique, and let many have none', async () => {
      const samples = await fresh()
      await samples.insertMany([sample('a', { code: 'AA-1' }), sample('b'), sample('c')])
      expect(await refusalOf(samples.insert(sample('d', { code: 'AA-1' })))).to.include({
        code: 'duplicate',
        index: 'byCode',
      })
      expect(await refusalOf(samples.update('b', 1, { set: { code: 'AA-1' } }))).to.include({
        code: 'duplicate',
      })
      expect((await samples.get('b'))?.version).to.equal(1)
      await samples.update('a', 1, { set: { code: null } })
      await samples.insert(sample('d', { code: 'AA-1' }))
    })

    it('are inserted in bulk; those that were there stay as they were', async () => {
      const samples = await fresh()
      await samples.insert(sample('b', { rank: 7 }))
      expect(await samples.insertMany(['a', 'b', 'c', 'a'].map(id => sample(id)))).to.deep.equal(['b', 'a'])
      expect((await samples.get('b'))?.rank).to.equal(7)
      expect(await samples.count({ index: '_id' })).to.equal(3)
      const clash = [sample('d', { code: 'XX' }), sample('e', { code: 'XX' })]
      expect(await refusalOf(samples.insertMany(clash))).to.include({ code: 'duplicate', index: 'byCode' })
      expect(await samples.insertMany([])).to.deep.equal([])
    })

    it('of a wrong kind are refused by path, on insert and on change', async () => {
      const samples = await fresh()
      await samples.insert(sample('ok'))
      const bad: [Record<string, unknown>, string][] = [
        [{ rank: 'many' }, 'rank'],
        [{ open: null }, 'open'],
        [{ code: 'X' }, 'code'],
        [{ unknown: 1 }, 'unknown'],
        [{ at: 'yesterday or so' }, 'at'],
        [{ parties: [{ unit: null }] }, 'parties.0.unit'],
        [{ office: 'x'.repeat(401) }, 'office'],
        [{ terms: ['ñ'.repeat(201)] }, 'terms'],
      ]
      for (const [fields, path] of bad) {
        const inserted = await refusalOf(samples.insertMany([Object.assign(sample('bad'), fields)]))
        expect(inserted, path).to.deep.include({ code: 'invalid-document', paths: [path] })
        const changed = await refusalOf(samples.update('ok', 1, { set: fields }))
        expect(changed, path).to.deep.include({ code: 'invalid-document', paths: [path] })
      }
      expect(await samples.get('ok')).to.deep.equal(sample('ok'))
      expect(await samples.count({ index: '_id' })).to.equal(1)
    })

    it('need an id that both engines can hold', async () => {
      const samples = await fresh()
      for (const id of ['', 'x'.repeat(129), 'a\0b']) {
        expect(await refusalOf(samples.insert(sample(id)))).to.deep.include({
          code: 'invalid-document',
          paths: ['_id'],
        })
      }
      await samples.insert(sample('x'.repeat(128)))
    })
  })
}

export function changes(fresh: Fresh): void {
  describe('changes', () => {
    it('apply to the version they were made for, and to no other', async () => {
      const samples = await fresh()
      await samples.insert(sample('a', { notes: [{ text: 'first' }] }))
      const changed = await samples.update('a', 1, {
        set: { office: 'sur', place: { town: 'Zacapa', floor: 2 } },
        push: { notes: [{ text: 'second' }, { text: 'third' }] },
        increment: { uses: 4 },
      })
      expect(changed).to.deep.equal(
        sample('a', {
          version: 2,
          office: 'sur',
          place: { town: 'Zacapa', floor: 2 },
          notes: [{ text: 'first' }, { text: 'second' }, { text: 'third' }],
          uses: 4,
        }),
      )
      expect(await samples.get('a')).to.deep.equal(changed)
      expect(await samples.update('a', 1, { set: { office: 'este' } })).to.equal(null)
      expect(await samples.update('gone', 1, { set: { office: 'este' } })).to.equal(null)
      expect((await samples.get('a'))?.office).to.equal('sur')
    })

    it('made at once on one version: one wins', async () => {
      const samples = await fresh()
      await samples.insert(sample('a'))
      const tries = Array.from({ length: 20 }, (_, at) => samples.update('a', 1, { set: { rank: at } }))
      const won = (await Promise.all(tries)).filter(result => result !== null)
      expect(won).to.have.length(1)
      expect(await samples.get('a')).to.deep.equal(won[0])
    })

    it('made at once without a version lose nothing', async () => {
      const samples = await fresh()
      await samples.insert(sample('a'))
      const each = { increment: { uses: 1 }, push: { notes: [{ text: 'n' }] } }
      await Promise.all(Array.from({ length: 25 }, () => samples.updateIf('a', {}, each)))
      const end = await samples.get('a')
      expect([end?.uses, end?.notes.length, end?.version]).to.deep.equal([25, 25, 26])
    })

    it('may not set the id or the version, nor one field twice', async () => {
      const samples = await fresh()
      await samples.insert(sample('a', { rank: null }))
      const wrong: object[] = [
        { set: { version: 9 } },
        { set: { _id: 'b' } },
        { set: { rank: 1 }, increment: { rank: 1 } },
        { increment: { uses: Infinity } },
        { increment: { rank: 1 } },
      ]
      for (const change of wrong) {
        expect(await refusalOf(samples.update('a', 1, change))).to.include({ code: 'invalid-document' })
      }
    })

    it('take a lease only when it has run out, each time with the next token', async () => {
      const samples = await fresh()
      const end = (second: number) => new Date(Date.UTC(2026, 1, 2, 0, 0, second))
      await samples.insert(sample('lease', { office: 'a', at: end(10), uses: 1 }))
      const take = (who: string, now: number) =>
        samples.updateIf(
          'lease',
          { lessOrEqual: { at: end(now) } },
          { set: { office: who, at: end(now + 10) }, increment: { uses: 1 } },
        )
      expect(await take('b', 9)).to.equal(null)
      expect(await take('b', 10)).to.include({ office: 'b', uses: 2 })
      expect(await take('c', 15)).to.equal(null)
      expect(await samples.updateIf('lease', { equals: { office: 'a' } }, { set: { at: end(60) } })).to.equal(
        null,
      )
      expect(
        await samples.updateIf('lease', { equals: { office: 'b', uses: 2 } }, { set: { at: null } }),
      ).to.include({
        at: null,
      })
      expect(await take('d', 59), 'null is not less').to.equal(null)
    })
  })
}
