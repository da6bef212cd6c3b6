import { createHash } from 'node:crypto'
import type { Institution } from '../store/institution-store.ts'
import { differenceOf, stateAfter, stateOfRow, type CaseState } from './case-state.ts'
import type { InstitutionFinder } from './institution-finder.ts'
import type { LogRow, Problem } from './read-row.ts'
import type { RequestLog } from './read-log.ts'

/** A row, and the request that it is of. */
export interface KeyedRow {
  readonly row: LogRow
  readonly institution: Institution
  /** The same number at the same institution, from the same organisation, is the same request. */
  readonly key: string
}

export interface Keyed {
  readonly rows: readonly KeyedRow[]
  readonly refused: readonly Problem[]
}

/**
 * Finds each row's institution and key. One request that was split over several offices is one request to
 * each: the unit that is counted is a request to one institution.
 * @param own the institution of a log, or of a row, that names none.
 */
export function keyRows(
  log: Pick<RequestLog, 'rows' | 'columns' | 'header'>,
  { organisationId, own, finder }: { organisationId: string; own: string | null; finder: InstitutionFinder },
): Keyed {
  const rows: KeyedRow[] = []
  const refused: Problem[] = []
  const nth = counter()
  for (const row of log.rows) {
    const name = row.institution ?? own
    const institution = name === null ? null : finder.find(name)
    if (institution) {
      const number = row.trackingNumber ?? numberless(row, nth)
      rows.push({ row, institution, key: `${organisationId}:${institution.id}:${number}` })
    } else {
      refused.push(unplaced(log, row, name))
    }
  }
  return { rows, refused }
}

export interface ImportPlan {
  readonly additions: readonly KeyedRow[]
  /** Rows that say something new of a request that is known or comes earlier in the file, in its order. */
  readonly changes: readonly KeyedRow[]
  readonly same: number
}

/** @param known what the store already says of the requests with these keys. */
export function planImport(rows: readonly KeyedRow[], known: ReadonlyMap<string, CaseState>): ImportPlan {
  const states = new Map(known)
  const additions: KeyedRow[] = []
  const changes: KeyedRow[] = []
  let same = 0
  for (const keyed of rows) {
    const said = stateOfRow(keyed.row)
    const before = states.get(keyed.key)
    if (!before) additions.push(keyed)
    else if (differenceOf(before, said)) changes.push(keyed)
    else same += 1
    states.set(keyed.key, before ? stateAfter(before, said) : said)
  }
  return { additions, changes, same }
}

/** Without a number, a row is known by what does not change as the case goes on, and by its turn among equals. */
function numberless({ received, title, due, institution }: LogRow, nth: (text: string) => number): string {
  const text = JSON.stringify([received, institution, title, due])
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return `sin-numero:${digest}:${nth(digest)}`
}

function counter(): (text: string) => number {
  const counts = new Map<string, number>()
  return text => {
    const count = (counts.get(text) ?? 0) + 1
    counts.set(text, count)
    return count
  }
}

function unplaced(
  { columns, header }: Pick<RequestLog, 'columns' | 'header'>,
  { number }: LogRow,
  name: string | null,
): Problem {
  const column = columns.institution === null ? '' : (header[columns.institution] ?? '')
  const reason = name === null ? 'institution-missing' : 'unknown-institution'
  return { row: number, column, value: name ?? '', reason }
}
