import type { Context } from '../context.ts'
import { foldName } from '../domain/names.ts'
import type { Organisation } from '../store/organisation-store.ts'
import { newOrganisation } from './examples.ts'

/**
 * The organisation of that name, or a new one that is not in the store yet; null for a name without letters.
 */
export async function findOrName(
  { stores }: Pick<Context, 'stores'>,
  name: string,
): Promise<{ organisation: Organisation; isNew: boolean } | null> {
  const known = await stores.organisations.findByName(foldName(name))
  if (known) return { organisation: known, isNew: false }
  const organisation = newOrganisation(name.trim())
  if (organisation.id === '') return null
  // An id is cut off at some length: two long names may share one.
  for (let number = 2, id = organisation.id; ; id = `${organisation.id}-${number}`, number += 1) {
    if (!(await stores.organisations.find(id))) return { organisation: { ...organisation, id }, isNew: true }
  }
}
