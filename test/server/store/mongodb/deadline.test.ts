import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { within } from '../../../../server/store/mongodb/deadline.ts'
import { refusalOf } from '../../../support/refusal.ts'

describe('a deadline', () => {
  it('gives what the work gives, and fails as it fails', async () => {
    expect(await within(10_000, 'db:1', Promise.resolve('done'))).to.equal('done')
    const failure = await within(10_000, 'db:1', Promise.reject(new Error('gone'))).catch(String)
    expect(failure).to.equal('Error: gone')
  })

  it('ends the waiting for work that goes on, whose later failure is nobody’s', async () => {
    const late = setTimeout(80).then(() => Promise.reject(new Error('too late')))
    expect(await refusalOf(within(20, 'db:1', late))).to.deep.equal({
      code: 'database-unreachable',
      host: 'db:1',
    })
    await late.catch(() => {})
  })

  it('is not over because this process stood still for as long', async () => {
    const work = within(400, 'db:1', setTimeout(40, 'done'))
    const until = performance.now() + 500
    while (performance.now() < until);
    expect(await work).to.equal('done')
  })
})
