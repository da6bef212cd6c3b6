import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { slugOf } from '../domain/names.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { Institution } from '../store/institution-store.ts'
import { aliasesOf } from './catalogue.ts'
import type { NewInstitution } from './schemas.ts'

/**
 * Adds a body to the register; its id is made of its acronym and never changes.
 * @throws AppError 'forbidden', 'duplicate' (acronym or name taken), 'invalid-input'
 */
export async function addInstitution(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  actor: Actor,
  input: NewInstitution,
): Promise<Institution> {
  if (!hasPermission(actor, 'manageInstitutions')) throw new AppError('forbidden')
  const id = slugOf(input.acronym)
  if (id === '') throw invalidInput([fault('acronym', 'string.empty')])
  const aliases = aliasesOf(input.acronym, input.name, ...input.aliases)
  const institution: Institution = { ...input, id, aliases, active: true, version: 1 }
  await stores.institutions.add(institution)
  await stores.systemLog.record('institution_added', { at: clock.now(), actor, subject: id })
  return institution
}
