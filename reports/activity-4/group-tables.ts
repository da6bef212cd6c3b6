import { grouped } from '../../server/domain/statistics/cohorts.ts'
import { minimumForRate } from '../../server/domain/statistics/figure.ts'
import type { GroupFigures, Indicators } from '../../server/domain/statistics/indicators.ts'
import type { Block, TableBlock, TableGroup, TableRow } from '../blocks.ts'
import { formatInteger, formatShareRange } from '../format.ts'
import { column, medianCell, opening, printed, rateCell } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

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
  if (small.length < 2) {
    const all = printed(context, lines, mostRowsPrinted, file)
    return [fullTable(context, all.rows, words), ...all.blocks]
  }
  const most = printed(context, large, mostRowsPrinted, file)
  const few = printed(context, small, mostRowsPrinted, file)
  const caption = large.length === 0 ? words.caption : tables.smallCaption(words.caption)
  const sum = sumsOf(small.map(({ group }) => group))
  const total = { ...countsOf(context, totalsOf(figures.indicators)), name: tables.total }
  const foot = large.length === 0 ? total : sum
  const rest = { ...sum, name: texts.said.smallGroups(formatInteger(small.length)) }
  return [
    ...(large.length === 0 ? [] : [fullTable(context, most.rows, words, rest), ...most.blocks]),
    countsTable(context, few.rows, { caption, label: words.label, note: tables.smallNote }, foot),
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
  context: ReportContext,
  lines: readonly GroupLine[],
  { caption, label, note }: GroupWords,
  rest?: TableRow,
): TableBlock {
  const { tables, frame } = context.texts
  const groups = underSubheads(lines, line => fullRow(context, line))
  return {
    kind: 'table',
    caption,
    note: tableNote(context, note, ['received', 'due', 'closed']),
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
    foot: totalRow(context),
    empty: frame.emptyTable,
  }
}

function countsTable(
  context: ReportContext,
  lines: readonly GroupLine[],
  { caption, label, note }: GroupWords,
  foot: TableRow,
): TableBlock {
  const { tables, frame } = context.texts
  return {
    kind: 'table',
    caption,
    note: tableNote(context, note, ['received', 'due']),
    columns: [
      column('name', label, 50, 'start'),
      column('received', tables.receivedLong, 10),
      column('due', tables.dueLong, 12),
      column('onTime', tables.onTime, 9),
      column('late', tables.late, 7),
      column('unanswered', tables.unansweredLong, 12),
    ],
    groups: underSubheads(lines, ({ name, group }) => ({ ...countsOf(context, group), name })),
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

/** Those due were answered on time, late or not at all: their lists together are the list of those due. */
function countsOf(context: ReportContext, { received, onTime, late, unanswered }: Counted) {
  return {
    received: opening(context, received.count, received),
    due: opening(context, onTime.n ?? 0, onTime, late, unanswered),
    onTime: opening(context, onTime.count, onTime),
    late: opening(context, late.count, late),
    unanswered: opening(context, unanswered.count, unanswered),
  }
}

function sumsOf(groups: readonly Counted[]) {
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

function fullRow(context: ReportContext, { name, group }: GroupLine): TableRow {
  const { texts } = context
  const { onTime, days, position } = group
  const text = texts.names.positions[position]
  const counts = { ...countsOf(context, group), name, rate: rateCell(texts, onTime) }
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

function totalRow(context: ReportContext): TableRow {
  const { texts } = context
  const { indicators } = context.figures
  const { onTime } = indicators.timeliness
  const { working } = indicators.days
  return {
    ...countsOf(context, totalsOf(indicators)),
    name: texts.tables.total,
    rate: rateCell(texts, onTime),
    interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
    median: medianCell(texts, working.median, working.caution),
  }
}
