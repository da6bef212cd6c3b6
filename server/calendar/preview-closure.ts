import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { MovedDeadline } from '../domain/request/recount.ts'
import { AppError } from '../errors.ts'
import { lawFor } from './calendars.ts'
import { closureFrom, reaches } from './closure-from.ts'
import { movedRequests, type MovedRequest } from './moved-requests.ts'
import type { NewClosure } from './schemas.ts'

/** One due day before and after a closure. */
export interface ClosureMove extends MovedDeadline {
  readonly requestId: string
  readonly reference: string
  readonly title: string
  readonly institutionId: string
  readonly institution: string
}

/** A day that was not a working day anyway: there the closure changes nothing. */
export interface IdleDay {
  readonly day: CalendarDate
  readonly reason: 'weekend' | 'day-off' | 'closure'
}

export interface ClosurePreview {
  readonly closure: Closure
  readonly idleDays: readonly IdleDay[]
  /** Requests that move; one may move several due days. */
  readonly requests: number
  readonly moves: readonly ClosureMove[]
}

/**
 * What an acuerdo would move, without recording it.
 * @throws AppError 'forbidden', 'unknown-institution'
 */
export async function previewClosure(
  context: Context,
  actor: Actor,
  input: NewClosure,
): Promise<ClosurePreview> {
  if (!hasPermission(actor, 'proposeClosure')) throw new AppError('forbidden')
  const closure = await closureFrom(context, input)
  const moves: ClosureMove[] = []
  let requests = 0
  for await (const found of movedRequests(context, closure, null)) {
    requests += 1
    moves.push(...movesOf(found))
  }
  return { closure, idleDays: await idleDaysOf(context, closure), requests, moves }
}

export function movesOf({ request, institution, moved }: MovedRequest): ClosureMove[] {
  const { id, reference, title } = request
  return moved.map(move => ({
    requestId: id,
    reference,
    title,
    institutionId: institution.id,
    institution: institution.acronym,
    ...move,
  }))
}

/** Days that count in no office that the closure reaches, with or without it. */
export async function idleDaysOf(
  { stores, config }: Pick<Context, 'stores' | 'config'>,
  closure: Closure,
): Promise<IdleDay[]> {
  const others = (await stores.closures.all()).filter(({ id }) => id !== closure.id)
  const calendars: WorkingCalendar[] = []
  for await (const institution of stores.institutions.all()) {
    if (reaches(closure, institution)) calendars.push(lawFor(institution, others, config.policy).calendar)
  }
  return [...new Set(closure.days)].flatMap(day => {
    const reasons = calendars.map(calendar => calendar.statusOf(day)).filter(({ working }) => !working)
    const { reason = 'working-day' } = reasons[0] ?? {}
    if (reasons.length < calendars.length || reason === 'working-day' || reason === 'half-day') return []
    return [{ day, reason }]
  })
}
