import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import type { RequestScope } from '../domain/permissions.ts'
import { knownAt } from '../domain/register/corrections.ts'
import type { RatingScope } from '../store/rating-store.ts'
import { readRegister, type KeptRegister } from '../store/kept-register.ts'
import type { Recorded } from '../store/recorded.ts'
import type { RequestHistory } from '../store/request-store.ts'

type Stores = Context['stores']

/**
 * The same site as it was known at an instant: without the events, acuerdos, entries and corrections recorded
 * after it. The registers of institutions and organisations keep no history: they are as in the register that
 * was kept then, or, with null, as they are today.
 * @throws AppError 'not-found' (no such register is kept)
 */
export async function contextKnownOn(
  context: Context,
  instant: Date,
  registerSha256: string | null,
): Promise<Context> {
  const { stores, engine, calendars } = context
  const register = registerSha256 === null ? null : await readRegister(engine.files, registerSha256)
  return {
    ...context,
    calendars: calendars.knownAt(instant),
    stores: {
      ...stores,
      ...activitiesKnownOn(stores, instant),
      ...requestsKnownOn(stores, instant),
      ...registersOf(stores, register),
    },
  }
}

function activitiesKnownOn(stores: Stores, instant: Date) {
  const { trainings, assistances, disseminations, recommendations, barriers, ratings } = stores
  const heard = <T extends { readonly at: Date }>(said: readonly T[]) =>
    said.filter(({ at }) => at <= instant)
  return {
    trainings: {
      ...trainings,
      between: (from: CalendarDate, to: CalendarDate) =>
        entries(trainings.all(), instant, ({ days: [on] }) => on !== undefined && on >= from && on <= to),
    },
    assistances: {
      ...assistances,
      between: (from: CalendarDate, to: CalendarDate) =>
        entries(assistances.all(), instant, ({ day }) => day >= from && day <= to),
    },
    disseminations: {
      ...disseminations,
      async *between(from: CalendarDate, to: CalendarDate) {
        const known = entries(disseminations.all(), instant, ({ day }) => day >= from && day <= to)
        for await (const item of known) {
          const { acknowledgedAt, answers } = item
          const isAcknowledged = acknowledgedAt !== null && acknowledgedAt <= instant
          yield { ...item, answers: heard(answers), acknowledgedAt: isAcknowledged ? acknowledgedAt : null }
        }
      },
    },
    recommendations: {
      ...recommendations,
      async *ofEdition(edition: string) {
        const known = entries(recommendations.all(), instant, item => item.edition === edition)
        for await (const item of known) yield { ...item, words: heard(item.words) }
      },
    },
    barriers: {
      ...barriers,
      between: (from: CalendarDate, to: CalendarDate) => barriers.between(from, to, instant),
    },
    ratings: { ...ratings, facts: (scope: RatingScope) => ratings.facts(scope, instant) },
  }
}

/** All that are there are looked at: a correction may have moved one into the period, or out of it. */
async function* entries<Item extends Recorded>(
  items: AsyncIterable<Item>,
  instant: Date,
  isMeant: (item: Item) => boolean,
): AsyncGenerator<Item> {
  for await (const item of items) {
    const known = knownAt(item, instant)
    if (known && isMeant(known)) yield known
  }
}

function requestsKnownOn({ requests }: Stores, instant: Date) {
  return {
    requests: {
      ...requests,
      /** Those received later too, by what is known today: the day of receipt may have been corrected since. */
      async *historiesUpTo(_day: CalendarDate, scope: RequestScope): AsyncGenerator<RequestHistory> {
        for await (const request of requests.historiesUpTo(knownDays.to, scope)) {
          const events = request.events.filter(({ recordedAt }) => recordedAt <= instant)
          if (events.length > 0) yield { ...request, events }
        }
      },
    },
  }
}

function registersOf({ institutions, organisations }: Stores, register: KeptRegister | null) {
  if (register === null) return {}
  return {
    institutions: { ...institutions, ...listed(register.institutions) },
    organisations: { ...organisations, ...listed(register.organisations) },
  }
}

function listed<T extends { readonly id: string }>(items: readonly T[]) {
  const byId = new Map(items.map(item => [item.id, item]))
  return {
    async *all(): AsyncGenerator<T> {
      yield* items
    },
    find: (id: string) => Promise.resolve(byId.get(id) ?? null),
    findMany: (ids: readonly string[]) =>
      Promise.resolve([...new Set(ids)].flatMap(id => byId.get(id) ?? [])),
  }
}
