import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { inBatches } from '../in-batches.ts'
import { composeRequest } from '../store/compose-request.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sealEvents } from '../store/seal-events.ts'
import { differenceOf, stateOfEvents, stateOfRow } from './case-state.ts'
import type { ImportPlan, KeyedRow } from './plan-import.ts'
import type { Problem } from './read-row.ts'
import { actsOfDifference, actsOfRow, type LogSource } from './row-acts.ts'

const batchSize = 500

export interface Applied {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Requests that somebody else changed again and again meanwhile. */
  readonly refused: readonly Problem[]
}

/** Whose log it is, and by whom it is brought in. */
export interface Importer {
  readonly actor: Actor
  readonly organisationId: string
  readonly source: LogSource
}

/** Writes a plan down, in durable batches: one that is cut off is completed by importing again. */
export async function applyImport(
  context: Context,
  { actor, organisationId, source }: Importer,
  plan: ImportPlan,
): Promise<Applied> {
  let added = 0
  for await (const batch of inBatches(plan.additions, batchSize)) {
    const requests = await composeBatch(context, { actor, organisationId, source }, batch)
    const existing = await context.stores.requests.addMany(requests)
    added += requests.length - existing.length
  }
  const refused: Problem[] = []
  let changed = 0
  for (const keyed of plan.changes) {
    const outcome = await changeOne(context, { actor, organisationId, source }, keyed)
    if (outcome === 'changed') changed += 1
    if (outcome === 'stale') refused.push(staleProblem(keyed))
  }
  const settled = added + changed + refused.length
  return { added, changed, refused, same: plan.same + plan.additions.length + plan.changes.length - settled }
}

/** What the log has said so far of the requests with these keys. */
export async function knownRequests(
  { stores }: Pick<Context, 'stores'>,
  keys: readonly string[],
): Promise<Map<string, NonNullable<ReturnType<typeof stateOfEvents>>>> {
  const known = new Map<string, NonNullable<ReturnType<typeof stateOfEvents>>>()
  for await (const batch of inBatches(new Set(keys), batchSize)) {
    const found = await Promise.all(batch.map(key => stores.requests.findByImportKey(key)))
    for (const request of found) {
      const state = request && stateOfEvents(request.events)
      if (request?.importKey && state) known.set(request.importKey, state)
    }
  }
  return known
}

async function composeBatch(
  context: Context,
  { actor, organisationId, source }: Importer,
  batch: readonly KeyedRow[],
): Promise<InformationRequest[]> {
  const references = await takeReferences(context, batch)
  const lawOf = await context.calendars.lawsNow()
  const written = { recordedAt: context.clock.now(), today: context.clock.today() }
  const requests: InformationRequest[] = []
  for (const [index, { row, institution, key }] of batch.entries()) {
    const header = {
      id: createHash('sha256').update(key).digest('hex').slice(0, 32),
      reference: references[index] ?? key,
      importKey: key,
      referredFrom: null,
      organisationId,
      institutionId: institution.id,
      ...textsOf(row),
      kind: 'access',
      channel: 'electronica',
      published: false,
      attachments: [],
    } as const
    const signed = [{ actor, acts: actsOfRow(row, source) }]
    requests.push(composeRequest(header, signed, lawOf(institution), written))
  }
  return requests
}

const longestTitle = 200

/** The log's number stands in the title, where a search finds it; its own due day stays as its words. */
function textsOf({ trackingNumber, title, due }: KeyedRow['row']) {
  const number = trackingNumber === null ? '' : ` (${trackingNumber})`
  const long = title !== null && title.length > longestTitle
  const short = long ? `${title.slice(0, longestTitle)}…` : (title ?? 'Solicitud')
  const target = due === null ? '' : `Fecha límite según el registro de origen: ${due}.`
  return { title: `${short}${number}`, body: [long ? title : '', target].filter(Boolean).join('\n\n') }
}

async function takeReferences({ stores }: Context, batch: readonly KeyedRow[]): Promise<string[]> {
  const next = new Map<string, number>()
  for (const year of new Set(batch.map(yearOfRow))) {
    const count = batch.filter(keyed => yearOfRow(keyed) === year).length
    next.set(year, await stores.counters.take(`requests-${year}`, count))
  }
  return batch.map(keyed => {
    const year = yearOfRow(keyed)
    const number = next.get(year) ?? 0
    next.set(year, number + 1)
    return `GT-${year}-${String(number).padStart(6, '0')}`
  })
}

function yearOfRow({ row }: KeyedRow): string {
  return row.received.slice(0, 4)
}

const tries = 3

async function changeOne(
  context: Context,
  importer: Importer,
  keyed: KeyedRow,
): Promise<'changed' | 'same' | 'stale'> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const request = await context.stores.requests.findByImportKey(keyed.key)
    const known = request && stateOfEvents(request.events)
    const difference = known && differenceOf(known, stateOfRow(keyed.row))
    if (!request || !known || !difference) return 'same'
    const today = context.clock.today()
    const acts = actsOfDifference(known, difference, keyed.row, { source: importer.source, today })
    const events = sealEvents(request.events.at(-1), [{ actor: importer.actor, acts }], context.clock.now())
    const whole = { ...request, events: [...request.events, ...events] }
    const law = await context.calendars.lawOf(keyed.institution)
    const folded = foldedFieldsOf(whole, law, today)
    const isSaved = await context.stores.requests.append(request, events, folded).then(() => true, isStale)
    if (isSaved) return 'changed'
  }
  return 'stale'
}

function isStale(error: unknown): false {
  if (error instanceof AppError && error.code === 'stale') return false
  throw error
}

function staleProblem({ row }: KeyedRow): Problem {
  return { row: row.number, column: '', value: row.trackingNumber ?? '', reason: 'changed-meanwhile' }
}
