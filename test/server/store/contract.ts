import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import type { Collection } from '../../../server/store/collection.ts'
import type { Engine } from '../../../server/store/engine.ts'
import { refusalOf } from '../../support/refusal.ts'
import { modelContract } from './model.ts'
import { sample, sampleCollection, type Sample } from './records.ts'

type Samples = Collection<Sample, ReturnType<typeof sampleCollection>['indexes']>

/** What every engine promises. `open` gives an empty store. */
export function storeContract(open: () => Promise<Engine>, { modelRuns }: { modelRuns: number }): void {
  let engine: Engine
  let made = 0

  before(async () => {
    engine = await open()
  })
  after(() => engine.close())

  /** A collection of its own for each test. */
  async function fresh(options: { deletable?: boolean } = {}): Promise<Samples> {
    made += 1
    const suffix = [...String(made)].map(digit => 'abcdefghij'.charAt(Number(digit))).join('')
    const collection = engine.collection(sampleCollection(`samples${suffix}`, options))
    await engine.ensureIndexes()
    return collection
  }

  documents(fresh)
  changes(fresh)
  queries(fresh)
  refusals(fresh)
  passes(fresh)
  deletions(fresh)
  files(() => engine)
  modelContract(fresh, modelRuns)

  it('tells the time and where the data is', async () => {
    const first = await engine.now()
    const second = await engine.now()
    expect(first).to.be.a('date')
    expect(first.getTime()).to.be.greaterThan(0)
    expect(second.getTime()).to.be.at.least(first.getTime())
    expect(engine.describe()).to.be.a('string').and.not.equal('')
  })
}

type Fresh = (options?: { deletable?: boolean }) => Promise<Samples>

function documents(fresh: Fresh): void {
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

function changes(fresh: Fresh): void {
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

function queries(fresh: Fresh): void {
  const ids = (page: { items: readonly { _id: string }[] }) => page.items.map(({ _id }) => _id).join('')

  describe('queries', () => {
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

function refusals(fresh: Fresh): void {
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

function passes(fresh: Fresh): void {
  describe('passes', () => {
    it('read every document once, while others write', async () => {
      const samples = await fresh()
      await samples.insertMany(
        Array.from({ length: 450 }, (_, at) => sample(`s${1000 + at}`, { rank: at % 7 })),
      )
      const seen: string[] = []
      for await (const { _id, rank } of samples.stream({ index: 'byRank', projection: ['rank'] })) {
        seen.push(_id)
        if (seen.length % 100 === 0)
          await samples.insert(sample(`a${seen.length}`, { rank: (rank ?? 0) - 1 }))
      }
      expect(seen).to.have.length(450)
      expect(new Set(seen).size).to.equal(450)
      let all = 0
      for await (const { _id } of samples.stream()) all += _id === '' ? 0 : 1
      expect(all).to.equal(454)
    })

    it('read what a query asks for', async () => {
      const samples = await fresh()
      await samples.insertMany(Array.from({ length: 20 }, (_, at) => sample(`s${10 + at}`, { rank: at })))
      const ranks: unknown[] = []
      const query = {
        index: 'byOffice',
        equals: { office: 'norte' },
        range: { field: 'rank', gte: 17 },
      } as const
      for await (const { rank } of samples.stream(query)) ranks.push(rank)
      expect(ranks).to.deep.equal([17, 18, 19])
    })
  })
}

function deletions(fresh: Fresh): void {
  describe('deletions', () => {
    it('are refused where the record must stay', async () => {
      const samples = await fresh({ deletable: false })
      await samples.insert(sample('a'))
      expect(await refusalOf(samples.remove('a'))).to.include({ code: 'not-deletable' })
      expect(await refusalOf(samples.removeWhere({ index: '_id' }))).to.include({ code: 'not-deletable' })
      expect(await samples.get('a')).to.not.equal(null)
    })

    it('take one, or those that a query finds, with their index entries', async () => {
      const samples = await fresh()
      await samples.insertMany(
        Array.from({ length: 1100 }, (_, at) => sample(`d${1000 + at}`, { rank: at % 2, code: `c${at}` })),
      )
      expect(await samples.remove('d1000')).to.equal(true)
      expect(await samples.remove('d1000')).to.equal(false)
      expect(await samples.removeWhere({ index: 'byRank', equals: { rank: 1 } })).to.equal(550)
      expect(await samples.count({ index: 'byRank' })).to.equal(549)
      expect(await samples.count({ index: 'byCode' })).to.equal(549)
      await samples.insert(sample('again', { code: 'c1' }))
    })
  })
}

function files(engine: () => Engine): void {
  const text = (size: number) => Buffer.alloc(size, 'página ')

  describe('files', () => {
    it('are found by what they contain, once', async () => {
      const store = engine().files
      const content = text(700_000)
      const limits = { maxBytes: 1_000_000 }
      const [one, two] = await Promise.all([
        store.put(Readable.from([content]), limits),
        store.put(Readable.from([content.subarray(0, 9), content.subarray(9)]), limits),
      ])
      expect(one).to.deep.equal(two)
      expect(one.size).to.equal(700_000)
      expect(one.sha256).to.match(/^[0-9a-f]{64}$/)
      expect(await store.put(Readable.from([content]), limits)).to.deep.equal(one)
      expect(await store.has(one.sha256)).to.equal(true)
      expect((await buffer(await store.open(one.sha256))).equals(content)).to.equal(true)
    })

    it('may be empty', async () => {
      const empty = await engine().files.put(Readable.from([]), { maxBytes: 0 })
      expect(empty.size).to.equal(0)
      expect(await buffer(await engine().files.open(empty.sha256))).to.have.length(0)
    })

    it('too big, or broken off, leave nothing', async () => {
      const store = engine().files
      const { sha256 } = await store.put(Readable.from([text(10)]), { maxBytes: 10 })
      expect(await store.has(sha256)).to.equal(true)
      expect(await refusalOf(store.put(Readable.from([text(11)]), { maxBytes: 10 }))).to.include({
        code: 'file-too-big',
        maxBytes: 10,
      })
      const broken = Readable.from(
        (async function* () {
          yield text(300_000)
          throw new Error('the sender hung up')
        })(),
      )
      const failure = await store.put(broken, { maxBytes: 1_000_000 }).catch((error: unknown) => error)
      expect(failure).to.be.an('error').with.property('message', 'the sender hung up')
    })

    it('that are not there are not found, whatever their name', async () => {
      for (const name of ['0'.repeat(64), '../../etc/passwd', '']) {
        expect(await refusalOf(engine().files.open(name))).to.include({ code: 'not-found' })
      }
      expect(await engine().files.has('0'.repeat(64))).to.equal(false)
    })
  })
}
