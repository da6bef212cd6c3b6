import { expect } from 'chai'
import { AppError } from '../../../server/errors.ts'
import { createBudget } from '../../../server/open-data/budget.ts'

describe('a budget', () => {
  function purse() {
    let now = 0
    const budget = createBudget({ now: () => now, perMinute: 60 })
    const spend = (amount: number): number | 'spent' => {
      try {
        budget.spend(amount)
        return 'spent'
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error
        return Number(error.details.retryAfterSeconds)
      }
    }
    return { spend, after: (seconds: number) => (now += seconds * 1000) }
  }

  it('lets anything through while something is left, and then asks to wait for the debt', () => {
    const { spend, after } = purse()
    expect(spend(59)).to.equal('spent')
    expect(spend(100)).to.equal('spent')
    expect(spend(1)).to.equal(100)
    after(99)
    expect(spend(1)).to.equal(1)
    after(1)
    expect(spend(1)).to.equal('spent')
  })

  it('never holds more than a minute of it, nor loses any to a clock that steps back', () => {
    const { spend, after } = purse()
    after(3600)
    expect(spend(60)).to.equal('spent')
    expect(spend(1)).to.equal(1)
    after(-3600)
    expect(spend(1)).to.equal(1)
    after(2)
    expect(spend(1)).to.equal('spent')
  })
})
