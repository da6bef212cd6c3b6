import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Belonging } from './user-permissions.ts'

/** @throws AppError 'unknown-organisation' or 'unknown-institution' when the register has no such side. */
export async function requireSide(
  { stores }: Pick<Context, 'stores'>,
  { organisationId, institutionId }: Belonging,
): Promise<void> {
  if (organisationId && !(await stores.organisations.find(organisationId))) {
    throw new AppError('unknown-organisation', { field: 'organisationId' })
  }
  if (institutionId && !(await stores.institutions.find(institutionId))) {
    throw new AppError('unknown-institution', { field: 'institutionId' })
  }
}
