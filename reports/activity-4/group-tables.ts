import { grouped } from '../../server/domain/statistics/cohorts.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { GroupFigures, Indicators } from '../../server/domain/statistics/indicators.ts'
import type { Block, TableBlock, TableGroup, TableRow } from '../blocks.ts'
import { formatInteger, formatShareRange } from '../format.ts'
import { column, medianCell, printed, rateCell } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import type { Activity4Texts } from './texts.es.ts'

export interface GroupLine {
  readonly name: string
  /** Lines of one subhead follow one another. */
  readonly subhead?: string
  readonly group: GroupFigures
}

export interface GroupWords {
  readonly caption: string
  /** Heads the column of names. */
  readonly label: string
  readonly note: string
}

/** Rates of the groups that bear one; the others in one row there, and each with its counts in a table below. */
export function groupTables(
  context: ReportContext,
  lines: readonly GroupLine[],
  words: GroupWords,
): readonly Block[] {
  const { texts, figures, files } = context
  const { tables } = texts
  const small = lines.filter(({ group }) => isSmall(group))
  const large = lines.filter(({ group }) => !isSmall(group))
  const file = files.figures.attachment.name
  const most = printed(context, large, mostRowsPrinted, file)
  const few = printed(context, small, mostRowsPrinted, file)
  if (small.length < 2) return [fullTable(context, lines, words)]
  const caption = large.length === 0 ? words.caption : tables.smallCaption(words.caption)
  const sum = countsOf(small.map(({ group }) => group))
  const foot = large.length === 0 ? { ...countsOf([totalsOf(figures.indicators)]), name: tables.total } : sum
  const rest = { ...sum, name: texts.said.smallGroups(formatInteger(small.length)) }
  return [
    ...(large.length === 0 ? [] : [fullTable(context, most.rows, words, rest), ...most.blocks]),
    countsTable(texts, few.rows, { caption, label: words.label, note: tables.smallNote }, foot),
    ...few.blocks,
  ]
}

/** Known only by what is pending from other periods, a group would stand in a row of noughts. */
export function isInPeriod({ received, onTime, notYetDue }: GroupFigures): boolean {
  return received.count + (onTime.n ?? 0) + notYetDue.count > 0
}

/** Due so few that a rate of them would say nothing. */
export function isSmall({ onTime }: GroupFigures): boolean {
  return (onTime.n ?? 0) < minimumForRate
}

/** Counts, rate, interval, median and position of each group; `rest` is a last row before the totals. */
export function fullTable(
  { figures, texts }: ReportContext,
  lines: readonly GroupLine[],
  { caption, label, note }: GroupWords,
  rest?: TableRow,
): TableBlock {
  const { tables, frame } = texts
  const groups = underSubheads(lines, line => fullRow(texts, line))
  return {
    kind: 'table',
    caption,
    note,
    columns: [
      column('name', label, 31, 'start'),
      column('received', tables.received, 8),
      column('due', tables.due, 8),
      column('onTime', tables.onTime, 8),
      column('rate', tables.rate, 9),
      column('interval', tables.interval, 12),
      column('late', tables.late, 7),
      column('unanswered', tables.unanswered, 7),
      column('median', tables.median, 8),
      column('position', tables.position, 10),
    ],
    groups: rest === undefined ? groups : [...groups, { rows: [rest] }],
    foot: totalRow(texts, figures.indicators),
    empty: frame.emptyTable,
  }
}

function countsTable(
  { tables, frame }: Activity4Texts,
  lines: readonly GroupLine[],
  { caption, label, note }: GroupWords,
  foot: TableRow,
): TableBlock {
  return {
    kind: 'table',
    caption,
    note,
    columns: [
      column('name', label, 50, 'start'),
      column('received', tables.receivedLong, 10),
      column('due', tables.dueLong, 12),
      column('onTime', tables.onTime, 9),
      column('late', tables.late, 7),
      column('unanswered', tables.unansweredLong, 12),
    ],
    groups: underSubheads(lines, ({ name, group }) => ({ ...countsOf([group]), name })),
    foot: { name: tables.smallTotal, ...foot },
    empty: frame.emptyTable,
  }
}

function underSubheads(
  lines: readonly GroupLine[],
  rowOf: (line: GroupLine) => TableRow,
): readonly TableGroup[] {
  return [...grouped(lines, ({ subhead }) => subhead ?? '')].map(([subhead, members]) => ({
    ...(subhead !== '' && { subhead }),
    rows: members.map(rowOf),
  }))
}

type Counted = Pick<GroupFigures, 'received' | 'onTime' | 'late' | 'unanswered'>

function countsOf(groups: readonly Counted[]) {
  const sum = (count: (group: Counted) => number) =>
    formatInteger(groups.reduce((total, group) => total + count(group), 0))
  return {
    received: sum(({ received }) => received.count),
    due: sum(({ onTime }) => onTime.n ?? 0),
    onTime: sum(({ onTime }) => onTime.count),
    late: sum(({ late }) => late.count),
    unanswered: sum(({ unanswered }) => unanswered.count),
  }
}

function fullRow(texts: Activity4Texts, { name, group }: GroupLine): TableRow {
  const { onTime, days, position } = group
  const text = texts.names.positions[position]
  const counts = { ...countsOf([group]), name, rate: rateCell(texts, onTime) }
  if (isSmall(group)) return counts
  return {
    ...counts,
    interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
    median: medianCell(texts, days.median, days.caution),
    position: position === 'below' ? { text, tone: 'breach' } : text,
  }
}

function totalsOf({ volume, timeliness }: Indicators): Counted {
  return { ...timeliness, received: volume.received }
}

function totalRow(texts: Activity4Texts, indicators: Indicators): TableRow {
  const { onTime } = indicators.timeliness
  const { working } = indicators.days
  return {
    ...countsOf([totalsOf(indicators)]),
    name: texts.tables.total,
    rate: rateCell(texts, onTime),
    interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
    median: medianCell(texts, working.median, working.caution),
  }
}
