import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Organisation } from '../store/organisation-store.ts'
import { newOrganisation } from './examples.ts'
import type { NewOrganisation } from './schemas.ts'

/** @throws AppError 'forbidden', 'duplicate' (the name, folded, is taken), 'invalid-input' */
export async function addOrganisation(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  { name }: NewOrganisation,
): Promise<Organisation> {
  if (!hasPermission(actor, 'manageOrganisations')) throw new AppError('forbidden')
  const organisation = newOrganisation(name)
  if (organisation.id === '') throw invalidInput([fault('name', 'string.empty')])
  await stores.organisations.add(organisation)
  return organisation
}
