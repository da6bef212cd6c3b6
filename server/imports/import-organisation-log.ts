import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { LogField } from './columns.ts'
import type { DateOrder } from './dates.ts'
import { importLog, type ImportResult } from './import-log.ts'
import { readLog, type LogReading } from './read-log.ts'

export interface OrganisationLog {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** The header's own names for fields, where they are told instead of recognised. */
  readonly columns: Readonly<Partial<Record<LogField, string>>>
  readonly dateOrder: DateOrder | null
  /** Of rows that name none. */
  readonly institution: string | null
  readonly dryRun: boolean
}

export type OrganisationImport =
  | {
      readonly ok: true
      readonly reading: Extract<LogReading, { ok: true }>
      readonly result: ImportResult
    }
  | { readonly ok: false; readonly reading: Extract<LogReading, { ok: false }> }

/**
 * Brings in the log of the actor's own organisation, or says what that would do. The register of institutions
 * is kept by those who coordinate it: none is made.
 * @throws AppError 'forbidden', 'unknown-organisation'
 */
export async function importOrganisationLog(
  context: Context,
  actor: Actor,
  { bytes, fileName, columns, dateOrder, institution, dryRun }: OrganisationLog,
): Promise<OrganisationImport> {
  if (actor.organisationId === null) throw new AppError('forbidden')
  const organisation = await context.stores.organisations.find(actor.organisationId)
  if (!organisation) throw new AppError('unknown-organisation')
  const reading = readLog(bytes, { fileName, columns, dateOrder, today: context.clock.today() })
  if (!reading.ok) return { ok: false, reading }
  const options = { organisation, isNewOrganisation: false, createInstitutions: false, institution, dryRun }
  return { ok: true, reading, result: await importLog(context, actor, reading.log, options) }
}
