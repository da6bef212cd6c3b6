import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { lastTwelveMonths } from '../../../server/open-data/selection.ts'

const cases: readonly [today: string, from: string, to: string][] = [
  ['2026-11-23', '2025-12-01', '2026-11-30'],
  ['2026-12-31', '2026-01-01', '2026-12-31'],
  ['2024-02-01', '2023-03-01', '2024-02-29'],
  ['2026-01-31', '2025-02-01', '2026-01-31'],
]

describe('the last twelve months', () => {
  for (const [today, from, to] of cases)
    it(`of ${today}`, () => expect(lastTwelveMonths(calendarDate(today))).to.eql({ from, to }))
})
