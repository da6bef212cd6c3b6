import type { Article48Figures } from '../../../reports/article-48/figures.ts'
import { articleFortyEightDue } from '../../../server/domain/law/terms.ts'
import { annualItems, gapsIn } from '../../../server/domain/statistics/article-48.ts'
import { checksOf, yearCases } from '../../../server/domain/statistics/article-48-checks.ts'
import type { CaseFacts } from '../../../server/domain/statistics/case-facts.ts'
import { calendar, day } from '../activity-4/cases.ts'
import { inventedInput } from '../activity-4/invented-cases.ts'

/** The yearly report of an invented institution on cases as they stood at the end of 2025. */
export function yearFigures(
  cases: readonly CaseFacts[],
  changes: Partial<Article48Figures> = {},
): Article48Figures {
  const asOf = changes.asOf ?? day('2025-12-31')
  const workingDays = calendar.workingDaysBetween
  const items = annualItems(cases, workingDays)
  const listed = yearCases(cases, asOf, workingDays)
  return {
    institution: { name: 'Ministerio de Puertos', acronym: 'MINPU' },
    year: 2025,
    asOf,
    dueOn: articleFortyEightDue(2025, calendar),
    calendarVersion: calendar.version,
    count: cases.length,
    items,
    gaps: gapsIn(cases, asOf),
    checks: checksOf(items, listed),
    cases: listed,
    ...changes,
  }
}

/** About half as many cases as asked for: those received in 2025. */
export function inventedYear(requests: number): readonly CaseFacts[] {
  const { cases } = inventedInput(requests, { asOf: day('2025-12-31') })
  return cases.filter(({ receivedOn }) => receivedOn >= '2025-01-01' && receivedOn <= '2025-12-31')
}
