import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { WorkingCalendar } from '../domain/calendar/working-calendar.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { foreseeMoves, type Moves } from '../recounts/tell-moves.ts'
import { lawsBy } from './calendars.ts'
import { closureChange } from './closure-change.ts'
import { closureFrom, reaches } from './closure-from.ts'
import type { NewClosure } from './schemas.ts'

/** A day that was not a working day anyway: there the closure changes nothing. */
export interface IdleDay {
  readonly day: CalendarDate
  readonly reason: 'weekend' | 'day-off' | 'closure'
}

export interface ClosurePreview extends Moves {
  readonly closure: Closure
  readonly idleDays: readonly IdleDay[]
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
  const foreseen = await foreseeMoves(context, await closureChange(context, closure, null))
  return { closure, idleDays: await idleDaysOf(context, closure), ...foreseen }
}

/** Days that count in no office that the closure reaches, with or without it. */
export async function idleDaysOf(
  { stores, config }: Pick<Context, 'stores' | 'config'>,
  closure: Closure,
): Promise<IdleDay[]> {
  const others = (await stores.closures.all()).filter(({ id }) => id !== closure.id)
  const lawOf = lawsBy(others, config.policy)
  const calendars: WorkingCalendar[] = []
  for await (const institution of stores.institutions.all()) {
    if (reaches(closure, institution)) calendars.push(lawOf(institution).calendar)
  }
  return [...new Set(closure.days)].flatMap(day => {
    const reasons = calendars.map(calendar => calendar.statusOf(day)).filter(({ working }) => !working)
    const { reason = 'working-day' } = reasons[0] ?? {}
    if (reasons.length < calendars.length || reason === 'working-day' || reason === 'half-day') return []
    return [{ day, reason }]
  })
}
