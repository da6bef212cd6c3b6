import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CaseFacts } from '../domain/statistics/case-facts.ts'
import type { PublishedRecord } from './open-data.ts'

/** What happened lately to a published request: no word of it, its code alone. */
export type News =
  | { readonly kind: 'resolved'; readonly on: CalendarDate; readonly facts: CaseFacts }
  | {
      readonly kind: 'broken'
      readonly on: CalendarDate
      readonly facts: CaseFacts
      readonly breach: CaseFacts['breaches'][number]
    }

/** Newest first; of one day, by the request's code. */
export function latestNews({ cases }: Pick<PublishedRecord, 'cases'>, most: number): News[] {
  return cases
    .flatMap(newsOf)
    .toSorted((a, b) => (a.on === b.on ? compare(a.facts.reference, b.facts.reference) : compare(b.on, a.on)))
    .slice(0, most)
}

/** The ids of the requests decided last, newest first. */
export function latestResolved({ cases }: Pick<PublishedRecord, 'cases'>, most: number): string[] {
  return cases
    .filter(({ answeredOn }) => answeredOn !== null)
    .toSorted((a, b) => compare(b.answeredOn ?? '', a.answeredOn ?? '') || compare(a.reference, b.reference))
    .slice(0, most)
    .map(({ id }) => id)
}

function newsOf(facts: CaseFacts): News[] {
  const resolved: News[] =
    facts.answeredOn === null || facts.outcome === null
      ? []
      : [{ kind: 'resolved', on: facts.answeredOn, facts }]
  return [
    ...resolved,
    ...facts.breaches.map((breach): News => ({ kind: 'broken', on: breach.beganOn, facts, breach })),
  ]
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
