import type { Block } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { outcomesChart } from './charts.ts'
import { outcomesByGroup } from './outcomes-by-group.ts'
import { column, heading, opening, paragraph, printed, rateTable, shareTable, spreadBlocks } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** E and P series: extensions, whether they kept article 43, and clarifications. */
export function extensionsSection(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { used, invalid, honoured, faults, clarified, clarificationDays } = figures.indicators.extensions
  const { tables, names } = texts
  const faultLines = faults.map(({ fault, figure }) => ({ figure, name: names.faults[fault] ?? fault }))
  return [
    heading(2, 'extensions', texts.sections.extensions),
    rateTable(context, tables.extensionsCaption, [used, invalid, honoured, clarified]),
    ...(faultLines.length === 0
      ? []
      : [shareTable(context, tables.faultsCaption, tables.fault, 'E2', faultLines)]),
    ...massExtensions(context),
    ...spreadBlocks(context, texts.indicators['P1-days'].name, [clarificationDays]),
  ]
}

function massExtensions(context: ReportContext): readonly Block[] {
  const { figures, texts, institution, date, files } = context
  const { mass } = figures.indicators.extensions
  const { tables, indicators, frame } = texts
  if (mass.length === 0) return []
  const list = printed(context, mass, mostRowsPrinted, files.figures.attachment.name)
  return [
    {
      kind: 'table',
      caption: tables.massCaption,
      note: tableNote(context, `E4. ${indicators.E4.formula}.`, ['received']),
      columns: [
        column('institution', tables.institution, 60, 'start'),
        column('date', tables.date, 20),
        column('cases', tables.cases, 20),
      ],
      groups: [
        {
          rows: list.rows.map(each => ({
            institution: institution(each.institutionId),
            date: date(each.notifiedOn),
            cases: opening(context, each.caseIds.length, each),
          })),
        },
      ],
      empty: frame.emptyTable,
    },
    ...list.blocks,
  ]
}

/** O and G series. */
export function outcomesSection(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { outcomes: o } = figures.indicators
  const { tables, names } = texts
  const parts = [o.full, o.partial, o.refused, o.notHeld, o.dismissed]
  const n = o.full.n ?? 0
  const sum = parts.map(({ count }) => formatInteger(count)).join(' + ')
  return [
    heading(2, 'outcomes', texts.sections.outcomes),
    ...(n === 0 ? [] : [paragraph(texts.said.sums(sum, formatInteger(n)))]),
    ...outcomesChart(context),
    rateTable(context, tables.outcomesCaption, [
      o.full,
      o.partial,
      o.refused,
      o.notHeld,
      { figure: o.dismissed, name: names.outcomes.desechada },
      o.fullOfResolvable,
      o.referred,
      o.dismissedOrWithdrawn,
      o.unreasoned,
      o.unclassifiedReserve,
    ]),
    shareTable(
      context,
      tables.groundsCaption,
      tables.ground,
      'G1',
      o.grounds.map(({ ground, figure }) => ({ figure, name: names.grounds[ground] })),
    ),
    ...outcomesByGroup(context),
  ]
}

/** A series. */
export function appealsSection(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { filed, decidedInTime, upheld, complied, amparos } = figures.indicators.appeals
  return [
    heading(2, 'appeals', texts.sections.appeals),
    rateTable(context, texts.tables.appealsCaption, [filed, decidedInTime, upheld, complied, amparos]),
  ]
}
