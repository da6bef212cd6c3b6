import { setImmediate } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { csvHead, csvLine, type CsvValue } from '../http/register/csv-text.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Cursor } from '../store/collection.ts'
import type { ListedRequests } from './list-address.ts'
import { listRequests } from './list-requests.ts'
import type { RequestSummary } from './request-view.ts'

/** Few enough that a page of them is read from the disk within a turn. */
const atOnce = 32

/**
 * Every row of a list, page after page: what the list shows is what one downloads, by the same permission. Others
 * have their turn after each page.
 */
export async function* everyPage(
  context: Context,
  actor: Actor,
  input: ListedRequests,
): AsyncGenerator<readonly RequestSummary[]> {
  let cursor: Cursor | null = null
  do {
    const { items, next } = await listRequests(context, actor, { ...input, limit: atOnce, cursor })
    yield items
    await setImmediate()
    cursor = next
  } while (cursor !== null)
}

/** Columns are named in the reader's language; states and outcomes bear the law's own words. */
export async function* asCsv(
  pages: AsyncIterable<readonly RequestSummary[]>,
  t: Translate,
): AsyncGenerator<string> {
  yield csvHead(columns.map(([name]) => t(`export.${name}`)))
  for await (const page of pages)
    yield page.map(row => csvLine(columns.map(([, cell]) => cell(row)))).join('')
}

export async function* asJson(pages: AsyncIterable<readonly RequestSummary[]>): AsyncGenerator<string> {
  yield '{"items":['
  let before = '\n'
  for await (const page of pages) {
    if (page.length === 0) continue
    yield before + page.map(row => JSON.stringify(row)).join(',\n')
    before = ',\n'
  }
  yield '\n]}\n'
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
