import type { GroupFigures } from '../../server/domain/statistics/indicators.ts'
import type { Block } from '../blocks.ts'
import { formatInteger, formatPercent } from '../format.ts'
import { fullTable, groupTables, isInPeriod, isSmall } from './group-tables.ts'
import { institutionsChart } from './institutions-chart.ts'
import { column, heading, opening, paragraph, printed } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'
import { positionsSaid } from './summary-section.ts'

/** D1 by institution, under the heads of their kinds, by name: never by rate. */
export function institutionsSection(context: ReportContext): readonly Block[] {
  const { figures, texts, institution } = context
  const kindOf = new Map(figures.institutions.map(({ id, kind }) => [id, kind]))
  const lines = figures.byInstitution.filter(isInPeriod).map(group => ({
    subhead: texts.names.institutionKinds[kindOf.get(group.key) ?? ''] ?? kindOf.get(group.key) ?? '',
    name: institution(group.key),
    group,
  }))
  const positions = positionsSaid(context)
  return [
    heading(2, 'institutions', texts.sections.institutions),
    ...(positions.length === 0 ? [] : [paragraph(positions.join(' '))]),
    ...institutionsChart(context),
    ...groupTables(context, lines, {
      caption: texts.tables.institutionsCaption,
      label: texts.tables.institution,
      note: fullNote(context),
    }),
  ]
}

/** D1 by organisation, channel and kind of request. */
export function organisationsSection(context: ReportContext): readonly Block[] {
  const { figures, texts, organisation } = context
  const { tables, names } = texts
  const kinds: Readonly<Record<string, string>> = names.requestKinds
  const note = tables.groupShortNote
  const lines = figures.byOrganisation
    .filter(isInPeriod)
    .map(group => ({ name: organisation(group.key), group }))
  const whole = (caption: string, groups: readonly GroupFigures[], named: Readonly<Record<string, string>>) =>
    fullTable(
      context,
      groups.filter(isInPeriod).map(group => ({ name: named[group.key] ?? group.key, group })),
      { caption, label: tables.group, note },
    )
  return [
    heading(2, 'organisations', texts.sections.organisations),
    ...groupTables(context, lines, {
      caption: tables.organisationsCaption,
      label: tables.organisation,
      note,
    }),
    whole(tables.channelsCaption, figures.byChannel, names.channels),
    // Nearly every request asks for public information; a table of one row would say nothing.
    ...(figures.byRequestKind.filter(isInPeriod).length < 2
      ? []
      : [whole(tables.kindsCaption, figures.byRequestKind, kinds)]),
  ]
}

/** Bodies whose whole cohort was on time. */
export function praiseSection(context: ReportContext): readonly Block[] {
  const { figures, texts, institution } = context
  const { tables, frame, said } = texts
  const praised = new Set(figures.praised)
  const rows = figures.byInstitution.filter(({ key }) => praised.has(key))
  const list = printed(context, rows, mostRowsPrinted, context.files.figures.attachment.name)
  const few = rows.filter(isSmall).length
  const sentence = said.praised(frame.institutions(rows.length), formatInteger(few))
  return [
    heading(2, 'praise', texts.sections.praise),
    ...(rows.length === 0 ? [] : [paragraph(sentence)]),
    {
      kind: 'table',
      caption: tables.praiseCaption,
      note: tableNote(context, '', ['due']),
      columns: [
        column('name', tables.institution, 70, 'start'),
        column('n', tables.dueLong, 15),
        column('onTime', tables.onTime, 15),
      ],
      groups: [
        {
          rows: list.rows.map(({ key, onTime }) => ({
            name: institution(key),
            n: formatInteger(onTime.n ?? 0),
            onTime: opening(context, onTime.count, onTime),
          })),
        },
      ],
      empty: frame.emptyTable,
    },
    ...list.blocks,
  ]
}

function fullNote({ figures, texts }: ReportContext): string {
  const { rate } = figures.indicators.timeliness.onTime
  return texts.tables.groupNote(rate === null ? '' : ` (${formatPercent(rate)})`)
}
