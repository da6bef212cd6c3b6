import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { RequestKind } from '../request/states.ts'
import { annualGaps, gapsIn, isWithheld, resultOf } from './article-48.ts'
import type { AnnualGap, AnnualItems, AnnualResult } from './article-48.ts'
import type { CaseFacts } from './case-facts.ts'
import { finalResponseOn, isOpen } from './case-reading.ts'

/** Sums of the yearly report that must agree, by what they compare. */
export const annualChecks = [
  'tipos_suman',
  'resultados_suman',
  'pendientes_coinciden',
  'desechadas_coinciden',
  'no_satisfechas_coinciden',
  'tiempos_y_no_notificadas_suman',
  'cada_caso_una_vez',
] as const

export type AnnualCheckName = (typeof annualChecks)[number]

/** Two ways to one number. Where they part, a figure of the report is in doubt and both are shown. */
export interface AnnualCheck {
  readonly check: AnnualCheckName
  readonly left: number
  readonly right: number
  readonly agrees: boolean
}

/** A case of the year as the report lists it, by its code: no text of the request, no person. */
export interface YearCase {
  readonly id: string
  readonly reference: string
  readonly kind: RequestKind
  readonly receivedOn: CalendarDate
  /** With the extension, where there is one; null while its term has not begun. */
  readonly dueOn: CalendarDate | null
  readonly extendedBy: number | null
  readonly answeredOn: CalendarDate | null
  readonly notifiedOn: CalendarDate | null
  /** Working days from the counted receipt to the notice; null where nobody was notified. */
  readonly days: number | null
  readonly result: AnnualResult
  readonly pending: boolean
  readonly withheld: boolean
  readonly reviewFiledOn: CalendarDate | null
  readonly gaps: readonly AnnualGap[]
}

/** The cross-checks of the eight items against the list of cases that the report prints. */
export function checksOf(items: AnnualItems, cases: readonly YearCase[]): readonly AnnualCheck[] {
  const { received, results, days, pending, dismissed, withheld } = items
  const resultsOf = (...keys: readonly string[]) => sumOf(results.filter(({ key }) => keys.includes(key)))
  const counts: Readonly<Record<AnnualCheckName, readonly [left: number, right: number]>> = {
    tipos_suman: [sumOf(received), cases.length],
    resultados_suman: [sumOf(results), cases.length],
    pendientes_coinciden: [pending.length, resultsOf('pendiente')],
    desechadas_coinciden: [dismissed.length, resultsOf('desechada')],
    no_satisfechas_coinciden: [
      withheld.length,
      resultsOf('negativa_reserva', 'negativa_confidencial', 'entrega_parcial'),
    ],
    tiempos_y_no_notificadas_suman: [
      days.n + cases.filter(({ notifiedOn }) => notifiedOn === null).length,
      cases.length,
    ],
    cada_caso_una_vez: [new Set(cases.map(({ reference }) => reference)).size, cases.length],
  }
  return annualChecks.map(check => {
    const [left, right] = counts[check]
    return { check, left, right, agrees: left === right }
  })
}

/** The cases behind the eight items, by day of receipt and code. @param cases those received in the year */
export function yearCases(
  cases: readonly CaseFacts[],
  asOf: CalendarDate,
  workingDaysBetween: (from: CalendarDate, to: CalendarDate) => number,
): readonly YearCase[] {
  const gaps = new Map(gapsIn(cases, asOf).map(({ gap, cases: those }) => [gap, idsOf(those)]))
  return cases
    .map((facts): YearCase => ({
      ...{ id: facts.id, reference: facts.reference, kind: facts.kind, receivedOn: facts.receivedOn },
      dueOn: facts.dueOn,
      extendedBy: facts.extension?.days ?? null,
      answeredOn: finalResponseOn(facts),
      notifiedOn: facts.notifiedOn,
      days: facts.notifiedOn && workingDaysBetween(facts.countedReceipt, facts.notifiedOn),
      result: resultOf(facts),
      pending: isOpen(facts),
      withheld: isWithheld(facts),
      reviewFiledOn: facts.review?.filedOn ?? null,
      gaps: annualGaps.filter(gap => gaps.get(gap)?.has(facts.id)),
    }))
    .sort((a, b) => compare(a.receivedOn, b.receivedOn) || compare(a.reference, b.reference))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function idsOf(cases: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(cases.map(({ id }) => id))
}

function sumOf(parts: readonly { readonly cases: readonly unknown[] }[]): number {
  return parts.reduce((sum, { cases }) => sum + cases.length, 0)
}
