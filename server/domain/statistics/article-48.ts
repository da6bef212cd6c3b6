import type { CalendarDate } from '../calendar/calendar-date.ts'
import { outcomes, requestKinds } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'
import { finalResponseOn, isOpen } from './case-reading.ts'
import { hasPassed } from './cohorts.ts'
import { summarise } from './quantiles.ts'

/** A case as a list names it. */
export interface NamedCase {
  readonly id: string
  readonly reference: string
}

/** A count that opens: as many cases as it says. */
export interface Counted {
  readonly key: string
  readonly cases: readonly NamedCase[]
}

/** What the report must say by article 48, by its numerals. */
export interface AnnualItems {
  /** 1: how many, and of what kind. */
  readonly received: readonly Counted[]
  /** 2: the result of each; 'pendiente' where there is none. */
  readonly results: readonly Counted[]
  /** 3: working days from the counted receipt to the notice, of those notified. */
  readonly days: {
    readonly n: number
    readonly median: number | null
    readonly mean: number | null
    readonly max: number | null
  }
  /** 4: without an answer on the cut-off day. */
  readonly pending: readonly NamedCase[]
  /** 5 */
  readonly extended: readonly NamedCase[]
  /** 6 */
  readonly dismissed: readonly NamedCase[]
  /** 7: refused, in whole or in part, as reserved or confidential. */
  readonly withheld: readonly NamedCase[]
  /** 8: reviews asked for. */
  readonly challenged: readonly NamedCase[]
}

/** Results by item 2, in the order of the report. */
export const annualResults = [...outcomes, 'remitida', 'desistida', 'pendiente'] as const

export type AnnualResult = (typeof annualResults)[number]

/** What is missing in the record, and would be missing in the report. The worst first. */
export const annualGaps = [
  'vencidas',
  'sin_notificar',
  'reserva_sin_resolucion',
  'negativa_sin_motivo',
  'en_disputa',
  'sin_constancia',
] as const

export type AnnualGap = (typeof annualGaps)[number]

/** @param cases those received in the year, as known on `asOf` */
export function annualItems(
  cases: readonly CaseFacts[],
  workingDaysBetween: (from: CalendarDate, to: CalendarDate) => number,
): AnnualItems {
  const days = cases.flatMap(({ countedReceipt, notifiedOn }) =>
    notifiedOn === null ? [] : [workingDaysBetween(countedReceipt, notifiedOn)],
  )
  const spread = days.length === 0 ? null : summarise(days)
  return {
    received: requestKinds.map(key => counted(key, cases, ({ kind }) => kind === key)),
    results: resultsOf(cases),
    days: {
      n: days.length,
      median: spread?.median ?? null,
      mean: spread?.mean ?? null,
      max: spread?.max ?? null,
    },
    pending: named(cases, isOpen),
    extended: named(cases, ({ extension }) => extension !== null),
    dismissed: named(cases, ({ outcome }) => outcome === 'desechada'),
    withheld: named(cases, isWithheld),
    challenged: named(cases, ({ review }) => review !== null),
  }
}

/** What to mend before the report is made, with the cases to mend; nothing where nothing is missing. */
export function gapsIn(
  cases: readonly CaseFacts[],
  asOf: CalendarDate,
): { gap: AnnualGap; cases: NamedCase[] }[] {
  return annualGaps
    .map(gap => ({ gap, cases: named(cases, facts => isGap[gap](facts, asOf)) }))
    .filter(found => found.cases.length > 0)
}

const isGap: Readonly<Record<AnnualGap, (facts: CaseFacts, asOf: CalendarDate) => boolean>> = {
  vencidas: (facts, asOf) => isOpen(facts) && hasPassed(facts.dueOn, asOf),
  sin_notificar: ({ answeredOn, notifiedOn }) => answeredOn !== null && notifiedOn === null,
  reserva_sin_resolucion: ({ outcome, classificationResolution }) =>
    outcome === 'negativa_reserva' && !classificationResolution,
  negativa_sin_motivo: facts => isWithheld(facts) && facts.grounds.length === 0,
  en_disputa: ({ disputed }) => disputed,
  sin_constancia: facts => finalResponseOn(facts) !== null && !facts.evidenced,
}

/** 48.7 speaks of what was not satisfied: a partial delivery holds something back. */
export function isWithheld({ outcome }: CaseFacts): boolean {
  return (
    outcome === 'negativa_reserva' || outcome === 'negativa_confidencial' || outcome === 'entrega_parcial'
  )
}

/** What came of a case: what was withdrawn or sent on has no result of the unit's, and is not pending either. */
export function resultOf({ outcome, referredOn, withdrawnOn }: CaseFacts): AnnualResult {
  if (outcome !== null) return outcome
  if (referredOn !== null) return 'remitida'
  return withdrawnOn === null ? 'pendiente' : 'desistida'
}

/** Each case once. */
function resultsOf(cases: readonly CaseFacts[]): Counted[] {
  return annualResults.map(key => counted(key, cases, facts => resultOf(facts) === key))
}

function counted(key: string, cases: readonly CaseFacts[], counts: (facts: CaseFacts) => boolean): Counted {
  return { key, cases: named(cases, counts) }
}

function named(cases: readonly CaseFacts[], counts: (facts: CaseFacts) => boolean): NamedCase[] {
  return cases.filter(counts).map(({ id, reference }) => ({ id, reference }))
}
