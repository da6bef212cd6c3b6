import { randomUUID } from 'node:crypto'
import { expect } from 'chai'
import { openMongodb } from '../../../server/store/mongodb/open.ts'
import { refusalOf } from '../../support/refusal.ts'
import { storeContract } from './contract.ts'

const uri = process.env.MONGODB_URI

describe('the store on MongoDB', () => {
  if (uri === undefined) {
    console.warn('SKIPPED: the store on MongoDB. To run it: npm run test:mongodb, or set MONGODB_URI.')
    it.skip('needs MONGODB_URI: npm run test:mongodb')
    return
  }
  storeContract(() => openMongodb({ uri, dbName: `vigia-test-${randomUUID().slice(0, 8)}` }), {
    modelRuns: 25,
  })
})

describe('MongoDB that does not answer', () => {
  it('is named, within seconds, without its password', async function () {
    this.timeout(15_000)
    const refusal = await refusalOf(openMongodb({ uri: 'mongodb://someone:hidden-word@127.0.0.1:9/vigia' }))
    expect(refusal).to.deep.equal({ code: 'database-unreachable', host: '127.0.0.1:9' })
  })

  it('is refused when its address is none', async () => {
    expect(await refusalOf(openMongodb({ uri: 'nowhere' }))).to.include({ code: 'invalid-input' })
  })
})
