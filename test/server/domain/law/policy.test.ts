import { expect } from 'chai'
import { defaultPolicy } from '../../../../server/domain/law/counting-policy.ts'
import { policyAlternative, policyAlternatives } from '../../../../server/domain/law/policy-alternatives.ts'
import { policyChoices, readPolicyOption } from '../../../../server/domain/law/policy-options.ts'

describe('an alternative reading', () => {
  const hours = [
    ['officeHours1630', 990],
    ['officeHours1530', 930],
    ['office_hours_17:00', 1020],
    ['officeHours800', 480],
    ['officeHours16', 960],
  ] as const

  for (const [name, cutoffMinutes] of hours) {
    it(`${name} closes the office`, () => {
      expect(policyAlternative(name)?.policy).to.eql({ afterHours: 'next-working-day', cutoffMinutes })
    })
  }

  it('may be written another way', () => {
    expect(policyAlternative('no-suspension')).to.equal(policyAlternatives['noSuspension'])
    expect(policyAlternative('noAdhoc')).to.equal(policyAlternatives['statutoryOnly'])
    expect(policyAlternative('halfDaysNonWorking')?.policy).to.eql({ halfDays: 'do-not-count' })
    expect(policyAlternative('halfDaysExcluded')).to.equal(policyAlternatives['halfDaysNonWorking'])
    expect(policyAlternative('decHalfDaysNotCounted')).to.equal(
      policyAlternatives['decemberHalfDaysNonWorking'],
    )
    for (const name of ['dec24And31NonWorking', 'dec24NonWorking', 'dec24dec31AsHolidays']) {
      expect(policyAlternative(name)).to.equal(policyAlternatives['decemberHalfDaysNonWorking'])
    }
    expect(policyAlternative('halfDaysAsNonWorking')).to.equal(policyAlternatives['halfDaysNonWorking'])
    expect(policyAlternative('withoutLocalHoliday')).to.equal(policyAlternatives['outsideCapital'])
  })

  for (const name of [
    '',
    'officeHours',
    'officeHours2460',
    'officeHours2400',
    'constructor',
    '__proto__',
    'other',
  ]) {
    it(`is not "${name}"`, () => {
      expect(policyAlternative(name)).to.equal(null)
    })
  }

  it('that compares with a library is marked as not the law, and only that one', () => {
    const notLaw = Object.entries(policyAlternatives).filter(([, { isLaw }]) => !isLaw)
    expect(notLaw.map(([name]) => name)).to.eql(['dateHolidaysLibrary'])
  })
})

describe('an option of the policy as text', () => {
  it('is read for every value it can have', () => {
    for (const [name, values] of Object.entries(policyChoices)) {
      for (const value of values) {
        const text = value === null ? 'none' : String(value)
        expect(readPolicyOption(name, text), `${name}=${text}`).to.eql({
          ok: true,
          policy: { [name]: value },
        })
      }
    }
  })

  it('lists the default first', () => {
    expect(Object.fromEntries(Object.entries(policyChoices).map(([name, [first]]) => [name, first]))).to.eql(
      defaultPolicy,
    )
  })

  it('of the closing hour takes minutes or a time, and turns the cut-off on', () => {
    const closing = { ok: true, policy: { afterHours: 'next-working-day', cutoffMinutes: 990 } }
    expect(readPolicyOption('cutoffMinutes', '990')).to.eql(closing)
    expect(readPolicyOption('cutoffMinutes', '16:30')).to.eql(closing)
  })

  const refused = [
    ['weekend', 'literal', 'unknown-option'],
    ['constructor', 'x', 'unknown-option'],
    ['__proto__', 'x', 'unknown-option'],
    ['halfDays', 'never', 'unknown-value'],
    ['cutoffMinutes', '1440', 'unknown-value'],
    ['cutoffMinutes', '16:75', 'unknown-value'],
    ['cutoffMinutes', '24:00', 'unknown-value'],
    ['cutoffMinutes', '', 'unknown-value'],
    ['cutoffMinutes', '-5', 'unknown-value'],
  ] as const

  for (const [name, value, refusal] of refused) {
    it(`refuses ${name}=${value}`, () => {
      expect(readPolicyOption(name, value)).to.eql({ ok: false, refusal })
    })
  }
})
