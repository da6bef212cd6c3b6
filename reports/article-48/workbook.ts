import { createHash } from 'node:crypto'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { YearCase } from '../../server/domain/statistics/article-48-checks.ts'
import type { ReportLanguage } from '../blocks.ts'
import type { Workbook, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import { article48Texts, numeralsOf } from './document.ts'
import { article48Json, figureOf, isDraft, numerals, type Article48Figures } from './figures.ts'
import type { Article48Texts } from './texts.es.ts'

type Row = readonly WorkbookCell[]

interface Sheets {
  readonly figures: Article48Figures
  readonly texts: Article48Texts
  /** Such as «Muestra: datos inventados». */
  readonly notice: string | undefined
}

/** The yearly report as a spreadsheet: the eight items with their sources, the cases by code, the definitions. */
export function article48Workbook(
  figures: Article48Figures,
  language: ReportLanguage,
  notice?: string,
): Workbook {
  const sheets = { figures, texts: article48Texts(language), notice }
  return { language, sheets: [itemsSheet(sheets), casesSheet(sheets), definitionsSheet(sheets)] }
}

function itemsSheet(sheets: Sheets): WorkbookSheet {
  return {
    name: sheets.texts.sheets.items,
    widths: [10, 58, 12, 10, 60, 48],
    rows: [...openingRows(sheets), [], ...gapRows(sheets), [], ...itemRows(sheets), [], ...checkRows(sheets)],
  }
}

function openingRows({ figures, texts, notice }: Sheets): readonly Row[] {
  const { institution, year, asOf, dueOn } = figures
  const warnings = [notice, isDraft(figures) ? texts.draft.title : undefined]
  return [
    [title(texts.title(year))],
    ...warnings.flatMap(text => (text === undefined ? [] : [[null, warning(text)]])),
    [null, strong(texts.institution), institution.name],
    [null, strong(texts.cutOff), day(asOf)],
    [null, strong(texts.handIn), day(dueOn)],
  ]
}

/** What is missing comes before the figures that it puts in doubt. */
function gapRows({ figures: { gaps }, texts }: Sheets): readonly Row[] {
  const { heads, headings, said } = texts
  if (gaps.length === 0)
    return [
      [null, strong(headings.gaps)],
      [null, said.noGaps],
    ]
  return [
    [null, head(heads.gap), head(heads.count), null, head(heads.codes)],
    ...gaps.map(({ gap, cases }): Row => {
      const codes = cases.map(({ reference }) => reference).join(', ')
      return [null, texts.gaps[gap], warning(cases.length), null, shortened(codes)]
    }),
  ]
}

/** A cell holds 32,767 characters; the second sheet says of each case what it lacks. */
function shortened(codes: string): string {
  return codes.length <= 2000 ? codes : `${codes.slice(0, codes.lastIndexOf(',', 2000))}…`
}

function itemRows({ figures, texts }: Sheets): readonly Row[] {
  const { heads, items, spread } = texts
  const { received, results, days } = figures.items
  const under: Readonly<Record<number, readonly Row[]>> = {
    1: received.map(({ key, cases }) => part(nameIn(texts.kinds, key), cases.length, figures.count)),
    2: results.map(({ key, cases }) => part(nameIn(texts.results, key), cases.length, figures.count)),
    3: [
      part(spread.n, days.n),
      part(spread.mean, days.mean === null ? null : { kind: 'decimal', value: days.mean }),
      part(spread.max, days.max),
    ],
  }
  return [
    [heads.numeral, heads.what, heads.figure, heads.share, heads.formula, heads.source].map(head),
    ...numerals.flatMap((numeral): readonly Row[] => {
      const { name, formula, source } = items[numeral]
      const value = figureOf(figures, numeral)
      const cell: WorkbookCell =
        numeral === 3 && value !== null ? { kind: 'decimal', value } : value === null ? texts.none : value
      const share = numeral > 3 ? shareOf(value ?? 0, figures.count) : null
      return [[numeral, strong(name), cell, share, formula, source], ...(under[numeral] ?? [])]
    }),
  ]
}

function part(name: string, value: WorkbookCell, n?: number): Row {
  const share = n === undefined || typeof value !== 'number' ? null : shareOf(value, n)
  return [null, `   ${name}`, value, share]
}

function shareOf(count: number, n: number): WorkbookCell {
  return n === 0 ? null : { kind: 'share', value: count / n }
}

function checkRows({ figures, texts }: Sheets): readonly Row[] {
  const { heads, checks, agree, disagree } = texts
  return [
    [null, head(heads.check), head(heads.left), head(heads.right), head(heads.verdict)],
    ...figures.checks.map(({ check, left, right, agrees }): Row => {
      return [null, checks[check], left, right, agrees ? agree : warning(disagree)]
    }),
  ]
}

function casesSheet({ figures, texts }: Sheets): WorkbookSheet {
  const { heads } = texts
  return {
    name: texts.sheets.cases,
    widths: [20, 30, 12, 12, 10, 12, 12, 9, 30, 12, 16, 60],
    fixedRows: 1,
    rows: [
      [
        ...[heads.case, heads.kind, heads.receivedOn, heads.dueOn, heads.extension, heads.answeredOn],
        ...[heads.notifiedOn, heads.days, heads.result, heads.review, heads.numeral, heads.missing],
      ].map(head),
      ...figures.cases.map(each => caseRow(each, texts)),
    ],
  }
}

function caseRow(each: YearCase, texts: Article48Texts): Row {
  return [
    each.reference,
    texts.kinds[each.kind],
    day(each.receivedOn),
    day(each.dueOn),
    each.extendedBy,
    day(each.answeredOn),
    day(each.notifiedOn),
    each.days,
    texts.results[each.result],
    day(each.reviewFiledOn),
    numeralsOf(each).join(', '),
    each.gaps.map(gap => texts.gaps[gap]).join('; '),
  ]
}

function definitionsSheet({ figures, texts }: Sheets): WorkbookSheet {
  const { heads, items, said } = texts
  const digest = createHash('sha256').update(article48Json(figures)).digest('hex')
  return {
    name: texts.sheets.definitions,
    widths: [10, 48, 70, 56],
    fixedRows: 1,
    rows: [
      [heads.numeral, heads.what, heads.formula, heads.source].map(head),
      ...numerals.map((numeral): Row => {
        const { name, formula, source } = items[numeral]
        return [numeral, name, formula, source]
      }),
      [],
      [null, said.casesNote],
      [null, said.calendar(figures.calendarVersion)],
      [null, strong(texts.digest), digest],
    ],
  }
}

function title(value: string): WorkbookCell {
  return { kind: 'title', value }
}

function head(value: string): WorkbookCell {
  return { kind: 'head', value }
}

function strong(value: string): WorkbookCell {
  return { kind: 'strong', value }
}

function warning(value: string | number): WorkbookCell {
  return { kind: 'warning', value }
}

function day(date: CalendarDate | null): WorkbookCell {
  return date === null ? null : { kind: 'day', day: date }
}

function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key
}
