import { parse } from 'csv-parse/sync'
import type { CaseRow } from '../../../client/pages/editions/public-cases-page.tsx'
import type { KeptBlock, KeptCell, KeptReport, KeptTable } from '../../../client/report/kept-report.ts'
import { keptFigures, type KeptFigure } from '../../../reports/activity-4/figure-addresses.ts'
import { namesEn } from '../../../reports/activity-4/name-texts.en.ts'
import { namesEs, type NameTexts } from '../../../reports/activity-4/name-texts.es.ts'
import type { Context } from '../../context.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { EditionView } from '../../editions/edition-view.ts'
import { bytesOf } from '../../editions/published-edition.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../i18n/translate.ts'
import { unguarded } from '../register/csv-text.ts'

/** What an edition kept of its figures: which rows stand behind each, and the rows. */
interface KeptCases {
  readonly figures: ReadonlyMap<string, KeptFigure>
  readonly names: ReadonlyMap<string, string>
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export interface FigureCases {
  readonly of: 'cases' | 'institutions'
  readonly repeated: boolean
  readonly rows: readonly CaseRow[]
}

export type ReadCases = (
  edition: EditionView,
  opens: readonly string[],
  language: Language,
) => Promise<FigureCases>

/** Editions whose files stay read: they never change, and reading a large one takes a second. */
const mostRead = 3

/** Reads the cases behind figures of editions, from what was kept of each when it was published. */
export function createFigureCases(context: Pick<Context, 'engine'>): ReadCases {
  const read = new Map<string, Promise<KeptCases>>()

  async function keptOf(edition: EditionView): Promise<KeptCases> {
    const known = read.get(edition.id) ?? readKept(context, edition)
    // The last one asked for is the last to go.
    read.delete(edition.id)
    read.set(edition.id, known)
    for (const id of [...read.keys()].slice(0, -mostRead)) read.delete(id)
    known.catch(() => read.delete(edition.id))
    return known
  }

  return async (edition, opens, language) => casesOf(await keptOf(edition), opens, language)
}

/** @throws AppError 'not-found' where an address is no figure's */
function casesOf(
  { figures, names, rows }: KeptCases,
  opens: readonly string[],
  language: Language,
): FigureCases {
  const opened = opens.map(address => {
    const figure = figures.get(address)
    if (!figure) throw new AppError('not-found')
    return figure
  })
  if (opened.some(({ ids }) => ids !== null)) {
    const listed = opened.flatMap(({ ids }) => ids ?? []).map(id => institutionRow(names.get(id) ?? id))
    return { of: 'institutions', repeated: false, rows: listed }
  }
  const numbers = opened.flatMap(figure => figure.rows ?? [])
  const words = language === 'en' ? namesEn : namesEs
  return {
    of: 'cases',
    repeated: new Set(numbers).size < numbers.length,
    rows: numbers.flatMap(number => {
      const row = rows[number - 1]
      return row ? [caseRow(row, words)] : []
    }),
  }
}

function institutionRow(institution: string): CaseRow {
  return { reference: '', institution, receivedOn: null, dueOn: null, situation: '' }
}

function caseRow(row: Readonly<Record<string, string>>, { situations }: NameTexts): CaseRow {
  const cell = (name: string) => unguarded(row[name] ?? '')
  const day = (name: string) => (cell(name) === '' ? null : calendarDate(cell(name)))
  const known: Readonly<Record<string, string>> = situations
  return {
    reference: cell('caso'),
    institution: cell('institucion'),
    receivedOn: day('recibida'),
    dueOn: day('vence'),
    situation: known[cell('situacion')] ?? cell('situacion'),
  }
}

async function readKept(context: Pick<Context, 'engine'>, { files }: EditionView): Promise<KeptCases> {
  const figures = files.find(({ kind }) => kind === 'figures')
  const cases = files.find(({ kind }) => kind === 'cases')
  if (!figures || !cases) throw new AppError('not-found')
  const json: FiguresFile = JSON.parse((await bytesOf(context, figures)).toString('utf8'))
  const rows: Record<string, string>[] = parse(await bytesOf(context, cases), { bom: true, columns: true })
  return {
    figures: keptFigures(json),
    names: new Map(json.institutions.map(({ id, name }) => [id, name])),
    rows,
  }
}

/** Of `figuresJson`, what is read here besides the figures. */
interface FiguresFile {
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
}

/** Where a report prints the number that opens so, in its own words; null where it prints none. */
export function printedAt({ blocks, summary }: KeptReport, opens: readonly string[]): string | null {
  const wanted = opens.join('\n')
  for (const block of [...blocks, ...summary]) {
    const found = labelIn(block, cellOpens => cellOpens.join('\n') === wanted)
    if (found !== null) return found
  }
  return null
}

type Opens = (opens: readonly string[]) => boolean

function labelIn(block: KeptBlock, isIt: Opens): string | null {
  if (block.kind === 'table') return labelInTable(block, isIt)
  if (block.kind !== 'keyFigures') return null
  const figure = block.figures.find(({ opens }) => isIt(opens))
  return figure ? `${figure.value} ${figure.label}` : null
}

function labelInTable({ caption, columns, groups, foot }: KeptTable, isIt: Opens): string | null {
  const row = [...groups.flatMap(({ rows }) => rows), foot ?? []].find(cells => cells.some(opensIt))
  if (!row) return null
  const at = row.findIndex(opensIt)
  // A table of indicators has its codes first and the names behind them.
  const name = row.slice(0, Math.min(at, 2)).filter(cell => opensOf(cell).length === 0)
  return `${caption}: ${name.map(wordsOf).join(' ')} · ${columns[at]?.label ?? ''}: ${row
    .slice(at, at + 1)
    .map(wordsOf)
    .join('')}`

  function opensIt(cell: KeptCell): boolean {
    return isIt(opensOf(cell))
  }
}

function opensOf(cell: KeptCell): readonly string[] {
  return typeof cell === 'string' ? [] : (cell.opens ?? [])
}

function wordsOf(cell: KeptCell): string {
  return typeof cell === 'string' ? cell : cell.text
}
