import type { Block, QrBlock, ReportLanguage, TableBlock } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { finalResponseOn } from '../../server/domain/statistics/case-reading.ts'
import { column, heading, paragraph, printed } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { sealTexts } from './seal-texts.ts'
import { situationOf } from './situation.ts'

export function calendarSection(context: ReportContext): readonly Block[] {
  const { figures, texts, date, files } = context
  const { method, tables, names, frame } = texts
  const list = printed(context, figures.daysOff, mostRowsPrinted, files.figures.attachment.name)
  return [
    heading(1, 'calendar', method.calendarTitle),
    paragraph(method.calendar(figures.calendarVersion)),
    {
      kind: 'table',
      caption: method.calendarCaption,
      note: `n = ${formatInteger(figures.daysOff.length)}.`,
      columns: [
        column('date', tables.date, 14, 'start'),
        column('dayOff', tables.dayOff, 32, 'start'),
        column('source', tables.source, 42, 'start'),
        column('counts', tables.counts, 12),
      ],
      groups: [
        {
          rows: list.rows.map(({ date: day, key, name, source, counted }) => ({
            date: date(day),
            dayOff: (key !== null && names.daysOff[key]) || name,
            source,
            counts: counted ? tables.yes : tables.no,
          })),
        },
      ],
      empty: frame.emptyTable,
    },
    ...list.blocks,
  ]
}

/** Requests by code, without a name of a person. */
export function casesSection(context: ReportContext): readonly Block[] {
  const { texts, cases, files } = context
  const list = printed(context, cases, mostRowsPrinted, files.cases.attachment.name)
  return [heading(1, 'cases', texts.method.casesTitle), casesTable(context, list.rows), ...list.blocks]
}

function casesTable(context: ReportContext, rows: ReportContext['cases']): TableBlock {
  const { texts, cases, figures, date, shortInstitution } = context
  const { tables, names, method, frame } = texts
  return {
    kind: 'table',
    caption: method.casesCaption,
    note: `${method.casesNote} n = ${formatInteger(cases.length)}.`,
    columns: [
      column('case', tables.case, 20.5, 'start', 'code'),
      column('institution', tables.institution, 17.5, 'start'),
      column('receivedOn', tables.receivedOn, 10.5),
      column('dueOn', tables.dueOn, 10.5),
      column('answeredOn', tables.answeredOn, 10.5),
      column('situation', tables.situation, 13, 'start'),
      column('outcome', tables.outcome, 17.5, 'start'),
    ],
    groups: [
      {
        rows: rows.map(facts => {
          const situation = situationOf(facts, figures.asOf)
          const text = names.situations[situation]
          return {
            case: facts.reference,
            institution: shortInstitution(facts.institutionId),
            receivedOn: date(facts.receivedOn),
            dueOn: date(facts.dueOn),
            answeredOn: date(finalResponseOn(facts)),
            situation: situation === 'unanswered' || situation === 'late' ? { text, tone: 'breach' } : text,
            outcome: facts.outcome === null ? '' : names.outcomes[facts.outcome],
          }
        }),
      },
    ],
    empty: frame.emptyTable,
  }
}

/** Where a reader of an edition finds whether it still stands. */
export interface Verification {
  readonly edition: string
  readonly address: string
}

export function sealSection(
  { texts, files, language }: ReportContext,
  digest: string,
  verification: Verification | null,
): readonly Block[] {
  const { method, frame } = texts
  const rows = [files.cases, files.figures, files.codebook]
  return [
    heading(1, 'seal', method.sealTitle),
    paragraph(method.seal),
    {
      kind: 'paragraph',
      runs: [
        { kind: 'strong', text: `${method.sealDigest}: ` },
        { kind: 'code', text: digest },
      ],
    },
    ...(verification === null ? [] : [verificationBlock(language, verification)]),
    {
      kind: 'table',
      caption: method.attachmentsCaption,
      columns: [
        column('file', method.file, 30, 'start', 'code'),
        column('content', method.content, 31, 'start'),
        column('rows', method.rows, 7),
        column('digest', method.digest, 32, 'start', 'code'),
      ],
      groups: [
        {
          rows: rows.map(({ attachment, rows: count, sha256 }) => ({
            file: attachment.name,
            content: attachment.description,
            rows: count === null ? '' : formatInteger(count),
            digest: sha256,
          })),
        },
      ],
      empty: frame.emptyTable,
    },
  ]
}

function verificationBlock(language: ReportLanguage, { edition, address }: Verification): QrBlock {
  const { title, text, alt } = sealTexts[language]
  return { kind: 'qr', address, title, text: text(edition), alt: alt(address) }
}
