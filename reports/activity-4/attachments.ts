import { createHash } from 'node:crypto'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { Attachment } from '../blocks.ts'
import { casesCodebook, casesCsv } from './cases-csv.ts'
import { figuresCodebook } from './figures-codebook.ts'
import type { Activity4Figures } from './figures.ts'
import type { Activity4Texts } from './texts.es.ts'

export interface SealedFile {
  readonly attachment: Attachment
  /** Data rows; null of a file that has none. */
  readonly rows: number | null
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
}

/** The files that travel in the report: cases, figures and codebook. The same input gives the same bytes. */
export function sealedFiles(
  figures: Activity4Figures,
  cases: readonly CaseFacts[],
  { method }: Activity4Texts,
): { readonly cases: SealedFile; readonly figures: SealedFile; readonly codebook: SealedFile } {
  const { from, to } = figures.period
  const span = `${from}_${to}`
  const csv = 'text/csv'
  return {
    cases: sealed(
      `casos_${span}.csv`,
      csv,
      casesCsv(figures, cases),
      method.casesFile,
      figures.caseIds.length,
    ),
    figures: sealed(
      `cifras_${span}.json`,
      'application/json',
      figuresJson(figures),
      method.figuresFile,
      null,
    ),
    codebook: sealed('diccionario.csv', csv, casesCodebook(figuresCodebook()), method.codebookFile, null),
  }
}

/**
 * The figures as JSON. `caseIds` of each figure are given as `caseRows`: 1 is the first data row of the
 * attached cases. Institutions (V2) are given by id, as they are not in that list.
 */
export function figuresJson(figures: Activity4Figures): Buffer {
  const rowOf = new Map(figures.caseIds.map((id, index) => [id, index + 1]))
  return Buffer.from(`${JSON.stringify(withRows(figures, rowOf), null, 1)}\n`, 'utf8')
}

/** The digest that a report bears: of its figures and of the cases behind them. */
export function digestOf(files: readonly SealedFile[]): string {
  const hash = createHash('sha256')
  for (const { sha256 } of files) hash.update(sha256)
  return hash.digest('hex')
}

function withRows(value: unknown, rowOf: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withRows(item, rowOf))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) =>
    key === 'caseIds' && !('schema' in value) ? rowsOf(inner, rowOf) : [key, withRows(inner, rowOf)],
  )
  return Object.fromEntries(entries)
}

/** Ids that are not those of cases stay as they are. */
function rowsOf(ids: unknown, rowOf: ReadonlyMap<string, number>): [string, unknown] {
  if (!Array.isArray(ids)) return ['caseIds', ids]
  const rows: number[] = []
  for (const id of ids) {
    const row = rowOf.get(String(id))
    if (row === undefined) return ['caseIds', ids]
    rows.push(row)
  }
  return ['caseRows', rows]
}

function sealed(
  name: string,
  mediaType: string,
  bytes: Uint8Array,
  description: string,
  rows: number | null,
): SealedFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { attachment: { name, mediaType, bytes, description, relationship: 'Data' }, rows, sha256 }
}
