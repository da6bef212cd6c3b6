import { expect } from 'chai'
import fc from 'fast-check'
import {
  calendarDate,
  dayNumber,
  type CalendarDate,
} from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures, type Closure } from '../../../../server/domain/calendar/closures.ts'
import { daysOffByLaw } from '../../../../server/domain/calendar/guatemala.ts'
import { workingCalendar, type CalendarOptions } from '../../../../server/domain/calendar/working-calendar.ts'

const daySize = 86_400_000
const first = Date.UTC(2009, 0, 1) / daySize
const last = Date.UTC(2060, 11, 31) / daySize

const capital = workingCalendar({ inCapital: true, closures: [] })
const day = calendarDate

describe('a working calendar', () => {
  const working = [
    ['a Monday', '2026-02-02', true],
    ['a Saturday', '2026-02-07', false],
    ['a Sunday', '2026-02-08', false],
    ['Holy Wednesday, half a day', '2026-04-01', true],
    ['Holy Thursday', '2026-04-02', false],
    ['Army Day as enjoyed', '2026-06-29', false],
    ['Army Day on its own date', '2026-06-30', true],
    ['10 May, a day off for mothers only', '2027-05-10', true],
    ['12 October, a bank holiday', '2026-10-12', true],
    ['2 November after a Sunday 1st', '2026-11-02', true],
    ['24 December, half a day', '2026-12-24', true],
    ['Christmas', '2026-12-25', false],
    ['the first day known, New Year', '2009-01-01', false],
    ['the last day known', '2060-12-31', true],
  ] as const

  for (const [title, date, expected] of working) {
    it(`says whether ${title} is a working day`, () => {
      expect(capital.isWorkingDay(day(date))).to.equal(expected)
    })
  }

  it('closes on the Assumption in the capital only', () => {
    const elsewhere = workingCalendar({ inCapital: false, closures: [] })
    expect(capital.isWorkingDay(day('2025-08-15'))).to.equal(false)
    expect(elsewhere.isWorkingDay(day('2025-08-15'))).to.equal(true)
  })

  it('closes on the half days where the office does', () => {
    const closed = workingCalendar({ inCapital: true, closures: [], halfDays: 'do-not-count' })
    const december = workingCalendar({
      inCapital: true,
      closures: [],
      halfDays: 'do-not-count',
      holyWednesday: 'counts',
    })
    const wednesday = workingCalendar({ inCapital: true, closures: [], holyWednesday: 'does-not-count' })
    const onHalfDays = (calendar: typeof closed) =>
      ['2026-04-01', '2026-12-24', '2026-12-31'].map(date => calendar.isWorkingDay(day(date)))
    expect(onHalfDays(closed)).to.eql([false, false, false])
    expect(onHalfDays(december)).to.eql([true, false, false])
    expect(onHalfDays(wednesday)).to.eql([false, true, true])
  })

  it('counts from the day after, forward and back, and stays put for 0', () => {
    expect(capital.addWorkingDays(day('2026-02-02'), 10)).to.equal('2026-02-16')
    expect(capital.addWorkingDays(day('2026-02-07'), 1)).to.equal('2026-02-09')
    expect(capital.addWorkingDays(day('2026-02-16'), -2)).to.equal('2026-02-12')
    expect(capital.addWorkingDays(day('2026-02-08'), -1)).to.equal('2026-02-06')
    expect(capital.addWorkingDays(day('2026-02-08'), 0)).to.equal('2026-02-08')
    expect(capital.onOrAfter(day('2026-04-02'))).to.equal('2026-04-06')
    expect(capital.onOrAfter(day('2026-04-06'))).to.equal('2026-04-06')
  })

  it('counts the days between two dates, the second included', () => {
    expect(capital.workingDaysBetween(day('2026-02-02'), day('2026-02-16'))).to.equal(10)
    expect(capital.workingDaysBetween(day('2026-02-16'), day('2026-02-02'))).to.equal(-10)
    expect(capital.workingDaysBetween(day('2026-02-06'), day('2026-02-08'))).to.equal(0)
    expect(capital.workingDaysBetween(day('2009-01-01'), day('2009-01-05'))).to.equal(2)
  })

  const outside = [
    ['the day before the first', () => capital.isWorkingDay(day('2008-12-31')), '2008-12-31'],
    ['the day after the last', () => capital.statusOf(day('2061-01-01')), '2061-01-01'],
    ['a term that runs past the end', () => capital.addWorkingDays(day('2060-12-30'), 2), '2060-12-30'],
    [
      'a term that begins before the start',
      () => capital.addWorkingDays(day('2009-01-02'), -1),
      '2009-01-02',
    ],
    [
      'a count from before the start',
      () => capital.workingDaysBetween(day('2008-12-31'), day('2009-01-05')),
      '2008',
    ],
    ['what is no number at all', () => capital.addToDayNumber(Number.NaN, 1), 'NaN'],
  ] as const

  for (const [title, ask, named] of outside) {
    it(`will not answer about ${title}`, () => {
      expect(ask)
        .to.throw(RangeError, '2009-01-01 to 2060-12-31')
        .with.property('message')
        .that.contains(named)
    })
  }

  it('refuses a closure outside the known days', () => {
    const closures = [closed('2061-01-02')]
    expect(() => workingCalendar({ inCapital: true, closures })).to.throw(RangeError, '2061-01-02')
  })
})

describe('why a day is off', () => {
  const withAcuerdos = workingCalendar({ inCapital: true, closures: knownClosures })

  it('names the law, the day it was moved from, and whether it counts', () => {
    expect(capital.dayOff(day('2026-06-29'))).to.include({
      reason: 'day-off',
      working: false,
      key: 'dia-del-ejercito',
      movedFrom: '2026-06-30',
    })
    expect(capital.dayOff(day('2026-12-24'))).to.include({
      reason: 'half-day',
      working: true,
      key: 'nochebuena',
    })
  })

  it('names the acuerdo, also on a day that is half off by law', () => {
    expect(withAcuerdos.dayOff(day('2025-12-26'))).to.include({ reason: 'closure', closureId: 'ag-222-2025' })
    expect(withAcuerdos.dayOff(day('2025-12-24'))).to.include({
      reason: 'closure',
      working: false,
      source: 'Acuerdo Gubernativo 222-2025',
    })
  })

  it('prefers the law to an acuerdo on the same day', () => {
    const twice = workingCalendar({ inCapital: true, closures: [closed('2026-12-25')] })
    expect(twice.dayOff(day('2026-12-25'))).to.include({ reason: 'day-off', closureId: null })
  })

  it('says weekend, with the name of the day off that falls on it', () => {
    expect(capital.statusOf(day('2026-08-15'))).to.include({
      reason: 'weekend',
      name: 'Virgen de la Asunción',
    })
    expect(capital.statusOf(day('2026-02-07'))).to.include({ reason: 'weekend', name: null })
    expect(capital.dayOff(day('2026-02-07'))).to.equal(null)
    expect(capital.dayOff(day('2026-02-09'))).to.equal(null)
  })
})

describe('the version of a calendar', () => {
  const base: CalendarOptions = { inCapital: true, closures: knownClosures }

  it('is the same for the same content, in whatever order it came', () => {
    const reversed = workingCalendar({ ...base, closures: [...knownClosures].reverse(), halfDays: 'count' })
    expect(reversed).to.equal(workingCalendar(base))
    expect(reversed.version).to.match(/^[0-9a-f]{16}$/)
  })

  it('is the same on every machine', () => {
    expect(capital.version).to.equal('c84b11bfa2840066')
  })

  it('differs with anything that can change an answer', () => {
    const versions = [
      base,
      { ...base, inCapital: false },
      { ...base, closures: [] },
      { ...base, closures: knownClosures.slice(1) },
      { ...base, halfDays: 'do-not-count' },
      { ...base, holyWednesday: 'does-not-count' },
      { ...base, dayUnit: 'calendar' },
      { ...base, rules: 'date-holidays-gt' },
    ] satisfies CalendarOptions[]
    expect(new Set(versions.map(options => workingCalendar(options).version)).size).to.equal(versions.length)
  })
})

/** Day by day, with Date and a set: slow, and right by looking at it. */
function naive(options: CalendarOptions) {
  const off = new Set(
    Array.from({ length: 52 }, (_, index) => daysOffByLaw(2009 + index, options))
      .flat()
      .filter(({ kind, key }) => kind !== 'medio_dia' || !isCounted(key, options))
      .map(({ date }) => dateNumber(date)),
  )
  for (const { days } of options.closures) for (const date of days) off.add(dateNumber(date))
  const isWorking = (number: number) =>
    ![0, 6].includes(new Date(number * daySize).getUTCDay()) && !off.has(number)
  return {
    isWorking,
    add(start: number, days: number) {
      let number = start
      for (let left = Math.abs(days); left > 0;) {
        number += Math.sign(days)
        if (number < first || number > last) return null
        if (isWorking(number)) left -= 1
      }
      return number
    },
    between(from: number, to: number) {
      let count = 0
      for (let number = Math.min(from, to) + 1; number <= Math.max(from, to); number += 1) {
        if (isWorking(number)) count += 1
      }
      return from <= to ? count : -count
    },
  }
}

function isCounted(key: string, { halfDays, holyWednesday = 'as-half-days' }: CalendarOptions): boolean {
  if (key === 'miercoles-santo' && holyWednesday !== 'as-half-days') return holyWednesday === 'counts'
  return halfDays !== 'do-not-count'
}

function dateNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / daySize
}

function toDate(number: number): CalendarDate {
  return day(new Date(number * daySize).toISOString().slice(0, 10))
}

function closed(...dates: readonly string[]): Closure {
  return {
    id: dates.join(),
    days: dates.map(day),
    name: 'Cierre',
    source: 'Acuerdo de prueba',
    publishedOn: null,
    scope: { kind: 'all' },
    countsAsNonWorking: true,
    doubt: null,
  }
}

describe('against the day-by-day loop', () => {
  const options: fc.Arbitrary<CalendarOptions> = fc.record({
    inCapital: fc.boolean(),
    closures: fc
      .array(fc.integer({ min: first, max: last }), { maxLength: 400 })
      .map(numbers => (numbers.length > 0 ? [closed(...numbers.map(toDate))] : [])),
    halfDays: fc.constantFrom('count', 'do-not-count'),
    holyWednesday: fc.constantFrom('as-half-days', 'counts', 'does-not-count'),
  })
  const questions = fc.array(
    fc.record({ start: fc.integer({ min: first, max: last }), days: fc.integer({ min: -60, max: 60 }) }),
    { minLength: 1_000, maxLength: 1_000, size: 'max' },
  )

  it('gives the same due day for 100,000 starts, terms and calendars', () => {
    let asked = 0
    fc.assert(
      fc.property(options, questions, (chosen, list) => {
        const calendar = workingCalendar(chosen)
        const oracle = naive(chosen)
        for (const { start, days } of list) {
          const expected = oracle.add(start, days)
          asked += 1
          if (expected === null) {
            expect(() => calendar.addWorkingDays(toDate(start), days)).to.throw(RangeError)
            continue
          }
          const due = calendar.addWorkingDays(toDate(start), days)
          const isSame =
            dayNumber(due) === expected &&
            calendar.addToDayNumber(start, days) === expected &&
            calendar.isWorkingDay(toDate(start)) === oracle.isWorking(start) &&
            calendar.workingDaysBetween(toDate(start), due) === oracle.between(start, expected)
          if (!isSame) expect.fail(`${toDate(start)} + ${days}: ${due}, not ${toDate(expected)}`)
        }
      }),
      { numRuns: 100 },
    )
    expect(asked).to.equal(100_000)
  })
})
