import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import type { Institution } from '../store/institution-store.ts'
import type { Organisation } from '../store/organisation-store.ts'
import { applyImport, knownRequests } from './apply-import.ts'
import { institutionFinder } from './institution-finder.ts'
import { notesOn, type ImportNote } from './notes.ts'
import { ownInstitution } from './own-institution.ts'
import { keyRows, planImport, type ImportPlan } from './plan-import.ts'
import type { RequestLog } from './read-log.ts'
import type { Problem } from './read-row.ts'

export interface ImportOptions {
  readonly organisation: Organisation
  /** Not in the store yet: it is added with the first import that writes. */
  readonly isNewOrganisation: boolean
  /** Of rows that name none; null takes it from the numbers or the file's name. */
  readonly institution: string | null
  readonly createInstitutions: boolean
  /** Counts what would happen and writes nothing. */
  readonly dryRun: boolean
}

/** read = added + same + changed + refusedRows. */
export interface ImportResult {
  readonly read: number
  readonly added: number
  readonly same: number
  readonly changed: number
  readonly refusedRows: number
  /** Of the rows that were refused, and doubts about rows that were not. */
  readonly problems: readonly Problem[]
  readonly dryRun: boolean
  readonly notes: readonly ImportNote[]
}

/**
 * Brings a log into the store: what is new is added, what is known and says something else gets new events,
 * and what is the same stays. A second import of the same file adds nothing.
 */
export async function importLog(
  context: Context,
  actor: Actor,
  log: RequestLog,
  options: ImportOptions,
): Promise<ImportResult> {
  const { organisation, createInstitutions, dryRun } = options
  const known = await knownInstitutions(context)
  const finder = institutionFinder(known, { create: createInstitutions })
  const needsOwn = log.columns.institution === null || options.institution !== null
  const own = needsOwn ? ownInstitution(log, options.institution) : null
  const keyed = keyRows(log, { organisationId: organisation.id, own: own?.name ?? null, finder })
  const states = await knownRequests(
    context,
    keyed.rows.map(({ key }) => key),
  )
  const plan = planImport(keyed.rows, states)
  if (!dryRun) await addNamed(context, options, finder.made())
  const source = { fileName: log.fileName, sha256: log.sha256 }
  const importer = { actor, organisationId: organisation.id, source }
  const applied = dryRun ? foreseen(plan) : await applyImport(context, importer, plan)
  const refused = [...log.refused, ...keyed.refused, ...applied.refused]
  return {
    read: log.rowsRead,
    added: applied.added,
    same: applied.same,
    changed: applied.changed,
    refusedRows: refused.length,
    problems: [...refused, ...log.doubts].toSorted((a, b) => a.row - b.row),
    dryRun,
    notes: notesOn(log, { ...options, own, made: finder.made() }),
  }
}

function foreseen({ additions, changes, same }: ImportPlan) {
  return { added: additions.length, changed: changes.length, same, refused: [] }
}

async function knownInstitutions({ stores }: Context): Promise<Institution[]> {
  const known: Institution[] = []
  for await (const institution of stores.institutions.all()) known.push(institution)
  return known
}

async function addNamed(
  { stores }: Context,
  { organisation, isNewOrganisation }: ImportOptions,
  institutions: Parameters<typeof stores.institutions.addMissing>[0],
): Promise<void> {
  if (isNewOrganisation) await stores.organisations.addMissing([organisation])
  if (institutions.length > 0) await stores.institutions.addMissing(institutions)
}
