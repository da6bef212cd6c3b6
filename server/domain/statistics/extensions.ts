import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { CaseFacts } from './case-facts.ts'
import { isOnTime } from './case-reading.ts'
import type { Cohorts } from './cohorts.ts'
import { shareFigure, shareOf, spreadFigure, type Figure, type SpreadFigure } from './figure.ts'

/** As many extensions of one body on one day as suggest that nobody looked at each request (E4). */
export const massExtensionFrom = 5

export interface MassExtension {
  readonly institutionId: string
  readonly notifiedOn: CalendarDate
  readonly caseIds: readonly string[]
}

/** E and P series. */
export interface Extensions {
  readonly used: Figure
  readonly invalid: Figure
  readonly honoured: Figure
  /** Over the extended ones; a request may have several faults. */
  readonly faults: readonly { readonly fault: string; readonly figure: Figure }[]
  readonly mass: readonly MassExtension[]
  readonly clarified: Figure
  /** Working days that the requester took to clarify. */
  readonly clarificationDays: SpreadFigure
}

export function extensionsOf({ due, received }: Cohorts): Extensions {
  const extended = due.filter(({ extension }) => extension !== null)
  const faultsOf = ({ extension }: CaseFacts) => extension?.faults ?? []
  const faults = [...new Set(extended.flatMap(faultsOf))].toSorted()
  const clarified = received.filter(({ clarifications }) => clarifications.length > 0)
  return {
    used: shareOf('E1', 'due', extended, due.length),
    invalid: shareFigure('E2', 'extended', extended, facts => faultsOf(facts).length > 0),
    honoured: shareFigure('E3', 'extended', extended, isOnTime),
    faults: faults.map(fault => ({
      fault,
      figure: shareFigure('E2', 'extended', extended, facts => faultsOf(facts).includes(fault)),
    })),
    mass: massExtensions(extended),
    clarified: shareOf('P1', 'received', clarified, received.length),
    clarificationDays: spreadFigure('P1-days', 'received', clarified, clarificationDays),
  }
}

function massExtensions(extended: readonly CaseFacts[]): readonly MassExtension[] {
  const days = new Map<string, { institutionId: string; notifiedOn: CalendarDate; caseIds: string[] }>()
  for (const { id, institutionId, extension } of extended) {
    if (extension === null) continue
    const key = `${extension.notifiedOn} ${institutionId}`
    const day = days.get(key) ?? { institutionId, notifiedOn: extension.notifiedOn, caseIds: [] }
    day.caseIds.push(id)
    days.set(key, day)
  }
  return [...days]
    .filter(([, { caseIds }]) => caseIds.length >= massExtensionFrom)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, day]) => day)
}

/** Null where none of the clarifications was answered. */
function clarificationDays({ clarifications }: CaseFacts): number | null {
  const answered = clarifications.flatMap(({ workingDays }) => workingDays ?? [])
  return answered.length === 0 ? null : answered.reduce((sum, days) => sum + days, 0)
}
