import { expect } from 'chai'
import { calendarDate } from '../../../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../../../server/domain/calendar/closures.ts'
import { workingCalendar } from '../../../../server/domain/calendar/working-calendar.ts'
import { defaultPolicy, type CountingPolicy } from '../../../../server/domain/law/counting-policy.ts'
import { effectiveReceipt, type Moment } from '../../../../server/domain/law/effective-receipt.ts'

const calendar = workingCalendar({ inCapital: true, closures: knownClosures })
const closing = { afterHours: 'next-working-day', cutoffMinutes: 16 * 60 + 30 } as const
const literal = { weekendReceipt: 'literal' } as const

function receipt(received: string, changes: Partial<CountingPolicy>) {
  const moment: Moment = received.includes('T') ? new Date(received) : calendarDate(received)
  return effectiveReceipt(moment, calendar, { ...defaultPolicy, ...changes })
}

describe('the day a request counts as presented', () => {
  const cases = [
    ['a working day at midnight', '2026-02-02T00:00:00-06:00', {}, '2026-02-02'],
    ['the last second of a working day', '2026-02-02T23:59:59-06:00', {}, '2026-02-02'],
    ['already Friday in UTC', '2026-02-06T00:30:00Z', {}, '2026-02-05'],
    ['Saturday in UTC, Friday night in Guatemala', '2026-02-07T05:59:00Z', {}, '2026-02-06'],
    ['Monday in UTC, Sunday night in Guatemala', '2026-02-09T05:00:00Z', {}, '2026-02-09'],
    ['a Sunday', '2026-02-08T10:00:00-06:00', {}, '2026-02-09'],
    ['Holy Thursday', '2026-04-02T11:00:00-06:00', {}, '2026-04-06'],
    ['the Monday on which Army Day is kept', '2026-06-29T11:00:00-06:00', {}, '2026-06-30'],
    ['a day closed by an acuerdo', '2025-12-26T11:00:00-06:00', {}, '2025-12-29'],
    ['Holy Wednesday, open in the morning', '2026-04-01T15:00:00-06:00', {}, '2026-04-01'],
    ['a bare day', '2026-02-07', {}, '2026-02-09'],
    ['a Saturday, read literally', '2026-02-07T10:00:00-06:00', literal, '2026-02-07'],
    ['Holy Thursday, read literally', '2026-04-02T11:00:00-06:00', literal, '2026-04-02'],
    ['one minute after closing', '2026-02-05T16:31:00-06:00', closing, '2026-02-06'],
    ['one second after closing', '2026-02-05T16:30:01-06:00', closing, '2026-02-06'],
    ['the very minute of closing', '2026-02-05T16:30:00-06:00', closing, '2026-02-05'],
    ['after closing on a Friday', '2026-02-06T20:00:00-06:00', closing, '2026-02-09'],
    ['after closing on the eve of Holy Thursday', '2026-04-01T17:00:00-06:00', closing, '2026-04-06'],
    ['a Saturday night, not moved twice', '2026-02-07T20:00:00-06:00', closing, '2026-02-09'],
    ['a bare day where the office closes', '2026-02-05', closing, '2026-02-05'],
    [
      'closing without an hour given',
      '2026-02-05T23:00:00-06:00',
      { afterHours: 'next-working-day' },
      '2026-02-05',
    ],
    [
      'an hour given that the office does not apply',
      '2026-02-05T23:00:00-06:00',
      { cutoffMinutes: 990 },
      '2026-02-05',
    ],
  ] as const

  for (const [title, received, policy, expected] of cases) {
    it(title, () => {
      expect(receipt(received, policy)).to.equal(expected)
    })
  }

  it('is not known before 2009', () => {
    expect(() => receipt('2008-12-31T23:59:59-06:00', {})).to.throw(RangeError, '2008-12-31')
  })
})
