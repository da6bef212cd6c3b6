import type { Indicators, GroupFigures } from '../../server/domain/statistics/indicators.ts'
import { grouped } from '../../server/domain/statistics/cohorts.ts'
import type { Block, TableBlock, TableGroup, TableRow } from '../blocks.ts'
import { formatInteger, formatPercent, formatShareRange } from '../format.ts'
import { institutionsChart } from './charts.ts'
import { column, heading, medianCell, printed, rateCell } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import type { Activity4Texts } from './texts.es.ts'

/** D1 by institution, under the heads of their kinds, by name: never by rate. */
export function institutionsSection(context: ReportContext): readonly Block[] {
  const { figures, texts, institution, files } = context
  const list = printed(context, figures.byInstitution, mostRowsPrinted, files.figures.attachment.name)
  const kindOf = new Map(figures.institutions.map(({ id, kind }) => [id, kind]))
  const kinds = grouped(list.rows, ({ key }) => kindOf.get(key) ?? '')
  const groups = [...kinds].map(([kind, rows]) => ({
    subhead: texts.names.institutionKinds[kind] ?? kind,
    rows: rows.map(group => groupRow(texts, institution(group.key), group)),
  }))
  return [
    heading(2, 'institutions', texts.sections.institutions),
    ...institutionsChart(context),
    groupTable(
      context,
      texts.tables.institutionsCaption,
      texts.tables.institution,
      groups,
      fullNote(context),
    ),
    ...list.blocks,
  ]
}

/** D1 by organisation, channel and kind of request. */
export function organisationsSection(context: ReportContext): readonly Block[] {
  const { figures, texts, organisation, files } = context
  const { tables, names } = texts
  const list = printed(context, figures.byOrganisation, mostRowsPrinted, files.figures.attachment.name)
  const channel = (key: string) => names.channels[key] ?? key
  const kinds: Readonly<Record<string, string>> = names.requestKinds
  const table = (
    caption: string,
    label: string,
    groups: readonly GroupFigures[],
    name: (key: string) => string,
  ) =>
    groupTable(
      context,
      caption,
      label,
      [{ rows: groups.map(group => groupRow(texts, name(group.key), group)) }],
      tables.groupShortNote,
    )
  return [
    heading(2, 'organisations', texts.sections.organisations),
    table(tables.organisationsCaption, tables.organisation, list.rows, organisation),
    ...list.blocks,
    table(tables.channelsCaption, tables.group, figures.byChannel, channel),
    // Nearly every request asks for public information; a table of one row would say nothing.
    ...(figures.byRequestKind.length < 2
      ? []
      : [table(tables.kindsCaption, tables.group, figures.byRequestKind, key => kinds[key] ?? key)]),
  ]
}

/** Bodies whose whole cohort was on time. */
export function praiseSection({ figures, texts, institution }: ReportContext): readonly Block[] {
  const { tables } = texts
  const praised = new Set(figures.praised)
  const rows = figures.byInstitution.filter(({ key }) => praised.has(key))
  return [
    heading(2, 'praise', texts.sections.praise),
    {
      kind: 'table',
      caption: tables.praiseCaption,
      note: tables.praiseNote,
      columns: [
        column('name', tables.institution, 50, 'start'),
        column('n', tables.n, 10),
        column('onTime', tables.onTime, 12),
        column('rate', tables.rate, 14),
        column('interval', tables.interval, 14),
      ],
      groups: [
        {
          rows: rows.map(({ key, onTime }) => ({
            name: institution(key),
            n: formatInteger(onTime.n ?? 0),
            onTime: formatInteger(onTime.count),
            rate: rateCell(texts, onTime),
            interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
          })),
        },
      ],
      empty: texts.frame.emptyTable,
    },
  ]
}

function fullNote({ figures, texts }: ReportContext): string {
  const { rate } = figures.indicators.timeliness.onTime
  const overall = rate === null ? '' : ` (${formatPercent(rate)})`
  return `${texts.tables.groupNote(overall)} ${texts.tables.rateNote}`
}

function groupTable(
  { figures, texts }: ReportContext,
  caption: string,
  label: string,
  groups: readonly TableGroup[],
  note: string,
): TableBlock {
  const { tables, frame } = texts
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
    groups,
    foot: totalRow(texts, figures.indicators),
    empty: frame.emptyTable,
  }
}

function groupRow(texts: Activity4Texts, name: string, group: GroupFigures): TableRow {
  const { received, onTime, late, unanswered, days, position } = group
  const text = texts.names.positions[position]
  return {
    name,
    received: formatInteger(received.count),
    due: formatInteger(onTime.n ?? 0),
    onTime: formatInteger(onTime.count),
    rate: rateCell(texts, onTime),
    interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
    late: formatInteger(late.count),
    unanswered: formatInteger(unanswered.count),
    median: medianCell(texts, days.median, days.caution),
    position: position === 'below' ? { text, tone: 'breach' } : text,
  }
}

function totalRow(texts: Activity4Texts, { volume, timeliness, days }: Indicators): TableRow {
  const { onTime, late, unanswered } = timeliness
  return {
    name: texts.tables.total,
    received: formatInteger(volume.received.count),
    due: formatInteger(onTime.n ?? 0),
    onTime: formatInteger(onTime.count),
    rate: rateCell(texts, onTime),
    interval: onTime.interval === null ? '' : formatShareRange(onTime.interval),
    late: formatInteger(late.count),
    unanswered: formatInteger(unanswered.count),
    median: medianCell(texts, days.working.median, days.working.caution),
  }
}
