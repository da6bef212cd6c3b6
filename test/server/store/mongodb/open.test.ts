import { expect } from 'chai'
import { AppError } from '../../../../server/errors.ts'
import { problemOf } from '../../../../server/http/problem.ts'
import type { Engine } from '../../../../server/store/engine.ts'
import { openMongodb } from '../../../../server/store/mongodb/open.ts'
import { refusalOf } from '../../../support/refusal.ts'
import {
  defaultAnswer,
  memberOf,
  scriptedMongodb,
  type Script,
  type ScriptedMongodb,
} from '../../../support/scripted-mongodb.ts'
import { sample, sampleCollection } from '../records.ts'

describe('opening MongoDB', () => {
  let server: ScriptedMongodb
  let engine: Engine | null = null

  afterEach(async () => {
    await engine?.close()
    engine = null
    await server.close()
  })

  async function open(query: string, script: Script = {}, account = ''): Promise<Engine> {
    server = await scriptedMongodb(script)
    engine = await openMongodb({ uri: `mongodb://${account}${server.host}/vigia?${query}` })
    return engine
  }

  const sentAs = (name: string) =>
    server.sent.filter(each => each.name === name).map(({ command }) => command)

  describe('by an address with options', () => {
    it('waits for the journal of a majority, whatever it says', async () => {
      const samples = (await open('w=1&journal=false')).collection(sampleCollection('samples'))
      await samples.insert(sample('a'))
      await samples.insertMany([sample('b')])
      await samples.updateIf('a', {}, { set: { code: 'new' } })
      for (const name of ['insert', 'findAndModify'])
        for (const { writeConcern } of sentAs(name))
          expect(writeConcern, name).to.deep.equal({ w: 'majority', j: true })
      expect(sentAs('insert')).to.have.lengthOf(2)
      expect(sentAs('findAndModify')).to.have.lengthOf(1)
    })

    it('reads from the primary, whatever it says', async () => {
      const hello = (host: string) => memberOf([host], host)(host)
      const { collection } = await open('replicaSet=vigia&readPreference=secondary', { hello })
      const samples = collection(sampleCollection('samples'))
      await samples.get('a')
      await samples.find({ index: 'byOffice', limit: 5 })
      await samples.count({ index: '_id' })
      const preferences = server.sent.map(({ command }) => command.$readPreference?.mode ?? 'primary')
      expect(preferences).to.deep.equal(['primary', 'primary', 'primary'])
    })

    it('opens no more connections than it says', async () => {
      const { collection } = await open('maxPoolSize=2')
      const samples = collection(sampleCollection('samples'))
      await Promise.all(Array.from({ length: 12 }, (_, at) => samples.get(String(at))))
      expect(server.sent).to.have.lengthOf(12)
      expect(new Set(server.sent.map(({ connection }) => connection)).size).to.be.within(1, 2)
    })

    it('says who it is, and may write again what got no answer from a replica set', async () => {
      const hello = (host: string) => memberOf([host], host)(host)
      const samples = (await open('replicaSet=vigia', { hello })).collection(sampleCollection('samples'))
      await samples.insert(sample('a'))
      expect(server.greetings.some(({ client }) => client?.application?.name === 'vigia')).to.equal(true)
      expect(sentAs('insert')[0]).to.include.keys('txnNumber', 'lsid')
    })
  })

  describe('that cannot be opened says what to mend, without the password', () => {
    const account = 'ana:clave-secreta@'

    async function refusal(query: string, script: Script = {}, given = account): Promise<AppError> {
      try {
        await open(query, script, given)
      } catch (error) {
        if (error instanceof AppError) return error
        throw error
      }
      throw new Error('It was opened')
    }

    const cases: readonly (readonly [string, string, string, Script, RegExp, string?])[] = [
      [
        'an account that is not accepted',
        'database-refused',
        'authMechanism=SCRAM-SHA-256&directConnection=true',
        { answer: sent => (sent.name === 'saslStart' ? authenticationFailed : defaultAnswer(sent)) },
        /authSource/,
      ],
      ['a server that asks for TLS', 'database-tls-refused', '', { hangsUp: true }, /tls=true/],
      [
        'TLS that the server does not speak',
        'database-tls-refused',
        'tls=true',
        { hangsUp: true },
        /tls=true/,
      ],
      ['an option that there is not', 'database-address-wrong', 'retryWriting=true', {}, /opción/],
      [
        'a certificate that is not there',
        'database-address-wrong',
        'tls=true&tlsCAFile=/no/ca.pem',
        {},
        /archivo/,
      ],
      ['a password that is not encoded', 'database-address-wrong', '', {}, /%40/, 'ana:clave@secreta%@'],
    ]
    for (const [title, code, query, script, remedy, given] of cases) {
      it(title, async () => {
        const error = await refusal(query, script, given)
        expect(error.code).to.equal(code)
        const { title: said, detail } = problemOf(error, { language: 'es', instance: '' })
        expect(detail).to.match(remedy).and.include(server.host)
        expect(JSON.stringify([said, detail, error.details, error.stack])).not.to.match(/clave|secreta/)
      })
    }

    it('an account without rights on this database', async () => {
      const answer: Script['answer'] = sent =>
        sent.name === 'listIndexes' ? unauthorized : defaultAnswer(sent)
      const opened = await open('', { answer })
      opened.collection(sampleCollection('samples'))
      expect(await refusalOf(opened.missingIndexes())).to.deep.equal({
        code: 'database-refused',
        host: server.host,
      })
    })
  })
})

const authenticationFailed = {
  ok: 0,
  code: 18,
  codeName: 'AuthenticationFailed',
  errmsg: 'Authentication failed.',
}

const unauthorized = {
  ...{ ok: 0, code: 13, codeName: 'Unauthorized' },
  errmsg: 'not authorized on vigia to execute command { listIndexes: "samples" }',
}
