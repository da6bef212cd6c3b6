import type { Context } from '../context.ts'
import { knownDays } from '../domain/calendar/statutory-base.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Actor } from '../domain/request/events.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Edition } from '../store/edition-store.ts'
import type { NewEdition } from './schemas.ts'

type Needs = Pick<Context, 'stores' | 'clock'>

/**
 * Begins an edition; a correction names the published one that it corrects.
 * @throws AppError 'forbidden', 'period-invalid', 'before-the-law', 'in-the-future', 'invalid-input', 'duplicate'
 */
export async function addEdition(
  { stores, clock }: Needs,
  actor: Actor,
  { id, input }: { id: string; input: NewEdition },
): Promise<Edition> {
  requireEditor(actor)
  const today = clock.today()
  const period = periodOf(input, today)
  await requirePublished({ stores }, input.supersedes)
  const year = period.to.slice(0, 4)
  const code = `A4-${year}-${await stores.counters.take(`edition-${year}`)}`
  const edition: Edition = {
    ...{ id, code, ...period, state: 'draft', openedOn: null, invitations: [], pagesSha256: null },
    ...{ supersedes: input.supersedes, supersededBy: null, changes: [], files: [], publishedAt: null },
    ...{ knownAt: null, registerSha256: null, site: null },
    ...{ createdAt: clock.now(), createdBy: actor.userId, version: 1 },
  }
  await stores.editions.add(edition)
  return edition
}

/** Of a draft alone. @throws AppError as `addEdition`, and 'not-found', 'stale', 'edition-not-in-that-state' */
export async function changeEdition(
  { stores, clock }: Needs,
  actor: Actor,
  { id, version, input }: { id: string; version: number; input: NewEdition },
): Promise<Edition> {
  requireEditor(actor)
  const edition = await foundEdition({ stores }, id)
  if (edition.state !== 'draft') throw new AppError('edition-not-in-that-state')
  const period = periodOf(input, clock.today())
  await requirePublished({ stores }, input.supersedes)
  return stores.editions.change(id, version, { ...period, supersedes: input.supersedes })
}

/** @throws AppError 'forbidden' */
export function requireEditor(actor: Actor): void {
  if (!hasPermission(actor, 'manageEditions')) throw new AppError('forbidden')
}

/** @throws AppError 'not-found' */
export async function foundEdition({ stores }: Pick<Context, 'stores'>, id: string): Promise<Edition> {
  const edition = await stores.editions.find(id)
  if (!edition) throw new AppError('not-found')
  return edition
}

function periodOf({ from, to, asOf }: NewEdition, today: CalendarDate) {
  if (from > to) throw new AppError('period-invalid', { field: 'to' })
  if (from < knownDays.from) throw new AppError('before-the-law', { field: 'from' })
  if (asOf !== null && asOf > today) throw new AppError('in-the-future', { field: 'asOf' })
  return { from, to, asOf: asOf ?? today }
}

/** Only what was published can be corrected by an edition. */
async function requirePublished({ stores }: Pick<Context, 'stores'>, id: string | null): Promise<void> {
  if (id === null) return
  const edition = await stores.editions.find(id)
  if (edition?.state !== 'published') throw invalidInput([fault('supersedes', 'reference.unknown')])
}
