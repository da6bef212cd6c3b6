import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import type { CaseRow } from '../../../client/pages/editions/public-cases-page.tsx'
import type { KeptBlock, KeptCell, KeptReport, KeptTable } from '../../../client/report/kept-report.ts'
import { keptFigures, type KeptFigure } from '../../../reports/activity-4/figure-addresses.ts'
import { namesEn } from '../../../reports/activity-4/name-texts.en.ts'
import { namesEs } from '../../../reports/activity-4/name-texts.es.ts'
import type { Context } from '../../context.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { foldName } from '../../domain/names.ts'
import type { EditionView } from '../../editions/edition-view.ts'
import { bytesOf } from '../../editions/published-edition.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../i18n/translate.ts'
import { unguarded } from '../register/csv-text.ts'

/** What an edition kept of its figures: which rows stand behind each, and the rows. */
interface KeptCases {
  readonly figures: ReadonlyMap<string, KeptFigure>
  readonly names: ReadonlyMap<string, string>
  readonly rows: readonly KeptCase[]
}

/** A case as the edition's file has it; its situation by the file's word, which each language says in its own. */
export type KeptCase = CaseRow

export interface FigureCases {
  readonly of: 'cases' | 'institutions'
  readonly repeated: boolean
  readonly rows: readonly KeptCase[]
}

export type ReadCases = (edition: EditionView, opens: readonly string[]) => Promise<FigureCases>

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

  return async (edition, opens) => casesOf(await keptOf(edition), opens)
}

/** Of no figure: every case. @throws AppError 'not-found' where an address is no figure's */
function casesOf({ figures, names, rows }: KeptCases, opens: readonly string[]): FigureCases {
  if (opens.length === 0) return { of: 'cases', repeated: false, rows }
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
  return {
    of: 'cases',
    repeated: new Set(numbers).size < numbers.length,
    rows: numbers.flatMap(number => rows[number - 1] ?? []),
  }
}

function institutionRow(institution: string): KeptCase {
  return { reference: '', institution, receivedOn: null, dueOn: null, situation: '' }
}

async function readKept({ engine }: Pick<Context, 'engine'>, { files }: EditionView): Promise<KeptCases> {
  const figures = files.find(({ kind }) => kind === 'figures')
  const cases = files.find(({ kind }) => kind === 'cases')
  if (!figures || !cases) throw new AppError('not-found')
  const json: FiguresFile = JSON.parse((await bytesOf({ engine }, figures)).toString('utf8'))
  const rows: KeptCase[] = []
  const pieces = await engine.files.open(cases.sha256)
  await pipeline(pieces, parse({ bom: true, columns: true }), async (lines: AsyncIterable<CsvLine>) => {
    for await (const line of lines) rows.push(keptCase(line))
  })
  return {
    figures: keptFigures(json),
    names: new Map(json.institutions.map(({ id, name }) => [id, name])),
    rows,
  }
}

type CsvLine = Readonly<Record<string, string>>

function keptCase(line: CsvLine): KeptCase {
  const cell = (name: string) => unguarded(line[name] ?? '')
  const day = (name: string) => (cell(name) === '' ? null : calendarDate(cell(name)))
  return {
    reference: cell('caso'),
    institution: cell('institucion'),
    receivedOn: day('recibida'),
    dueOn: day('vence'),
    situation: cell('situacion'),
  }
}

/** Of `figuresJson`, what is read here besides the figures. */
interface FiguresFile {
  readonly institutions: readonly { readonly id: string; readonly name: string }[]
}

/** The cases with their situation in the reader's words. */
export function inWords(rows: readonly KeptCase[], language: Language): readonly CaseRow[] {
  const say = situationIn(language)
  return rows.map(row => ({ ...row, situation: say(row.situation) }))
}

/** Those of which each word begins one of the number, the institution or the situation, accents and case aside. */
export function casesWith(rows: readonly KeptCase[], words: string, language: Language): readonly KeptCase[] {
  const wanted = foldName(words).split(' ')
  const say = situationIn(language)
  const folded = new Map<string, string>()
  return rows.filter(({ reference, institution, situation }) => {
    const said = ` ${foldName(reference)}${foldOnce(institution)}${foldOnce(say(situation))}`
    return wanted.every(word => said.includes(` ${word}`))
  })

  /** The same few institutions and situations come again in every row. */
  function foldOnce(text: string): string {
    const known = folded.get(text) ?? ` ${foldName(text)}`
    folded.set(text, known)
    return known
  }
}

function situationIn(language: Language): (code: string) => string {
  const known: Readonly<Record<string, string>> = (language === 'en' ? namesEn : namesEs).situations
  return code => known[code] ?? code
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
