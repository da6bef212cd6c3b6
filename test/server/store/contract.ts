import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import type { Engine } from '../../../server/store/engine.ts'
import { refusalOf } from '../../support/refusal.ts'
import { queries, refusals } from './contract-reads.ts'
import { results } from './contract-results.ts'
import { changes, documents } from './contract-writes.ts'
import { modelContract } from './model.ts'
import { sample, sampleCollection, type Fresh, type Samples } from './records.ts'

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
  results(() => engine)
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

    it('tell the ids alone of more documents than one page holds', async () => {
      const samples = await fresh()
      await samples.insertMany(
        Array.from({ length: 450 }, (_, at) => sample(`s${1000 + at}`, { rank: at % 2 })),
      )
      const ids: string[] = []
      for await (const id of samples.ids({ index: 'byRank', equals: { rank: 1 } })) ids.push(id)
      expect(ids).to.deep.equal(Array.from({ length: 225 }, (_, at) => `s${1001 + 2 * at}`))
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
