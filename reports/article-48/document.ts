import { createHash } from 'node:crypto'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { YearCase } from '../../server/domain/statistics/article-48-checks.ts'
import type { Block, HeadingBlock, ReportDocument, ReportLanguage, TableBlock, TableRow } from '../blocks.ts'
import { formatDate, formatDays, formatDecimal, formatInteger, formatPercent } from '../format.ts'
import { longDay, plainDay } from '../long-day.ts'
import { article48Json, figureOf, isDraft, numerals, type Article48Figures, type Numeral } from './figures.ts'
import { textsEn } from './texts.en.ts'
import { textsEs, type Article48Texts } from './texts.es.ts'

export interface Article48Document {
  readonly figures: Article48Figures
  readonly language: ReportLanguage
  /** Repeated at the head of each page, such as «Muestra: datos inventados». */
  readonly notice?: string
}

interface Paper {
  readonly figures: Article48Figures
  readonly texts: Article48Texts
  readonly language: ReportLanguage
  /** SHA-256 (hex) of the figures that the file carries. */
  readonly digest: string
}

/** Rows of cases that are printed at most; the attached file and the spreadsheet have all. */
export const mostCasesPrinted = 300

/** The yearly report as a document. The same figures in the same language give the same bytes. */
export function article48Document({ figures, language, notice }: Article48Document): ReportDocument {
  const texts = article48Texts(language)
  const bytes = article48Json(figures)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const paper = { figures, texts, language, digest }
  const draft = isDraft(figures) ? texts.draft.title : null
  const head = [notice, draft].filter(each => each !== undefined && each !== null).join(' · ')
  return {
    meta: {
      title: `${texts.title(figures.year)} · ${figures.institution.name}`,
      author: figures.institution.name,
      ...{ subject: texts.subject, keywords: texts.keywords, lang: language, version: '1', digest },
      asOf: plainDay(figures.asOf, language),
      // Noon in Guatemala on the cut-off day.
      createdAt: new Date(`${figures.asOf}T18:00:00Z`),
      ...(head === '' ? {} : { notice: head }),
    },
    blocks: withTableNumbers([
      ...opening(paper),
      ...gapsSection(paper),
      ...itemsSection(paper),
      ...checksSection(paper),
      ...casesSection(paper),
      ...definitionsSection(paper),
      ...sealSection(paper),
    ]),
    attachments: [
      {
        name: `informe-anual-${figures.year}.json`,
        mediaType: 'application/json',
        ...{ bytes, description: texts.attachment, relationship: 'Data' },
      },
    ],
  }
}

export function article48Texts(language: ReportLanguage): Article48Texts {
  return language === 'es-GT' ? textsEs : textsEn
}

/** A table that goes on overleaf is named there by its number. */
function withTableNumbers(blocks: readonly Block[]): readonly Block[] {
  const tables = blocks.filter(({ kind }) => kind === 'table')
  return blocks.map(block =>
    block.kind === 'table' ? { ...block, number: String(tables.indexOf(block) + 1) } : block,
  )
}

function heading(level: 1 | 2, id: string, text: string): HeadingBlock {
  return { kind: 'heading', level, id, text }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [text] }
}

function opening({ figures, texts, language }: Paper): Block[] {
  const { institution, year, count, asOf, dueOn } = figures
  const draft: Block[] = isDraft(figures)
    ? [
        {
          ...{ kind: 'callout', tone: 'breach', title: texts.draft.title },
          runs: [texts.draft.text(longDay(asOf, language))],
        },
      ]
    : []
  return [
    heading(1, 'report', texts.title(year)),
    { kind: 'lead', runs: [texts.lead(institution.name, year, formatInteger(count))] },
    paragraph(`${texts.due(longDay(dueOn, language))} ${texts.asOf(longDay(asOf, language))}`),
    ...draft,
  ]
}

function gapsSection({ figures: { gaps }, texts }: Paper): Block[] {
  const { heads, headings, said } = texts
  if (gaps.length === 0) return [heading(2, 'gaps', headings.gaps), paragraph(said.noGaps)]
  return [
    heading(2, 'gaps', headings.gaps),
    table(texts, said.gaps, {
      columns: [
        { key: 'gap', label: heads.gap, align: 'start', width: 42 },
        { key: 'count', label: heads.count, align: 'end', width: 8 },
        { key: 'codes', label: heads.codes, align: 'start', width: 50, format: 'code' },
      ],
      rows: gaps.map(({ gap, cases }) => ({
        gap: texts.gaps[gap],
        count: { text: formatInteger(cases.length), tone: 'breach', bold: true },
        codes: codesOf(texts, cases),
      })),
    }),
  ]
}

/** Codes named in a cell at most: the list of cases says of each what it lacks. */
const mostCodes = 24

function codesOf(texts: Article48Texts, cases: readonly { readonly reference: string }[]): string {
  const codes = cases
    .slice(0, mostCodes)
    .map(({ reference }) => reference)
    .join(', ')
  const others = cases.length - mostCodes
  return others > 0 ? `${codes} ${texts.said.otherCodes(formatInteger(others))}` : codes
}

function itemsSection(paper: Paper): Block[] {
  const { figures, texts } = paper
  const { items, count } = figures
  const { heads } = texts
  return [
    heading(2, 'items', texts.headings.items),
    table(texts, texts.captions.items, {
      columns: [
        { key: 'numeral', label: heads.numeral, align: 'start', width: 10 },
        { key: 'what', label: heads.what, align: 'start', width: 58 },
        { key: 'figure', label: heads.figure, align: 'end', width: 18 },
        { key: 'share', label: heads.share, align: 'end', width: 14 },
      ],
      rows: numerals.map(numeral => itemRow(paper, numeral)),
    }),
    partsTable(
      texts,
      { caption: texts.items[1].name, label: heads.kind, count },
      items.received.map(part => ({ ...part, name: nameIn(texts.kinds, part.key) })),
    ),
    partsTable(
      texts,
      { caption: texts.items[2].name, label: heads.result, count },
      items.results.map(part => ({ ...part, name: nameIn(texts.results, part.key) })),
    ),
    spreadTable(paper),
  ]
}

function itemRow({ figures, texts }: Paper, numeral: Numeral): TableRow {
  const value = figureOf(figures, numeral)
  const isCount = numeral !== 3
  const text = value === null ? texts.none : isCount ? formatInteger(value) : formatDays(value)
  return {
    numeral: String(numeral),
    what: texts.items[numeral].name,
    figure: { text: isCount || value === null ? text : `${text} (${texts.spread.median})`, bold: true },
    share: numeral < 4 ? '' : shareText(value ?? 0, figures.count),
  }
}

interface Part {
  readonly name: string
  readonly cases: readonly unknown[]
}

function partsTable(
  texts: Article48Texts,
  { caption, label, count }: { caption: string; label: string; count: number },
  parts: readonly Part[],
): TableBlock {
  return {
    ...table(texts, caption, {
      columns: [
        { key: 'name', label, align: 'start', width: 60 },
        { key: 'count', label: texts.heads.count, align: 'end', width: 20 },
        { key: 'share', label: texts.heads.share, align: 'end', width: 20 },
      ],
      rows: parts.map(({ name, cases }) => ({
        name,
        count: formatInteger(cases.length),
        share: shareText(cases.length, count),
      })),
    }),
    foot: { name: texts.total, count: formatInteger(count), share: '' },
  }
}

function spreadTable({ figures: { items }, texts }: Paper): TableBlock {
  const { n, median, mean, max } = items.days
  const { spread, heads } = texts
  const days = (value: number | null, write: (days: number) => string) =>
    value === null ? texts.none : write(value)
  return table(texts, texts.items[3].name, {
    columns: [
      { key: 'measure', label: heads.measure, align: 'start', width: 60 },
      { key: 'days', label: heads.days, align: 'end', width: 40 },
    ],
    rows: [
      { measure: spread.n, days: formatInteger(n) },
      { measure: spread.median, days: days(median, formatDays) },
      { measure: spread.mean, days: days(mean, value => formatDecimal(value, 1)) },
      { measure: spread.max, days: days(max, formatDays) },
    ],
  })
}

function checksSection({ figures, texts }: Paper): Block[] {
  const { heads, headings, said } = texts
  return [
    heading(2, 'checks', headings.checks),
    table(texts, said.checks, {
      columns: [
        { key: 'check', label: heads.check, align: 'start', width: 52 },
        { key: 'left', label: heads.left, align: 'end', width: 14 },
        { key: 'right', label: heads.right, align: 'end', width: 14 },
        { key: 'verdict', label: heads.verdict, align: 'start', width: 20 },
      ],
      rows: figures.checks.map(({ check, left, right, agrees }) => ({
        check: texts.checks[check],
        left: formatInteger(left),
        right: formatInteger(right),
        verdict: agrees ? texts.agree : { text: texts.disagree, tone: 'breach', bold: true },
      })),
    }),
  ]
}

function casesSection({ figures, texts, language }: Paper): Block[] {
  const { cases, calendarVersion } = figures
  const { said, headings, heads } = texts
  const more = said.more(formatInteger(mostCasesPrinted), formatInteger(cases.length))
  return [
    heading(2, 'cases', headings.cases),
    {
      ...table(texts, texts.captions.cases, {
        columns: [
          { key: 'case', label: heads.case, align: 'start', width: 20, format: 'code' },
          { key: 'receivedOn', label: heads.receivedOn, align: 'end', width: 12 },
          { key: 'dueOn', label: heads.dueOn, align: 'end', width: 12 },
          { key: 'notifiedOn', label: heads.notifiedOn, align: 'end', width: 12 },
          { key: 'days', label: heads.days, align: 'end', width: 8 },
          { key: 'result', label: heads.result, align: 'start', width: 22 },
          { key: 'marks', label: heads.numeral, align: 'end', width: 14 },
        ],
        rows: cases.slice(0, mostCasesPrinted).map(each => caseRow(each, texts, language)),
      }),
      note: `${said.casesNote} ${said.calendar(calendarVersion)}`,
      empty: said.noCases,
    },
    ...(cases.length > mostCasesPrinted ? [paragraph(more)] : []),
  ]
}

function caseRow(each: YearCase, texts: Article48Texts, language: ReportLanguage): TableRow {
  const day = (date: CalendarDate | null) => (date === null ? '' : formatDate(date, language))
  return {
    case: each.reference,
    receivedOn: day(each.receivedOn),
    dueOn: each.gaps.includes('vencidas') ? { text: day(each.dueOn), tone: 'breach' } : day(each.dueOn),
    notifiedOn: day(each.notifiedOn),
    days: each.days === null ? '' : formatInteger(each.days),
    result: texts.results[each.result],
    marks: numeralsOf(each).join(', '),
  }
}

/** The lists 4 to 8 that a case is in. */
export function numeralsOf(each: YearCase): readonly Numeral[] {
  const isIn: Readonly<Record<4 | 5 | 6 | 7 | 8, boolean>> = {
    4: each.pending,
    5: each.extendedBy !== null,
    6: each.result === 'desechada',
    7: each.withheld,
    8: each.reviewFiledOn !== null,
  }
  return ([4, 5, 6, 7, 8] as const).filter(numeral => isIn[numeral])
}

function definitionsSection({ texts }: Paper): Block[] {
  const { heads, headings, items } = texts
  return [
    heading(2, 'definitions', headings.definitions),
    table(texts, texts.captions.definitions, {
      columns: [
        { key: 'item', label: heads.what, align: 'start', width: 30 },
        { key: 'formula', label: heads.formula, align: 'start', width: 40 },
        { key: 'source', label: heads.source, align: 'start', width: 30 },
      ],
      rows: numerals.map(numeral => ({
        item: `${numeral}. ${items[numeral].name}`,
        formula: items[numeral].formula,
        source: items[numeral].source,
      })),
    }),
  ]
}

function sealSection({ texts, digest }: Paper): Block[] {
  return [
    heading(2, 'seal', texts.headings.seal),
    { kind: 'paragraph', runs: [texts.said.seal, ' ', { kind: 'code', text: digest }] },
  ]
}

type Laid = Pick<TableBlock, 'columns'> & { readonly rows: readonly TableRow[] }

function table({ none }: Article48Texts, caption: string, { columns, rows }: Laid): TableBlock {
  return { kind: 'table', caption, columns, groups: [{ rows }], empty: none }
}

function nameIn(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key
}

function shareText(count: number, n: number): string {
  return n === 0 ? '' : formatPercent(count / n)
}
