import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import type { Institution } from '../store/institution-store.ts'
import { aliasesOf } from './catalogue.ts'
import type { InstitutionPatch } from './schemas.ts'

/**
 * Changes what the register says of a body. A former name or acronym stays among its aliases, so that old
 * logs still find it.
 * @throws AppError 'forbidden', 'not-found', 'stale', 'duplicate' (name taken)
 */
export async function changeInstitution(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  { institutionId, version, patch }: { institutionId: string; version: number; patch: InstitutionPatch },
): Promise<Institution> {
  if (!hasPermission(actor, 'manageInstitutions')) throw new AppError('forbidden')
  const current = await stores.institutions.find(institutionId)
  if (!current) throw new AppError('not-found')
  const { name, acronym, aliases } = { ...current, ...patch }
  return stores.institutions.change(institutionId, version, {
    ...patch,
    aliases: aliasesOf(acronym, name, current.acronym, current.name, ...aliases),
  })
}
