import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  calendarDate,
  dayIn,
  dayNumber,
  dayOfWeek,
  fromDayNumber,
  guatemalaTimeZone,
  minutesIn,
  parseCalendarDate,
  yearOf,
} from '../../../../server/domain/calendar/calendar-date.ts'

const daySize = 86_400_000

describe('a calendar date', () => {
  const impossible = [
    ['30 February', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['29 February of a century', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 0', '2026-00-10'],
    ['month 13', '2026-13-01'],
    ['day 0', '2026-01-00'],
    ['no zero before the month', '2026-1-01'],
    ['an instant', '2026-01-01T00:00:00Z'],
    ['a line feed after it', '2026-01-01\n'],
    ['nothing', ''],
    ['other digits', '２０２６-01-01'],
  ] as const

  for (const [title, text] of impossible) {
    it(`is not ${title}`, () => {
      expect(parseCalendarDate(text)).to.equal(null)
      expect(() => calendarDate(text)).to.throw(RangeError, 'Not a calendar date')
    })
  }

  it('may be the leap day', () => {
    expect(calendarDate('2024-02-29')).to.equal('2024-02-29')
    expect(calendarDate('2000-02-29')).to.equal('2000-02-29')
  })

  it('numbers every day from 1900 to 2100 as Date does, there and back', () => {
    const wrong: string[] = []
    for (let day = Date.UTC(1900, 0, 1) / daySize; day <= Date.UTC(2100, 11, 31) / daySize; day += 1) {
      const date = new Date(day * daySize)
      const text = date.toISOString().slice(0, 10)
      const isSame =
        fromDayNumber(day) === text &&
        dayNumber(calendarDate(text)) === day &&
        dayOfWeek(calendarDate(text)) === date.getUTCDay()
      if (!isSame) wrong.push(text)
    }
    expect(wrong).to.eql([])
  })

  it('covers the years 0000 to 9999 and no others', () => {
    expect(fromDayNumber(dayNumber(calendarDate('0000-01-01')))).to.equal('0000-01-01')
    expect(fromDayNumber(dayNumber(calendarDate('9999-12-31')))).to.equal('9999-12-31')
    expect(() => addDays(calendarDate('9999-12-31'), 1)).to.throw(RangeError)
    expect(() => addDays(calendarDate('0000-01-01'), -1)).to.throw(RangeError)
    expect(() => fromDayNumber(0.5)).to.throw(RangeError)
  })

  it('moves across months and years', () => {
    expect(addDays(calendarDate('2024-02-28'), 2)).to.equal('2024-03-01')
    expect(addDays(calendarDate('2026-01-01'), -1)).to.equal('2025-12-31')
    expect(yearOf(calendarDate('2025-12-31'))).to.equal(2025)
  })
})

describe('the day and minute in Guatemala', () => {
  it('is still Wednesday at 18:30, which is Thursday in UTC', () => {
    const instant = new Date('2026-03-05T00:30:00Z')
    expect(dayIn(guatemalaTimeZone, instant)).to.equal('2026-03-04')
    expect(minutesIn(guatemalaTimeZone, instant)).to.equal(18 * 60 + 30)
  })

  it('counts seconds as a fraction of the minute', () => {
    expect(minutesIn(guatemalaTimeZone, new Date('2026-03-05T22:30:30Z'))).to.equal(990.5)
  })

  it('keeps the daylight saving of 2006', () => {
    expect(dayIn(guatemalaTimeZone, new Date('2006-07-01T05:30:00Z'))).to.equal('2006-07-01')
    expect(minutesIn(guatemalaTimeZone, new Date('2006-07-01T05:30:00Z'))).to.equal(30)
    expect(dayIn(guatemalaTimeZone, new Date('2006-12-01T05:30:00Z'))).to.equal('2006-11-30')
  })

  it('agrees with the time zone data at any instant from 2005 to 2060', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: guatemalaTimeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const instants = fc.date({
      min: new Date('2005-01-01'),
      max: new Date('2060-12-31'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, instant => {
        const whole = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
        const [day, time = ''] = format.format(whole).split(' ')
        const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
        expect(dayIn(guatemalaTimeZone, whole)).to.equal(day)
        expect(minutesIn(guatemalaTimeZone, whole)).to.equal(minutes)
      }),
      { numRuns: 5_000 },
    )
  })

  it('is found for other zones too', () => {
    expect(dayIn('Asia/Tokyo', new Date('2026-03-04T15:00:00Z'))).to.equal('2026-03-05')
    expect(minutesIn('Asia/Tokyo', new Date('2026-03-04T15:01:00Z'))).to.equal(1)
  })

  it('does not exist for an instant that does not', () => {
    expect(() => dayIn(guatemalaTimeZone, new Date('never'))).to.throw(RangeError)
  })
})
