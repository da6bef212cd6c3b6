import type { Block, TableBlock } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { column, heading, opening, paragraph, printed, said } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** I series and the list of breaches. */
export function breachesSection(context: ReportContext): readonly Block[] {
  const { figures, texts, files } = context
  const { any, uncured } = figures.indicators.breaches
  const list = printed(context, figures.breaches, mostRowsPrinted, files.figures.attachment.name)
  return [
    heading(2, 'breaches', texts.sections.breaches),
    paragraph(texts.said.breaches(said(texts, any), said(texts, uncured))),
    clocksTable(context),
    breachTable(context, list.rows),
    ...list.blocks,
  ]
}

function clocksTable(context: ReportContext): TableBlock {
  const { figures, texts } = context
  const { tables, names, frame, indicators } = texts
  return {
    kind: 'table',
    caption: tables.breachesCaption,
    note: tableNote(context, `I1, I2. ${indicators.I1.formula}. ${tables.breachCountNote}`, []),
    columns: [
      column('clock', tables.clock, 50, 'start'),
      column('cases', tables.cases, 25),
      column('uncured', tables.uncured, 25),
    ],
    groups: [
      {
        rows: figures.indicators.breaches.byClock.map(({ clock, any, uncured }) => ({
          clock: `${clock} · ${names.clocks[clock]}`,
          cases: opening(context, any.count, any),
          uncured: opening(context, uncured.count, uncured),
        })),
      },
    ],
    empty: frame.emptyTable,
  }
}

function breachTable(context: ReportContext, lines: ReportContext['figures']['breaches']): TableBlock {
  const { figures, texts, date, shortInstitution } = context
  const { tables, names, frame } = texts
  const longest = Math.max(1, ...figures.breaches.map(({ workingDaysLate }) => workingDaysLate))
  return {
    kind: 'table',
    caption: tables.breachListCaption,
    note: tableNote(
      context,
      `I1. ${tables.breachListNote} n = ${formatInteger(figures.breaches.length)} (${texts.cohorts.breaches}).`,
      [],
    ),
    columns: [
      column('case', tables.case, 20.5, 'start', 'code'),
      column('institution', tables.institution, 22.5, 'start'),
      column('clock', tables.clock, 16, 'start'),
      column('article', tables.article, 5, 'start'),
      column('dueOn', tables.dueOn, 11),
      column('curedOn', tables.curedOn, 11),
      column('late', tables.daysLate, 14),
    ],
    groups: [
      {
        rows: lines.map(line => ({
          case: line.reference,
          institution: shortInstitution(line.institutionId),
          clock: names.clocks[line.clock],
          article: line.article,
          dueOn: date(line.dueOn),
          curedOn: line.curedOn === null ? { text: tables.notCured, tone: 'breach' } : date(line.curedOn),
          late: { text: formatInteger(line.workingDaysLate), bar: line.workingDaysLate / longest },
        })),
      },
    ],
    empty: frame.emptyTable,
  }
}

/** T14. */
export function oldestSection(context: ReportContext): readonly Block[] {
  const { figures, texts, date, shortInstitution, organisation } = context
  const { tables, frame } = texts
  const pending = formatInteger(figures.indicators.volume.pending.count)
  return [
    heading(2, 'oldest', texts.sections.oldest),
    {
      kind: 'table',
      caption: tables.oldestCaption,
      note: tableNote(
        context,
        `T14. ${texts.indicators.T14.formula} (n = ${pending}). ${tables.oldestNote}`,
        [],
      ),
      columns: [
        column('case', tables.case, 20.5, 'start', 'code'),
        column('institution', tables.institution, 20, 'start'),
        column('organisation', tables.organisation, 27, 'start'),
        column('receivedOn', tables.receivedOn, 11),
        column('dueOn', tables.dueOn, 11),
        column('waiting', tables.waiting, 11),
      ],
      groups: [
        {
          rows: figures.oldestOpen.map(line => ({
            case: line.reference,
            institution: shortInstitution(line.institutionId),
            organisation: organisation(line.organisationId),
            receivedOn: date(line.receivedOn),
            dueOn: dueCell(line.dueOn === null ? tables.pendingDue : date(line.dueOn), line.late),
            waiting: formatInteger(line.workingDaysOpen),
          })),
        },
      ],
      empty: frame.emptyTable,
    },
  ]
}

function dueCell(text: string, late: boolean) {
  return late ? { text, tone: 'breach' as const } : text
}
