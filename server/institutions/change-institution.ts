import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { foreseeOffice, recountOffice } from '../recounts/office-changes.ts'
import type { Moves, ToldMoves } from '../recounts/tell-moves.ts'
import type { Institution, OfficeChange } from '../store/institution-store.ts'
import { aliasesOf } from './catalogue.ts'
import type { InstitutionPatch } from './schemas.ts'

export interface ChangedInstitution {
  readonly institution: Institution
  /** The due days that other office hours moved; null where there were none to tell. */
  readonly recount: ToldMoves | null
}

/**
 * Changes what the register says of a body. A former name or acronym stays among its aliases, so that old
 * logs still find it. Other office hours move due days: each history says which, at once or, where that is
 * cut off, with the next change or scan.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'duplicate' (name taken)
 */
export async function changeInstitution(
  context: Context,
  actor: Actor,
  { institutionId, version, patch }: { institutionId: string; version: number; patch: InstitutionPatch },
): Promise<ChangedInstitution> {
  const { institutions } = context.stores
  const current = await institutionFor(context, actor, institutionId)
  const { name, acronym, aliases } = { ...current, ...patch }
  const kept = aliasesOf(acronym, name, current.acronym, current.name, ...aliases)
  const officeChange = officeChangeOf(current, patch, context.clock.now())
  const changed = await institutions.change(institutionId, version, { ...patch, aliases: kept }, officeChange)
  const { systemLog } = context.stores
  await systemLog.record('institution_changed', { at: context.clock.now(), actor, subject: institutionId })
  const recount = await recountOffice(context, institutionId)
  return { institution: (await institutions.find(institutionId)) ?? changed, recount }
}

/**
 * The due days that a change would move; nothing is written.
 * @throws AppError 'forbidden', 'not-found'
 */
export async function previewInstitution(
  context: Context,
  actor: Actor,
  { institutionId, patch }: { institutionId: string; patch: InstitutionPatch },
): Promise<Moves> {
  const current = await institutionFor(context, actor, institutionId)
  const { inCapital, cutoffMinutes } = { ...current, ...patch }
  return foreseeOffice(context, current, { inCapital, cutoffMinutes })
}

async function institutionFor({ stores }: Context, actor: Actor, id: string): Promise<Institution> {
  if (!hasPermission(actor, 'manageInstitutions')) throw new AppError('forbidden')
  const institution = await stores.institutions.find(id)
  if (!institution) throw new AppError('not-found')
  return institution
}

/** Null where its terms are counted as before. */
function officeChangeOf(current: Institution, patch: InstitutionPatch, changedAt: Date): OfficeChange | null {
  const { id, version, inCapital, cutoffMinutes } = current
  const after = {
    inCapital: patch.inCapital ?? inCapital,
    cutoffMinutes: patch.cutoffMinutes === undefined ? cutoffMinutes : patch.cutoffMinutes,
  }
  const isSame = after.inCapital === inCapital && after.cutoffMinutes === cutoffMinutes
  const before = { inCapital, cutoffMinutes }
  return isSame ? null : { id: `${id}-v${version + 1}`, changedAt, before, after }
}
