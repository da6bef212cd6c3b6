import type { Context } from '../../context.ts'
import { foldName } from '../../domain/names.ts'
import { fault, type FieldFault } from '../parse.ts'

type Stores = Pick<Context, 'stores'>

/** The id of an organisation told by its name or id; a text that nobody knows stays as it is. */
export async function organisationIn({ stores }: Stores, text: string): Promise<string> {
  if (await stores.organisations.find(text)) return text
  return (await stores.organisations.findByName(foldName(text)))?.id ?? text
}

/** The id of an institution told by its name, acronym or id; a text that nobody knows stays as it is. */
export async function institutionIn({ stores }: Stores, text: string): Promise<string> {
  if (await stores.institutions.find(text)) return text
  return (await stores.institutions.findByAlias(foldName(text)))?.id ?? text
}

/** A fault 'reference.unknown' on the field where an id is not on the register. */
export async function unknownOrganisations(
  { stores }: Stores,
  field: string,
  ids: readonly string[],
): Promise<readonly FieldFault[]> {
  const found = await stores.organisations.findMany(ids)
  return found.length < new Set(ids).size ? [fault(field, 'reference.unknown')] : []
}

/** As `unknownOrganisations`. */
export async function unknownInstitutions(
  { stores }: Stores,
  field: string,
  ids: readonly string[],
): Promise<readonly FieldFault[]> {
  const found = await stores.institutions.findMany(ids)
  return found.length < new Set(ids).size ? [fault(field, 'reference.unknown')] : []
}
