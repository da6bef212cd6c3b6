import { expect } from 'chai'
import { requireSameTime } from '../../server/require-same-time.ts'
import { refusalOf } from '../support/refusal.ts'

const own = new Date('2026-02-02T15:00:00Z')

function against(minutes: number): Promise<unknown> {
  const theirs = new Date(own.getTime() + minutes * 60_000)
  const engine = { now: async () => theirs, describe: () => 'mongodb://db/vigia' }
  return requireSameTime(engine, { now: () => own })
}

describe('the clocks of the app and of its database', () => {
  for (const minutes of [0, 1, -1, 4.9, -4.9])
    it(`may be ${minutes} minutes apart`, async () => expect(await against(minutes)).to.equal(undefined))

  for (const minutes of [6, -6, 60, -60, 60 * 24]) {
    it(`may not be ${minutes} minutes apart`, async () => {
      expect(await refusalOf(against(minutes))).to.deep.include({
        ...{ code: 'clock-apart', where: 'mongodb://db/vigia', minutes: Math.abs(minutes) },
      })
    })
  }

  it('are read one between two readings of the other, so that a slow answer is no difference', async () => {
    let at = own.getTime()
    const clock = { now: () => new Date((at += 4 * 60_000)) }
    const engine = { now: async () => new Date(own.getTime() + 6 * 60_000), describe: () => '' }
    expect(await requireSameTime(engine, clock)).to.equal(undefined)
  })
})
