import { outcomeBars } from '../../client/charts/outcome-bars.ts'
import type { SceneFrame } from '../../client/charts/scene.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { SilenceAftermath, SilenceGroup } from '../../server/domain/statistics/silence.ts'
import type { Block, Cell, ChartBlock, StyledCell, TableBlock, TableColumn, TableRow } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { bandLabel, chart, outcomesData } from './charts.ts'
import {
  column,
  heading,
  opening,
  paragraph,
  printed,
  rateCell,
  rateTable,
  said,
  shareTable,
  spreadBlocks,
} from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { silenceTexts } from './silence-texts.ts'
import { tableNote } from './table-note.ts'

/** The afirmativa ficta (LAIP 44): how many, where, for how long, what came of it and which reviews followed. */
export function silenceSection(context: ReportContext): readonly Block[] {
  const { figures, language } = context
  const { silent } = figures.silence
  const words = silenceTexts(language)
  const start = [heading(2, 'silence', words.title), paragraph(words.law)]
  if ((silent.n ?? 0) === 0) return [...start, paragraph(words.nothingDue)]
  if (silent.count === 0) return [...start, paragraph(words.none(formatInteger(silent.n ?? 0)))]
  return [
    ...start,
    ...countsSaid(context),
    ...aftermathChart(context),
    countsTable(context),
    ...outcomesTable(context),
    ...lastingBlocks(context),
    ...whereBlocks(context),
    reviewsTable(context),
  ]
}

const stages = ['free', 'other', 'later', 'never'] as const satisfies readonly (keyof SilenceAftermath)[]

function countsSaid({ figures, texts, language }: ReportContext): readonly Block[] {
  const words = silenceTexts(language)
  const { silent, running, aftermath } = figures.silence
  const { silentAtDue, acknowledgedOnly } = figures.indicators.timeliness
  const [free = '', other = '', later = '', never = ''] = stages.map(stage =>
    formatInteger(aftermath[stage].count),
  )
  const over = formatInteger(aftermath.free.n ?? 0)
  const counts = words.reconcile(free, other, later, never, over, formatInteger(running.count))
  const [noAct, someAct] = [formatInteger(silentAtDue.count), formatInteger(acknowledgedOnly.count)]
  return [paragraph(`${words.said(said(texts, silent), noAct, someAct)} ${counts}`)]
}

/** What followed, of all and by kind of institution; none of so few that shares would say nothing. */
function aftermathChart(context: ReportContext): readonly ChartBlock[] {
  const { figures, texts, language } = context
  const { aftermath } = figures.silence
  if ((aftermath.free.n ?? 0) < minimumForRate) return []
  const words = silenceTexts(language)
  const title = words.chart(
    texts.frame.ofN(formatInteger(aftermath.free.count), formatInteger(aftermath.free.n ?? 0)),
  )
  const data = {
    title,
    outcomes: words.stages,
    rows: [
      {
        label: texts.said.allInstitutions,
        counts: stages.map(stage => aftermath[stage].count),
        strong: true,
      },
      ...kindRows(context),
    ],
    totalLabel: words.silences,
    format: formatInteger,
    empty: texts.frame.noData,
  }
  return [
    chart({
      ...{ title, subtitle: words.chartSubtitle, height: 40 + 20 * data.rows.length, span: 'full' },
      draw: (frame: SceneFrame) => outcomeBars(data, frame),
      data: outcomesData(data, texts.tables.group),
    }),
  ]
}

function kindRows({ figures, texts }: ReportContext) {
  const kindOf = new Map(figures.institutions.map(({ id, kind }) => [id, kind]))
  const counts = new Map<string, readonly number[]>()
  for (const body of figures.silence.byInstitution) {
    const kind = kindOf.get(body.key) ?? ''
    const known = counts.get(kind)
    counts.set(
      kind,
      stages.map((stage, at) => (known?.[at] ?? 0) + body[stage].count),
    )
  }
  return [...counts]
    .filter(([, parts]) => parts.reduce((sum, part) => sum + part, 0) >= minimumForRate)
    .map(([kind, parts]) => ({ label: texts.names.institutionKinds[kind] ?? kind, counts: parts }))
}

function countsTable(context: ReportContext): TableBlock {
  const { silent, running, aftermath } = context.figures.silence
  const { silentAtDue, acknowledgedOnly, persistentSilence } = context.figures.indicators.timeliness
  const { free, other, later, never } = aftermath
  return rateTable(context, silenceTexts(context.language).caption, [
    ...[silent, silentAtDue, acknowledgedOnly, persistentSilence],
    ...[running, free, other, later, never],
  ])
}

function outcomesTable(context: ReportContext): readonly TableBlock[] {
  const { figures, texts, language } = context
  const { outcomes } = figures.silence
  const words = silenceTexts(language)
  if (outcomes.length === 0) return []
  const lines = outcomes.map(({ outcome, figure }) => ({ name: texts.names.outcomes[outcome], figure }))
  return [shareTable(context, words.outcomesCaption, words.outcome, 'T6-outcome', lines)]
}

function lastingBlocks(context: ReportContext): readonly Block[] {
  const { figures, texts, language } = context
  const { daysToAnswer, daysOpen, bands } = figures.silence
  const words = silenceTexts(language)
  const most = Math.max(1, ...bands.flatMap(band => [band.answered.count, band.open.count]))
  return [
    ...spreadBlocks(context, words.lastingCaption, [daysToAnswer, daysOpen]),
    {
      kind: 'table',
      caption: words.bandsCaption,
      note: noteOf(context, `T13. ${words.bandsNote}`),
      columns: [
        column('band', words.band, 30, 'start'),
        column('answered', words.answered, 35),
        column('open', words.open, 35),
      ],
      groups: [
        {
          rows: bands.map(band => ({
            band: bandLabel(band),
            answered: {
              ...styled(opening(context, band.answered.count, band.answered)),
              bar: band.answered.count / most,
            },
            open: { ...styled(opening(context, band.open.count, band.open)), bar: band.open.count / most },
          })),
        },
      ],
      foot: {
        band: texts.tables.total,
        answered: formatInteger(daysToAnswer.n),
        open: formatInteger(daysOpen.n),
      },
      empty: texts.frame.emptyTable,
    },
  ]
}

function styled(cell: Cell): StyledCell {
  return typeof cell === 'string' ? { text: cell } : cell
}

function whereBlocks(context: ReportContext): readonly Block[] {
  const { figures, texts, language, institution, files } = context
  const { byInstitution, ...all } = figures.silence
  const words = silenceTexts(language)
  const list = printed(context, byInstitution, mostRowsPrinted, files.figures.attachment.name)
  const total = { ...all.aftermath, silent: all.silent, running: all.running, reviewed: all.reviews.filed }
  const table: TableBlock = {
    kind: 'table',
    caption: words.whereCaption,
    note: noteOf(context, `T4, T5, T6, A1. ${words.whereNote}`),
    columns: whereColumns(context),
    groups: [{ rows: list.rows.map(body => whereRow(context, institution(body.key), body)) }],
    foot: whereRow(context, texts.tables.total, total),
    empty: texts.frame.emptyTable,
  }
  return [table, ...list.blocks]
}

function whereColumns({ texts, language }: ReportContext): readonly TableColumn[] {
  const { silent, free, other, later, never, running, reviewed } = silenceTexts(language).whereColumns
  return [
    column('name', texts.tables.institution, 30, 'start'),
    column('due', texts.tables.due, 7),
    column('silent', silent, 9),
    column('rate', texts.tables.rate, 9),
    column('free', free, 8),
    column('other', other, 7),
    column('later', later, 8),
    column('never', never, 7),
    column('running', running, 8),
    column('reviewed', reviewed, 8),
  ]
}

function whereRow(context: ReportContext, name: string, body: Omit<SilenceGroup, 'key'>): TableRow {
  const count = (figure: SilenceGroup['silent']) => opening(context, figure.count, figure)
  const { silent, free, other, later, never, running, reviewed } = body
  return {
    name,
    due: formatInteger(silent.n ?? 0),
    silent: count(silent),
    rate: rateCell(context.texts, silent),
    ...{ free: count(free), other: count(other), later: count(later), never: count(never) },
    ...{ running: count(running), reviewed: count(reviewed) },
  }
}

function reviewsTable(context: ReportContext): TableBlock {
  const { filed, decided, upheld, complied, amparos } = context.figures.silence.reviews
  const words = silenceTexts(context.language)
  const table = rateTable(context, words.reviewsCaption, [filed, decided, upheld, complied, amparos])
  return { ...table, note: `${words.reviewsNote} ${table.note ?? ''}` }
}

function noteOf(context: ReportContext, formula: string): string {
  return tableNote(context, formula, ['silent'])
}
