import { expect } from 'chai'
import type { Collection, Cursor, Page } from '../../../server/store/collection.ts'
import { refusalOf } from '../../support/refusal.ts'
import { sample, type Fresh, type Sample } from './records.ts'

export function queries(fresh: Fresh): void {
  const ids = (page: { items: readonly { _id: string }[] }) => page.items.map(({ _id }) => _id).join('')

  describe('queries', () => {
    it('give the same page anew after each write', async () => {
      const samples = await fresh()
      const norte = { index: 'byOffice', equals: { office: 'norte' }, limit: 2 } as const
      const titles = async () => {
        const { items, next } = await samples.find(norte)
        return `${items.map(({ _id, uses }) => `${_id}${uses}`).join(' ')}${next ? ' …' : ''}`
      }
      await samples.insertMany([sample('a', { rank: 1 }), sample('b', { rank: 2 })])
      expect([await titles(), await titles()]).to.eql(['a0 b0', 'a0 b0'])
      await samples.insert(sample('c', { rank: 0 }))
      expect([await titles(), await titles()]).to.eql(['c0 a0 …', 'c0 a0 …'])
      await samples.update('a', 1, { increment: { uses: 1 } })
      expect(await titles()).to.equal('c0 a1 …')
      await samples.update('c', 1, { set: { office: 'sur' } })
      expect(await titles()).to.equal('a1 b0')
      await samples.remove('b')
      expect(await titles()).to.equal('a1')
      await samples.removeWhere({ index: '_id' })
      expect(await titles()).to.equal('')
    })

    it('find by equality, then a range, in the order of the index', async () => {
      const samples = await fresh()
      await samples.insertMany([
        sample('a', { rank: 3 }),
        sample('b', { rank: null }),
        sample('c', { rank: -1 }),
        sample('d', { rank: 20 }),
        sample('e', { rank: 3 }),
        sample('f', { rank: 3, office: 'sur' }),
      ])
      const norte = { index: 'byOffice', equals: { office: 'norte' }, limit: 10 } as const
      expect(ids(await samples.find(norte))).to.equal('bcaed')
      expect(ids(await samples.find({ ...norte, order: 'desc' }))).to.equal('deacb')
      expect(ids(await samples.find({ ...norte, range: { field: 'rank', gte: 3 } }))).to.equal('aed')
      expect(ids(await samples.find({ ...norte, range: { field: 'rank', gt: 3 } }))).to.equal('d')
      expect(ids(await samples.find({ ...norte, range: { field: 'rank', lt: 20 } })), 'not null').to.equal(
        'cae',
      )
      expect(ids(await samples.find({ ...norte, range: { field: 'rank', gt: -1, lte: 3 } }))).to.equal('ae')
      const none = { index: 'byOffice', equals: { office: 'norte', rank: null }, limit: 10 } as const
      expect(ids(await samples.find(none))).to.equal('b')
      expect(await samples.count({ index: 'byOffice', equals: { office: 'norte' } })).to.equal(5)
      expect(await samples.count({ index: 'byOffice', equals: { office: 'norte' } }, { limit: 2 })).to.equal(
        2,
      )
    })

    it('order text by its characters: capitals, small letters, then accents', async () => {
      const samples = await fresh()
      const offices = ['ñ', 'a', 'Z', 'á', 'aa', '🌽', '\uffff', 'a\u0000b', '']
      await samples.insertMany(offices.map((office, at) => sample(String(at), { office })))
      const found = await samples.find({ index: 'byOffice', limit: 20 })
      expect(found.items.map(({ office }) => office)).to.deep.equal([
        '',
        'Z',
        'a',
        'a\u0000b',
        'aa',
        'á',
        'ñ',
        '\uffff',
        '🌽',
      ])
      const prefixed = await samples.find({
        index: 'byOffice',
        range: { field: 'office', prefix: 'a' },
        limit: 20,
      })
      expect(prefixed.items.map(({ office }) => office)).to.deep.equal(['a', 'a\u0000b', 'aa'])
    })

    it('order instants, true after false, and nested fields', async () => {
      const samples = await fresh()
      const day = (text: string) => new Date(`${text}T00:00:00Z`)
      await samples.insertMany([
        sample('a', { at: day('2026-01-02'), place: { town: 'B', floor: 2 } }),
        sample('b', { at: day('1960-01-01'), place: { town: 'B', floor: 1 } }),
        sample('c', { at: day('2026-01-01'), open: false, place: { town: 'A', floor: 9 } }),
        sample('d', { at: null }),
      ])
      expect(ids(await samples.find({ index: 'byTime', limit: 9 })), 'sparse').to.equal('bca')
      expect(ids(await samples.find({ index: 'byTime', limit: 9, order: 'desc' }))).to.equal('acb')
      expect(ids(await samples.find({ index: 'byOpen', limit: 9 }))).to.equal('cdba')
      const since = { field: 'at', gte: day('2026-01-01') } as const
      expect(ids(await samples.find({ index: 'byTime', range: since, limit: 9 }))).to.equal('ca')
      expect(ids(await samples.find({ index: 'byPlace', equals: { 'place.town': 'B' }, limit: 9 }))).to.equal(
        'ba',
      )
    })

    it('find by an element of an array, each document once', async () => {
      const samples = await fresh()
      await samples.insertMany([
        sample('a', { terms: ['agua', 'aguacate', 'maíz', 'agua'] }),
        sample('b', { terms: ['aguada', 'zinc'] }),
        sample('c', { terms: ['agua'], office: 'sur' }),
        sample('d', { terms: [] }),
        sample('e', {
          parties: [
            { unit: 'u1', since: null },
            { unit: 'u2', since: null },
          ],
          terms: ['b'],
        }),
      ])
      const prefix = {
        index: 'byTerm',
        equals: { office: 'norte' },
        range: { field: 'terms', prefix: 'agua' },
      } as const
      expect(ids(await samples.find({ ...prefix, limit: 9 }))).to.equal('ab')
      expect(await samples.count(prefix)).to.equal(2)
      const first = await samples.find({ ...prefix, limit: 1, projection: ['rank'] })
      expect(first.items).to.deep.equal([{ _id: 'a', version: 1, rank: 1 }])
      expect(ids(await samples.find({ ...prefix, limit: 1, after: first.next }))).to.equal('b')
      expect(
        ids(await samples.find({ index: 'byTerm', equals: { office: 'norte', terms: 'agua' }, limit: 9 })),
      ).to.equal('a')
      expect(
        ids(
          await samples.find({ index: 'byTermAndTime', equals: { terms: 'agua' }, order: 'desc', limit: 9 }),
        ),
      ).to.equal('ca')
      expect(
        ids(await samples.find({ index: 'byUnit', equals: { 'parties.unit': 'u2' }, limit: 9 })),
      ).to.equal('e')
    })

    it('page over elements that many share, each document once', async () => {
      const samples = await fresh()
      const terms = [['agua'], ['agua', 'aguada'], ['aguada'], ['aguacate', 'agua', 'zinc']]
      const letters = [...'abcdefghijklm']
      await samples.insertMany(letters.map((id, at) => sample(id, { terms: terms[at % terms.length] ?? [] })))
      const query = {
        index: 'byTerm',
        equals: { office: 'norte' },
        range: { field: 'terms', prefix: 'agu' },
      } as const
      for (const limit of [1, 2, 5]) {
        const found: string[] = []
        let after: Cursor | null = null
        do {
          const page: Page<{ readonly _id: string }> = await samples.find({ ...query, limit, after })
          found.push(ids(page))
          after = page.next
        } while (after !== null)
        expect(found.join(''), `by ${limit}`).to.equal('abdefhijlmcgk')
      }
    })

    it('page without loss or repetition while others write', async () => {
      const samples = await fresh()
      await samples.insertMany(Array.from({ length: 30 }, (_, at) => sample(`m${10 + at}`, { rank: at % 3 })))
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = []
        let after: string | null = null
        for (let round = 0; after !== null || round === 0; round += 1) {
          const page: Awaited<ReturnType<typeof samples.find>> = await samples.find({
            index: 'byRank',
            range: { field: 'rank', gte: 0 },
            order,
            after,
            limit: 7,
          })
          seen.push(...page.items.map(({ _id }) => _id).filter(id => id.startsWith('m')))
          after = page.next
          await samples.insert(sample(`z-${order}-${round}`, { rank: round % 3 }))
        }
        expect(new Set(seen).size, order).to.equal(30)
        expect(seen, order).to.have.length(30)
      }
    })

    it('give no cursor after the last document', async () => {
      const samples = await fresh()
      await samples.insertMany(['a', 'b'].map(id => sample(id)))
      expect((await samples.find({ index: 'byRank', limit: 2 })).next).to.equal(null)
      const page = await samples.find({ index: '_id', limit: 1 })
      expect(ids(page)).to.equal('a')
      expect(await samples.find({ index: '_id', limit: 1, after: page.next })).to.deep.equal({
        items: [sample('b')],
        next: null,
      })
    })

    it('find by the beginning of an id', async () => {
      const samples = await fresh()
      await samples.insertMany(['r1:a', 'r1:b', 'r2:a'].map(id => sample(id)))
      const prefix = { field: '_id', prefix: 'r1:' } as const
      expect(
        (await samples.find({ index: '_id', range: prefix, order: 'desc', limit: 5 })).items,
      ).to.have.length(2)
      expect(await samples.count({ index: '_id', equals: { _id: 'r2:a' } })).to.equal(1)
      expect(
        await samples.count({ index: '_id', range: { field: '_id', gt: 'r1:a', lte: 'r2:a' } }),
      ).to.equal(2)
    })

    it('return the fields asked for', async () => {
      const samples = await fresh()
      await samples.insert(
        sample('a', { place: { town: 'T', floor: 1 }, bytes: Buffer.from('b'), data: { x: [1] } }),
      )
      const page = await samples.find({ index: 'byRank', limit: 1, projection: ['place', 'data', 'bytes'] })
      expect(page.items).to.deep.equal([
        { _id: 'a', version: 1, place: { town: 'T', floor: 1 }, data: { x: [1] }, bytes: Buffer.from('b') },
      ])
    })
  })
}

export function refusals(fresh: Fresh): void {
  describe('refused queries', () => {
    it('are those that no index serves', async () => {
      const all: Collection<Sample> = await fresh()
      const unserved = [
        { index: 'byNothing' },
        { index: 'toString' },
        { index: 'byOffice', equals: { rank: 1 } },
        { index: 'byOffice', equals: { office: 'a', open: true } },
        { index: 'byOffice', range: { field: 'rank', gte: 1 } },
        { index: 'byOpen', equals: { open: true, rank: 1 } },
        { index: 'byTime', equals: { at: null } },
        { index: 'byTerm', equals: { office: 'norte' } },
        { index: 'byTerm', equals: { office: 'norte', terms: null } },
        { index: 'byTermAndTime', range: { field: 'terms', prefix: 'a' } },
      ] as const
      for (const query of unserved) {
        const refusal = await refusalOf(all.find({ ...query, limit: 1 }))
        expect(refusal, JSON.stringify(query)).to.include({ code: 'query-not-indexed', index: query.index })
      }
      const backwards = {
        index: 'byTerm',
        equals: { office: 'a' },
        range: { field: 'terms', prefix: 'a' },
      } as const
      expect(await refusalOf(all.find({ ...backwards, order: 'desc', limit: 1 }))).to.include({
        code: 'query-not-indexed',
      })
    })

    it('are those with an operator in place of a value', async () => {
      const samples = await fresh()
      await samples.insert(sample('a'))
      const operators: unknown[] = [
        { $ne: null },
        { $gt: '' },
        ['norte'],
        { $regex: '.' },
        NaN,
        new Date('x'),
      ]
      for (const operator of operators) {
        const equals = Object.fromEntries([['office', operator]])
        const found = refusalOf(samples.find({ index: 'byOffice', equals, limit: 1 }))
        expect(await found, JSON.stringify(operator)).to.deep.include({
          code: 'invalid-input',
          field: 'office',
        })
        const changed = refusalOf(samples.updateIf('a', { equals }, { set: { rank: 9 } }))
        expect(await changed).to.include({ code: 'invalid-input' })
      }
    })

    it('are those with a wrong limit, range or cursor', async () => {
      const samples: Collection<Sample> = await fresh()
      const wrong = [
        { limit: 0 },
        { limit: 1.5 },
        { limit: 1, after: '%%%' },
        { limit: 1, range: { field: 'office' } },
        { limit: 1, range: { field: 'office', gte: 'a', prefix: 'a' } },
        { limit: 1, range: { field: 'office', gte: 'a', lt: 3 } },
        { limit: 1, range: { field: 'office', gte: null } },
      ]
      for (const each of wrong) {
        const refusal = await refusalOf(samples.find({ index: 'byOffice', ...each }))
        expect(refusal, JSON.stringify(each)).to.include({ code: 'invalid-input' })
      }
    })

    it('a cursor of another query shows nothing outside this one', async () => {
      const samples = await fresh()
      await samples.insertMany(['a', 'b', 'c'].map(id => sample(id, { office: 'sur' })))
      await samples.insert(sample('d', { office: 'norte' }))
      const sur = await samples.find({ index: 'byOffice', equals: { office: 'sur' }, limit: 1 })
      for (const order of ['asc', 'desc'] as const) {
        const page = await samples.find({
          index: 'byOffice',
          equals: { office: 'norte' },
          after: sur.next,
          order,
          limit: 9,
        })
        expect(page.items.every(({ office }) => office === 'norte')).to.equal(true)
      }
    })
  })
}
