import { expect } from 'chai'
import fc from 'fast-check'
import { formatDate, formatDays, formatDecimal, formatInteger } from '../../reports/format.ts'
import {
  formatMonth,
  formatPercent,
  formatPeriod,
  formatShareInterval,
  formatShareRange,
} from '../../reports/format.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'

describe('numbers in reports', () => {
  const numbers = [
    [formatInteger(0), '0'],
    [formatInteger(999), '999'],
    [formatInteger(1000), '1,000'],
    [formatInteger(1234567), '1,234,567'],
    [formatInteger(-12480), '\u221212,480'],
    [formatDecimal(1234.5, 1), '1,234.5'],
    [formatDecimal(0.285 * 100, 0), '29'],
    [formatDecimal(1.005, 2), '1.01'],
    [formatDecimal(9.999, 1), '10.0'],
    [formatDecimal(-0.04, 1), '0.0'],
    [formatDecimal(-2.35, 1), '\u22122.4'],
    [formatDays(8), '8'],
    [formatDays(8.5), '8.5'],
    [formatPercent(0.812), '81.2\u00a0%'],
    [formatPercent(1), '100.0\u00a0%'],
    [formatShareInterval({ low: 0.451, high: 0.773 }), '45.1\u201377.3\u00a0%'],
    [formatShareRange({ low: 0, high: 1 }), '0.0\u2013100.0'],
  ] as const

  for (const [formatted, expected] of numbers) {
    it(expected, () => {
      expect(formatted).to.equal(expected)
    })
  }

  it('agree with Intl, which they must not depend on', () => {
    const intl = new Intl.NumberFormat('es-GT', { useGrouping: true })
    fc.assert(
      fc.property(fc.nat(), value => {
        expect(formatInteger(value)).to.equal(intl.format(value))
      }),
    )
  })
})

describe('days in reports', () => {
  it('are day, month, year in Spanish', () => {
    expect(formatDate(calendarDate('2026-02-05'), 'es-GT')).to.equal('05/02/2026')
  })

  it('name the month in English, where 05/02 has two readings', () => {
    expect(formatDate(calendarDate('2026-02-05'), 'en')).to.equal('5\u00a0Feb\u00a02026')
  })

  it('name a month', () => {
    expect(formatMonth('2026-12', 'es-GT')).to.equal('diciembre\u00a02026')
  })

  const periods = [
    ['2026-01-01', '2026-12-31', '2026', '2026'],
    ['2026-01-01', '2026-06-30', 'enero\u2013junio\u00a02026', 'January\u2013June\u00a02026'],
    ['2024-02-01', '2024-02-29', 'febrero\u00a02024', 'February\u00a02024'],
    [
      '2026-02-01',
      '2026-02-27',
      '01/02/2026 \u2013 27/02/2026',
      '1\u00a0Feb\u00a02026 \u2013 27\u00a0Feb\u00a02026',
    ],
    [
      '2025-07-01',
      '2026-06-30',
      '01/07/2025 \u2013 30/06/2026',
      '1\u00a0Jul\u00a02025 \u2013 30\u00a0Jun\u00a02026',
    ],
  ] as const

  for (const [from, to, spanish, english] of periods) {
    it(`make a period ${spanish}`, () => {
      const period = { from: calendarDate(from), to: calendarDate(to) }
      expect(formatPeriod(period, 'es-GT')).to.equal(spanish)
      expect(formatPeriod(period, 'en')).to.equal(english)
    })
  }
})
