import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { csvHead, csvLine, type CsvValue } from '../http/register/csv-text.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Cursor } from '../store/collection.ts'
import type { ListedRequests } from './list-address.ts'
import { listRequests } from './list-requests.ts'
import type { RequestSummary } from './request-view.ts'

const atOnce = 100

/**
 * Every row of a list, page after page: what the list shows is what one downloads, by the same permission. Others
 * have their turn after each page.
 */
export async function* everyRequest(
  context: Context,
  actor: Actor,
  input: ListedRequests,
): AsyncGenerator<RequestSummary> {
  let cursor: Cursor | null = null
  do {
    const { items, next } = await listRequests(context, actor, { ...input, limit: atOnce, cursor })
    yield* items
    await setImmediate()
    cursor = next
  } while (cursor !== null)
}

/** Columns are named in the reader's language; states and outcomes bear the law's own words. */
export async function* asCsv(rows: AsyncIterable<RequestSummary>, t: Translate): AsyncGenerator<string> {
  yield csvHead(columns.map(([name]) => t(`export.${name}`)))
  yield* inPieces(rows, row => csvLine(columns.map(([, cell]) => cell(row))))
}

export async function* asJson(rows: AsyncIterable<RequestSummary>): AsyncGenerator<string> {
  let before = '{"items":[\n'
  yield* inPieces(rows, row => {
    const text = before + JSON.stringify(row)
    before = ',\n'
    return text
  })
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n'
}

/** A row takes less time to write than to hand on. */
async function* inPieces(
  rows: AsyncIterable<RequestSummary>,
  write: (row: RequestSummary) => string,
): AsyncGenerator<string> {
  let piece = ''
  let count = 0
  for await (const row of rows) {
    piece += write(row)
    count += 1
    if (count % atOnce !== 0) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

const columns = [
  ['reference', ({ reference }) => reference],
  ['caseNumber', ({ caseNumber }) => caseNumber],
  ['title', ({ title }) => title],
  ['institution', ({ institution }) => institution.name],
  ['organisation', ({ organisation }) => organisation.name],
  ['kind', ({ kind }) => kind],
  ['state', ({ state }) => state],
  ['outcome', ({ outcome }) => outcome],
  ['receivedOn', ({ receivedOn }) => receivedOn],
  ['dueOn', ({ dueOn }) => dueOn],
  ['clock', ({ deadline }) => deadline?.clock ?? null],
  ['clockDueOn', ({ deadline }) => deadline?.dueOn ?? null],
  ['workingDaysLeft', ({ deadline }) => deadline?.workingDaysLeft ?? null],
  ['urgency', ({ urgency }) => urgency],
  ['disputed', ({ disputed }) => disputed],
] as const satisfies readonly (readonly [string, (row: RequestSummary) => CsvValue])[]
