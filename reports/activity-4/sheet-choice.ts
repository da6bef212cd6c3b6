import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { GroupFigures } from '../../server/domain/statistics/indicators.ts'
import { isInPeriod } from './group-tables.ts'

/** Sheets that a report prints at most. */
export const mostSheets = 60

export interface SheetChoice {
  readonly chosen: readonly GroupFigures[]
  readonly others: readonly GroupFigures[]
  /** So many past due give a sheet to an institution that did not reply. */
  readonly fewestDue: number
}

/**
 * Which institutions have a sheet of their own: those that replied, and those with ten past due or more. Where they
 * are too many, the number past due rises until they fit: never their name, and never what the figures say of them.
 */
export function chosenSheets(
  byInstitution: readonly GroupFigures[],
  replied: ReadonlySet<string>,
): SheetChoice {
  const told = byInstitution.filter(group => isInPeriod(group) || replied.has(group.key))
  const heard = told.filter(({ key }) => replied.has(key)).slice(0, mostSheets)
  const sizes = told
    .filter(({ key }) => !replied.has(key))
    .map(dueOf)
    .toSorted((a, b) => b - a)
  const firstLeftOut = sizes[mostSheets - heard.length] ?? 0
  const fewestDue = Math.max(minimumForRate, firstLeftOut + 1)
  const keys = new Set(heard.map(({ key }) => key))
  const isChosen = (group: GroupFigures) =>
    keys.has(group.key) || (!replied.has(group.key) && dueOf(group) >= fewestDue)
  return { chosen: told.filter(isChosen), others: told.filter(group => !isChosen(group)), fewestDue }
}

function dueOf({ onTime }: GroupFigures): number {
  return onTime.n ?? 0
}
