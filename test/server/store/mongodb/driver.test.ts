import { expect } from 'chai'
import type { Engine } from '../../../../server/store/engine.ts'
import { openMongodb } from '../../../../server/store/mongodb/open.ts'
import { cursorOf } from '../../../../server/store/mongodb/position.ts'
import { refusalOf } from '../../../support/refusal.ts'
import {
  defaultAnswer,
  memberOf,
  scriptedMongodb,
  type Answer,
  type ScriptedMongodb,
  type SentCommand,
} from '../../../support/scripted-mongodb.ts'
import { sample, sampleCollection, type Samples } from '../records.ts'

/** A replica set of two whose primary is whom the test says. */
describe('a replica set', function () {
  this.timeout(30_000)
  let members: ScriptedMongodb[]
  let primary: string | null
  let election: number
  let answers: (sent: SentCommand, at: number) => Answer
  let engine: Engine
  let samples: Samples

  beforeEach(async () => {
    election = 1
    answers = defaultAnswer
    const hello = (me: string) =>
      memberOf(
        members.map(({ host }) => host),
        primary,
        election,
      )(me)
    members = []
    for (const at of [0, 1]) members.push(await scriptedMongodb({ hello, answer: sent => answers(sent, at) }))
    const hosts = members.map(({ host }) => host)
    primary = hosts[0] ?? null
    engine = await openMongodb({ uri: `mongodb://${hosts.join()}/vigia?replicaSet=vigia` })
    samples = engine.collection(sampleCollection('samples'))
  })
  afterEach(async () => {
    await engine.close()
    for (const member of members) await member.close()
  })

  const hosts = () => members.map(({ host }) => host).join()
  const sentTo = (at: number, name: string) => (members[at]?.sent ?? []).filter(each => each.name === name)

  function elect(at: number | null): void {
    primary = at === null ? null : (members[at]?.host ?? null)
    election += 1
  }

  const steppedDown = {
    ...{ ok: 0, code: 189, codeName: 'PrimarySteppedDown', errmsg: 'primary stepped down' },
    errorLabels: ['RetryableWriteError'],
  }

  const writes: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['an insert', 'insert', () => samples.insert(sample('a'))],
    ['a batch', 'insert', () => samples.insertMany([sample('a'), sample('b')])],
    ['a change', 'findAndModify', () => samples.update('a', 1, { set: { code: 'new' } })],
  ]
  for (const [title, command, write] of writes) {
    it(`whose primary steps down takes ${title} at the next one, in the same call`, async () => {
      answers = (sent, at) => {
        if (at !== 0 || sent.name !== command) return defaultAnswer(sent)
        elect(1)
        return steppedDown
      }
      await write()
      expect([sentTo(0, command).length, sentTo(1, command).length]).to.deep.equal([1, 1])
    })

    it(`without a primary refuses ${title}, for now, and takes it once there is one`, async () => {
      answers = sent => {
        if (sent.name !== command || primary !== null) return defaultAnswer(sent)
        return steppedDown
      }
      elect(null)
      expect(await refusalOf(write())).to.deep.equal({ code: 'database-unreachable', host: hosts() })
      elect(1)
      await write()
      expect(sentTo(1, command)).to.have.lengthOf(1)
    })

    it(`whose answer to ${title} is lost is asked again under the same number, which a server does once`, async () => {
      let lost = 0
      answers = sent => (sent.name === command && lost++ === 0 ? null : defaultAnswer(sent))
      await write()
      const numbers = sentTo(0, command).map(({ command: { txnNumber, lsid } }) =>
        JSON.stringify([String(txnNumber), lsid]),
      )
      expect(numbers).to.have.lengthOf(2)
      expect(new Set(numbers).size).to.equal(1)
    })

    it(`is not believed when no majority has ${title}`, async () => {
      const writeConcernError = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting timed out' }
      answers = sent => ({ ...defaultAnswer(sent), ...(sent.name === command && { writeConcernError }) })
      expect(await refusalOf(write())).to.deep.equal({ code: 'database-unreachable', host: hosts() })
    })
  }

  it('is not believed when no majority has the rest of a batch that was there in part', async () => {
    const writeErrors = [{ index: 0, code: 11_000, errmsg: 'E11000 collection: x index: _id_ dup key' }]
    const writeConcernError = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting timed out' }
    answers = sent => ({ ...defaultAnswer(sent), ...(sent.name === 'insert' && { writeErrors }) })
    expect(await samples.insertMany([sample('a'), sample('b')])).to.deep.equal(['a'])
    answers = sent => ({
      ...defaultAnswer(sent),
      ...(sent.name === 'insert' && { writeErrors, writeConcernError }),
    })
    const refusal = await refusalOf(samples.insertMany([sample('a'), sample('b')]))
    expect(refusal).to.include({ code: 'database-unreachable' })
  })

  it('that refuses a whole batch has stored none of it', async () => {
    answers = sent =>
      sent.name === 'insert'
        ? { ok: 0, code: 13, codeName: 'Unauthorized', errmsg: 'not authorized' }
        : defaultAnswer(sent)
    expect(await refusalOf(samples.insertMany([sample('a')]))).to.include({ code: 'database-refused' })
    answers = sent =>
      sent.name === 'insert'
        ? { ok: 0, code: 8, codeName: 'UnknownError', errmsg: 'no space' }
        : defaultAnswer(sent)
    expect(await refusalOf(samples.insertMany([sample('a')]))).to.include({ code: 'storage-failed' })
  })
})

describe('a server that takes commands and never answers', function () {
  this.timeout(30_000)
  let server: ScriptedMongodb
  let engine: Engine
  let samples: Samples

  before(async () => {
    server = await scriptedMongodb({ answer: () => 'silence' })
    engine = await openMongodb({ uri: `mongodb://${server.host}/vigia`, timeoutMS: 200 })
    samples = engine.collection(sampleCollection('samples'))
  })
  after(async () => {
    await engine.close()
    await server.close()
  })

  const many = Array.from({ length: 250 }, (_, at) => sample(String(at)))
  const operations: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['get', () => samples.get('a')],
    ['getMany', () => samples.getMany(['a'])],
    ['insert', () => samples.insert(sample('a'))],
    ['insertMany', () => samples.insertMany(many)],
    ['update', () => samples.update('a', 1, { set: { code: 'new' } })],
    ['find', () => samples.find({ index: 'byOffice', limit: 5 })],
    ['find by an element', () => samples.find({ index: 'byTermAndTime', equals: { terms: 'x' }, limit: 5 })],
    ['count', () => samples.count({ index: 'byOffice' }, { limit: 5 })],
    ['remove', () => samples.remove('a')],
    ['now', () => engine.now()],
  ]
  for (const [title, operation] of operations) {
    it(`is not waited for without end: ${title}`, async () => {
      expect(await refusalOf(operation())).to.deep.equal({ code: 'database-unreachable', host: server.host })
    })
  }
})

describe('what a server is asked', function () {
  this.timeout(30_000)
  let server: ScriptedMongodb
  let engine: Engine
  let samples: Samples

  beforeEach(async () => {
    server = await scriptedMongodb({})
    engine = await openMongodb({ uri: `mongodb://${server.host}/vigia` })
    samples = engine.collection(sampleCollection('samples'))
  })
  afterEach(async () => {
    await engine.close()
    await server.close()
  })

  const filters = () => server.sent.filter(({ name }) => name === 'find').map(({ command }) => command.filter)

  it('is nothing where no documents are wanted', async () => {
    expect(await samples.getMany([])).to.deep.equal([])
    expect(filters()).to.deep.equal([])
  })

  it('begins a later page over an array behind the last document, not at the first that shares its element', async () => {
    const range = { field: 'terms', prefix: 'agu' } as const
    const after = cursorOf(['agua', 'm'])
    await samples.find({ index: 'byTerm', equals: { office: 'norte' }, range, limit: 2, after })
    const within = (bounds: object) => ({ $and: [{ office: 'norte' }, { terms: { $elemMatch: bounds } }] })
    expect(filters()).to.deep.equal([
      { $and: [within({ $gte: 'agua', $lte: 'agua' }), { _id: { $gt: 'm' } }] },
      within({ $gt: 'agua', $lt: 'agv' }),
    ])
  })
})
