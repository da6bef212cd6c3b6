import { expect } from 'chai'
import { dayText } from '../../../client/dates.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { formatsFor } from '../../../server/i18n/format.ts'

describe('a day in the text of a notice', () => {
  const day = calendarDate('2026-11-18')
  const cases = [
    ['es', 'miércoles 18 de noviembre de 2026'],
    ['en', 'Wednesday 18 November 2026'],
  ] as const

  for (const [language, words] of cases) {
    it(`reads as on the pages: ${words}`, () => {
      expect(formatsFor(language).dayLong(day)).to.equal(words)
      expect(dayText(language, day, 'long')).to.equal(words)
    })
  }
})
