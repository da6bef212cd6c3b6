import type { Context } from '../context.ts'
import { knownClosures } from '../domain/calendar/closures.ts'
import { foldName, slugOf } from '../domain/names.ts'
import type { Institution } from '../store/institution-store.ts'
import { commissions, ministries, secretariats, type CatalogueEntry } from './catalogue-entries.ts'

/** The bodies of the Executive Branch that are expected to have an information unit (LAIP 6.1, 19). */
export const catalogue: readonly Institution[] = [...ministries, ...secretariats, ...commissions].map(
  toInstitution,
)

/**
 * Puts the catalogue and the known acuerdos into the store. What is there already, edited or not, is left
 * as it is; so it may be done at every start.
 */
export async function seedCatalogue({ stores, clock }: Pick<Context, 'stores' | 'clock'>): Promise<void> {
  const taken = new Set<string>()
  for await (const { name } of stores.institutions.all()) taken.add(name)
  // A log imported before may have brought one of these names under an id of its own.
  await stores.institutions.addMissing(catalogue.filter(({ name }) => !taken.has(name)))
  const recordedAt = clock.now()
  await stores.closures.addMissing(
    knownClosures.map(closure => ({ ...closure, recordedAt, recordedBy: 'catalogue' })),
  )
}

/** What an institution is recognised by in a log: its names and acronyms, folded. */
export function aliasesOf(...names: readonly string[]): string[] {
  return [...new Set(names.map(foldName).filter(name => name !== ''))]
}

function toInstitution(entry: CatalogueEntry): Institution {
  const { acronym, name, kind, hours = null, alsoKnownAs = [], inCapital = true } = entry
  return {
    id: slugOf(acronym),
    name,
    acronym,
    kind,
    inCapital,
    // An hour of closing is published; that the unit turns later requests away is not.
    cutoffMinutes: null,
    hours,
    contact: null,
    aliases: aliasesOf(acronym, name, ...alsoKnownAs),
    active: true,
    version: 1,
  }
}
