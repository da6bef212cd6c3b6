import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  calendarDate,
  fromDayNumber,
  dayNumber,
} from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { dayLedger } from '../../../../server/domain/calendar/day-ledger.ts'
import { workingCalendar } from '../../../../server/domain/calendar/working-calendar.ts'

const calendar = workingCalendar({ inCapital: true, closures: knownClosures })
const day = calendarDate

describe('the day ledger', () => {
  it('tells why each day of Holy Week 2026 counts or does not', () => {
    const told = dayLedger(day('2026-03-31'), 2, calendar).map(({ date, ordinal, reason, name }) => [
      date,
      ordinal,
      reason,
      name,
    ])
    expect(told).to.eql([
      ['2026-04-01', 1, 'half-day', 'Miércoles Santo (medio día)'],
      ['2026-04-02', null, 'day-off', 'Jueves Santo'],
      ['2026-04-03', null, 'day-off', 'Viernes Santo'],
      ['2026-04-04', null, 'weekend', 'Sábado Santo'],
      ['2026-04-05', null, 'weekend', null],
      ['2026-04-06', 2, 'working-day', null],
    ])
  })

  it('cites the acuerdo that closed a day', () => {
    const [first] = dayLedger(day('2024-09-15'), 1, calendar)
    expect(first).to.include({ date: '2024-09-16', counted: false, reason: 'closure' })
    expect(first?.source).to.contain('septiembre de 2024')
  })

  it('notes a half day that does not count as one', () => {
    const closed = workingCalendar({ inCapital: true, closures: [], halfDays: 'do-not-count' })
    const [first] = dayLedger(day('2026-12-23'), 1, closed)
    expect(first).to.include({ counted: false, ordinal: null, reason: 'half-day' })
  })

  it('counts every day where the term is of calendar days, and still says what each one is', () => {
    const ledger = dayLedger(day('2026-02-06'), 3, calendar, 'calendar')
    expect(ledger.map(({ date, reason, ordinal }) => [date, reason, ordinal])).to.eql([
      ['2026-02-07', 'weekend', 1],
      ['2026-02-08', 'weekend', 2],
      ['2026-02-09', 'working-day', 3],
    ])
  })

  it('is empty for no days, and refuses what is not a number of days', () => {
    expect(dayLedger(day('2026-02-06'), 0, calendar)).to.eql([])
    for (const days of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => dayLedger(day('2026-02-06'), days, calendar), String(days)).to.throw(RangeError)
    }
  })

  it('counts as many days as the term has, without a gap, and ends on the due day', () => {
    const start = fc
      .integer({ min: dayNumber(day('2009-01-01')), max: dayNumber(day('2060-06-30')) })
      .map(fromDayNumber)
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const ledger = dayLedger(from, days, calendar)
        const ordinals = ledger.flatMap(({ ordinal }) => (ordinal === null ? [] : [ordinal]))
        expect(ordinals).to.eql(Array.from({ length: days }, (_, index) => index + 1))
        expect(ledger.at(-1)).to.include({ date: calendar.addWorkingDays(from, days), counted: true })
        expect(ledger.map(({ date }) => date)).to.eql(ledger.map((_, index) => addDays(from, index + 1)))
        expect(ledger.every(({ counted, ordinal }) => counted === (ordinal !== null))).to.equal(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
