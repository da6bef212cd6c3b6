import { expect } from 'chai'
import { annualItems, annualResults } from '../../../../server/domain/statistics/article-48.ts'
import { checksOf, yearCases } from '../../../../server/domain/statistics/article-48-checks.ts'
import type { CaseFacts } from '../../../../server/domain/statistics/case-facts.ts'
import { calendar, caseFacts, day } from '../../../reports/activity-4/cases.ts'
import { inventedYear } from '../../../reports/article-48/invented-year.ts'

function apart(cases: readonly CaseFacts[]): readonly string[] {
  const items = annualItems(cases, calendar.workingDaysBetween)
  return checksOf(items, yearCases(cases, day('2025-12-31'), calendar.workingDaysBetween))
    .filter(({ agrees }) => !agrees)
    .map(({ check, left, right }) => `${check} ${left} ${right}`)
}

const open = caseFacts('open', { receivedOn: '2025-02-03' })
const answered = caseFacts('answered', { receivedOn: '2025-02-03', answeredOn: '2025-02-10' })

describe('the cross-checks of the yearly report', () => {
  const table: readonly [string, readonly CaseFacts[], readonly string[]][] = [
    ['agree where there is nothing', [], []],
    ['agree on an invented year', inventedYear(400), []],
    ['agree on one open and one answered', [open, answered], []],
    [
      'show what was delivered without a resolution: it is not pending, and has no result',
      [open, { ...open, id: 'handed', reference: 'HANDED', deliveredOn: day('2025-02-12') }],
      ['pendientes_coinciden 1 2'],
    ],
    [
      'show a case closed with no answer on record',
      [{ ...open, state: 'cerrada' }],
      ['pendientes_coinciden 0 1'],
    ],
    [
      'show a code that two cases bear',
      [open, { ...answered, reference: open.reference }],
      ['cada_caso_una_vez 1 2'],
    ],
  ]
  for (const [title, cases, expected] of table) it(title, () => expect(apart(cases)).to.eql(expected))
})

describe('the cases of a year', () => {
  it('have one result each, of those that the report knows', () => {
    const cases = yearCases(inventedYear(400), day('2025-12-31'), calendar.workingDaysBetween)
    for (const { result } of cases) expect(annualResults).to.include(result)
  })

  it('stand by day of receipt and code, whatever order the store gave', () => {
    const cases = inventedYear(200)
    const list = (those: readonly CaseFacts[]) =>
      yearCases(those, day('2025-12-31'), calendar.workingDaysBetween).map(({ reference }) => reference)
    expect(list(cases.toReversed())).to.eql(list(cases))
  })
})
