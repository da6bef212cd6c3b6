import { expect } from 'chai'
import { databaseAddress } from '../../../../scripts/bench/scale/database-address.ts'

describe('the address of another database on the same servers', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['mongodb://host', 'mongodb://host/other'],
    ['mongodb://host/', 'mongodb://host/other'],
    ['mongodb://host/vigia', 'mongodb://host/other'],
    ['mongodb://host:1/?directConnection=true', 'mongodb://host:1/other?directConnection=true'],
    ['mongodb://a:1,b:2,c:3/vigia?replicaSet=rs0', 'mongodb://a:1,b:2,c:3/other?replicaSet=rs0'],
    ['mongodb+srv://cluster.example.org/vigia', 'mongodb+srv://cluster.example.org/other'],
    // Accounts stay known where they were.
    ['mongodb://ana:x%2Fy@host', 'mongodb://ana:x%2Fy@host/other'],
    ['mongodb://ana:x@host/vigia', 'mongodb://ana:x@host/other?authSource=vigia'],
    ['mongodb://ana:x@host/vigia?authSource=admin', 'mongodb://ana:x@host/other?authSource=admin'],
  ]
  for (const [given, expected] of cases) {
    it(given, () => expect(databaseAddress(given, 'other')).to.equal(expected))
  }
})
