import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { orderOf, readDate, seenOrder, type DateOrder } from '../../../server/imports/dates.ts'

const latest = calendarDate('2026-02-03')

describe('dates in a log', () => {
  const cases: readonly (readonly [string, DateOrder, string | null])[] = [
    ['2/28/2012', 'mdy', '2012-02-28'],
    ['02/08/2012', 'mdy', '2012-02-08'],
    ['2/8/2012', 'dmy', '2012-08-02'],
    ['28-02-2012', 'dmy', '2012-02-28'],
    ['28.2.12', 'dmy', '2012-02-28'],
    ['2012-02-28', 'mdy', '2012-02-28'],
    ['2012/2/8', 'dmy', '2012-02-08'],
    ['2012-02-28T23:59:00Z', 'dmy', '2012-02-28'],
    ['2/28/2012 0:00:00', 'mdy', '2012-02-28'],
    ['2/29/2012', 'mdy', '2012-02-29'],
    ['2009-01-01', 'dmy', '2009-01-01'],
    ['2026-02-03', 'dmy', '2026-02-03'],
    ['04-Oct-10', 'mdy', '2010-10-04'],
    ['4 de octubre de 2010', 'mdy', '2010-10-04'],
    ['28/SEPT./2012 10:30', 'dmy', '2012-09-28'],
    ['8 dic. del 2012', 'dmy', '2012-12-08'],
    ['October 4, 2010', 'dmy', '2010-10-04'],
    ['- ', 'mdy', null],
    ['', 'mdy', null],
    ['N/A', 'mdy', null],
  ]
  for (const [cell, order, expected] of cases) {
    it(`reads "${cell}" as ${order}: ${expected}`, () => {
      expect(readDate(cell, order, latest)).to.eql({ ok: true, day: expected })
    })
  }

  const faults: readonly (readonly [string, DateOrder, string])[] = [
    ['2/30/2012', 'mdy', 'impossible-date'],
    ['2/29/2011', 'mdy', 'impossible-date'],
    ['13/13/2012', 'dmy', 'impossible-date'],
    ['2012-00-10', 'dmy', 'impossible-date'],
    ['31/12/2008', 'dmy', 'before-2009'],
    ['2026-02-04', 'dmy', 'in-the-future'],
    ['30-feb-2012', 'dmy', 'impossible-date'],
    ['4 de 2012 octubre', 'dmy', 'date-not-understood'],
    ['ayer', 'dmy', 'date-not-understood'],
    ['4 oct', 'dmy', 'date-not-understood'],
    ['4 brumario 2012', 'dmy', 'date-not-understood'],
    ['2012', 'dmy', 'date-not-understood'],
    ['1/2/123', 'dmy', 'date-not-understood'],
  ]
  for (const [cell, order, fault] of faults) {
    it(`refuses "${cell}" as ${order}: ${fault}`, () => {
      expect(readDate(cell, order, latest)).to.eql({ ok: false, fault })
    })
  }
})

describe('the order of day and month', () => {
  const orders: readonly (readonly [string, readonly string[], DateOrder | 'iso' | null])[] = [
    ['a second part over 12 is a day', ['1/2/2012', '1/13/2012'], 'mdy'],
    ['a first part over 12 is a day', ['1/2/2012', '13/1/2012'], 'dmy'],
    ['no part over 12 says nothing', ['1/2/2012', '3/4/2012'], null],
    ['year first needs no order', ['2012-01-02', '-'], 'iso'],
    ['the commoner of two wins', ['1/13/2012', '1/14/2012', '13/1/2012'], 'mdy'],
  ]
  for (const [title, cells, expected] of orders) {
    it(title, () => {
      expect(seenOrder(cells)).to.equal(expected)
    })
  }

  it('is what was told, else what is seen, else what the neighbour shows, else by language', () => {
    const given = { told: null, language: 'es' } as const
    expect(orderOf('mdy', [], { ...given, told: 'dmy' })).to.eql({ order: 'dmy', because: 'told' })
    expect(orderOf('mdy', [], given)).to.eql({ order: 'mdy', because: 'seen' })
    expect(orderOf(null, ['mdy', null], given)).to.eql({ order: 'mdy', because: 'seen-elsewhere' })
    expect(orderOf(null, ['mdy', 'dmy'], given)).to.eql({ order: 'dmy', because: 'assumed' })
    expect(orderOf(null, [null], { ...given, language: 'en' })).to.eql({ order: 'mdy', because: 'assumed' })
  })
})
