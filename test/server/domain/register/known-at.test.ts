import { expect } from 'chai'
import { knownAt } from '../../../../server/domain/register/corrections.ts'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const correction = (day: number, before: object) => ({
  ...{ at: at(day), by: 'u', reason: 'Se contó mal', before: JSON.stringify(before) },
})

/** Recorded on the 2nd with 20 people, corrected to 24 on the 4th and 25 on the 6th, annulled on the 8th. */
const entry = {
  ...{ people: 25, place: 'Salón', annulled: true, recordedAt: at(2) },
  corrections: [correction(4, { people: 20, place: null }), correction(6, { people: 24 }), correction(8, {})],
}

describe('an entry of a register as it was known', () => {
  const rows = [
    ['before it was recorded', 1, null],
    ['when it was recorded', 2, { people: 20, place: null, annulled: false, corrections: 0 }],
    ['before its first correction', 3, { people: 20, place: null, annulled: false, corrections: 0 }],
    ['at the instant of a correction', 4, { people: 24, place: 'Salón', annulled: false, corrections: 1 }],
    ['between corrections', 5, { people: 24, place: 'Salón', annulled: false, corrections: 1 }],
    ['before it was annulled', 7, { people: 25, place: 'Salón', annulled: false, corrections: 2 }],
    ['after it was annulled', 9, { people: 25, place: 'Salón', annulled: true, corrections: 3 }],
  ] as const
  for (const [when, day, expected] of rows) {
    it(when, () => {
      const known = knownAt<Omit<typeof entry, 'place'> & { place: string | null }>(entry, at(day))
      const { people, place, annulled, corrections } = known ?? {}
      expect(known && { people, place, annulled, corrections: corrections?.length }).to.eql(expected)
    })
  }
})
