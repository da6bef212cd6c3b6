import type { Context } from '../../context.ts'
import { earlierValues } from '../../domain/register/corrections.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import type { Recorded } from '../../store/recorded.ts'
import { fault, invalidInput } from '../parse.ts'
import type { Register } from './register.ts'

type Keeping = Pick<Context, 'clock'>

/** @throws AppError 'forbidden', 'invalid-input', 'duplicate' (the id was used) */
export async function addEntry<Item extends Recorded, Fields extends object>(
  { clock }: Keeping,
  actor: Actor,
  register: Register<Item, Fields>,
  { id, fields }: { id: string; fields: Fields },
): Promise<Item> {
  requireKeeper(actor)
  await requireSound(register, fields, { clock })
  const item = register.make(fields, freshly(id, actor, clock.now()))
  await register.store.add(item)
  return item
}

/**
 * Changes an entry and keeps what stood there before, with the reason.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'invalid-input' (also where nothing would change)
 */
export async function correctEntry<Item extends Recorded, Fields extends object>(
  { clock }: Keeping,
  actor: Actor,
  register: Register<Item, Fields>,
  change: { id: string; version: number; fields: Fields; reason: string },
): Promise<Item> {
  requireKeeper(actor)
  const { id, version, fields, reason } = change
  const current = await register.store.find(id)
  if (!current || current.annulled) throw new AppError('not-found')
  if (current.version !== version) throw new AppError('stale', { id })
  await requireSound(register, fields, { clock })
  const before = earlierValues(register.fieldsOf(current), fields)
  if (Object.keys(before).length === 0) throw invalidInput([fault('reason', 'correction.same')])
  const correction = { at: clock.now(), by: actor.userId, reason, before: JSON.stringify(before) }
  return register.store.correct(id, version, { set: fields, correction })
}

/**
 * Entered by mistake: it stays to be seen, with the reason, and counts nowhere.
 * @throws AppError 'forbidden', 'not-found', 'stale'
 */
export async function annulEntry<Item extends Recorded, Fields extends object>(
  { clock }: Keeping,
  actor: Actor,
  register: Register<Item, Fields>,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<Item> {
  requireKeeper(actor)
  const current = await register.store.find(id)
  if (!current) throw new AppError('not-found')
  if (current.annulled || current.version !== version) throw new AppError('stale', { id })
  const correction = { at: clock.now(), by: actor.userId, reason, before: '{}' }
  const annulled: Partial<Fields & Pick<Recorded, 'annulled'>> = {}
  return register.store.correct(id, version, { set: Object.assign(annulled, { annulled: true }), correction })
}

/** @throws AppError 'forbidden' */
export function requireKeeper(actor: Actor): void {
  if (!hasPermission(actor, 'recordActivities')) throw new AppError('forbidden')
}

/** @throws AppError 'forbidden' */
export function requireReader(actor: Actor): void {
  if (!hasPermission(actor, 'readActivities')) throw new AppError('forbidden')
}

export function freshly(id: string, actor: Actor, now: Date): Recorded {
  return { id, annulled: false, corrections: [], recordedAt: now, recordedBy: actor.userId, version: 1 }
}

async function requireSound<Item extends Recorded, Fields extends object>(
  register: Register<Item, Fields>,
  fields: Fields,
  { clock }: Keeping,
): Promise<void> {
  const faults = await register.check(fields, clock.today())
  if (faults.length > 0) throw invalidInput(faults)
}
