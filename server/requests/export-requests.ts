import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { csvHead, csvLine, type CsvValue } from '../http/register/csv-text.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Cursor } from '../store/collection.ts'
import type { ListedRequests } from './list-address.ts'
import { listRequests } from './list-requests.ts'
import type { RequestSummary } from './request-view.ts'

const atOnce = 100

/** Every row of a list, page after page: what the list shows is what one downloads, by the same permission. */
export async function* everyRequest(
  context: Context,
  actor: Actor,
  input: ListedRequests,
): AsyncGenerator<RequestSummary> {
  let cursor: Cursor | null = null
  do {
    const { items, next } = await listRequests(context, actor, { ...input, limit: atOnce, cursor })
    yield* items
    cursor = next
  } while (cursor !== null)
}

/** Columns are named in the reader's language; states and outcomes bear the law's own words. */
export async function* asCsv(rows: AsyncIterable<RequestSummary>, t: Translate): AsyncGenerator<string> {
  yield csvHead(columns.map(([name]) => t(`export.${name}`)))
  for await (const row of rows) yield csvLine(columns.map(([, cell]) => cell(row)))
}

export async function* asJson(rows: AsyncIterable<RequestSummary>): AsyncGenerator<string> {
  let before = '{"items":[\n'
  for await (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield before.startsWith('{') ? `${before}]}\n` : '\n]}\n'
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
