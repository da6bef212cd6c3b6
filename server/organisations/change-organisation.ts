import type { Context } from '../context.ts'
import { foldName } from '../domain/names.ts'
import type { Actor } from '../domain/request/events.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Organisation } from '../store/organisation-store.ts'
import type { OrganisationPatch } from './schemas.ts'

/** @throws AppError 'forbidden', 'not-found', 'stale', 'duplicate' (name taken), 'invalid-input' */
export async function changeOrganisation(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  { organisationId, version, patch }: { organisationId: string; version: number; patch: OrganisationPatch },
): Promise<Organisation> {
  if (!hasPermission(actor, 'manageOrganisations')) throw new AppError('forbidden')
  const current = await stores.organisations.find(organisationId)
  if (!current) throw new AppError('not-found')
  const { name } = { ...current, ...patch }
  if (foldName(name) === '') throw invalidInput([fault('name', 'string.empty')])
  return stores.organisations.change(organisationId, version, { ...patch, foldedName: foldName(name) })
}
