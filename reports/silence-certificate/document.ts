import { createHash } from 'node:crypto'
import { canonical } from '../../server/domain/audit/canonical.ts'
import type { Block, HeadingBlock, ReportDocument, ReportLanguage, TableBlock, TableRow } from '../blocks.ts'
import { formatDate } from '../format.ts'
import { longDay, plainDay } from '../long-day.ts'
import type { SilenceFacts, SilenceTerm } from './facts.ts'
import { textsEn } from './texts.en.ts'
import { textsEs, type SilenceTexts } from './texts.es.ts'

export interface SilenceDocument {
  readonly facts: SilenceFacts
  readonly language: ReportLanguage
  /** Repeated at the head of each page, such as «Muestra: datos inventados». */
  readonly notice?: string
}

interface Paper {
  readonly facts: SilenceFacts
  readonly texts: SilenceTexts
  readonly language: ReportLanguage
  /** SHA-256 (hex) of the facts that the file carries. */
  readonly digest: string
}

/** The certificate of silence of one request. The same facts in the same language give the same bytes. */
export function silenceDocument({ facts, language, notice }: SilenceDocument): ReportDocument {
  const texts = language === 'es-GT' ? textsEs : textsEn
  const bytes = Buffer.from(canonical(facts))
  const digest = createHash('sha256').update(bytes).digest('hex')
  const paper = { facts, texts, language, digest }
  return {
    meta: {
      title: `${texts.title} ${facts.reference}`,
      author: 'Vigía',
      subject: texts.subject,
      keywords: ['Decreto 57-2008', 'afirmativa ficta'],
      lang: language,
      asOf: plainDay(facts.asOf, language),
      // Noon in Guatemala on the day that it speaks of.
      createdAt: new Date(`${facts.asOf}T18:00:00Z`),
      version: '1',
      digest,
      ...(notice === undefined ? {} : { notice }),
    },
    blocks: [
      ...opening(paper),
      ...factsSection(paper),
      ...termsSection(paper),
      ...lawSection(paper),
      ...historySection(paper),
      ...filesSection(paper),
      ...sealSection(paper),
    ],
    attachments: [
      {
        name: 'hechos.json',
        mediaType: 'application/json',
        bytes,
        description: texts.attachment,
        relationship: 'Data',
      },
    ],
  }
}

function heading(level: 1 | 2, id: string, text: string): HeadingBlock {
  return { kind: 'heading', level, id, text }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [text] }
}

function opening({ facts, texts, language }: Paper): Block[] {
  const { reference, institution, receivedOn, broken, answeredLateOn, workingDaysLate, asOf } = facts
  const day = (one: SilenceFacts['asOf']) => longDay(one, language)
  const late =
    answeredLateOn === null
      ? texts.late.open(workingDaysLate, day(asOf))
      : texts.late.cured(workingDaysLate, day(answeredLateOn))
  return [
    heading(1, 'silence', `${texts.title} ${reference}`),
    {
      kind: 'lead',
      runs: [
        texts.lead({ reference, institution, received: day(receivedOn), due: day(broken.dueOn) }),
        ' ',
        late,
      ],
    },
    { kind: 'callout', tone: 'neutral', title: texts.what.title, runs: [texts.what.text] },
  ]
}

function factsSection({ facts, texts, language }: Paper): Block[] {
  const words = texts.facts
  const received = longDay(facts.receivedOn, language) + (facts.receivedAt ? `, ${facts.receivedAt}` : '')
  const rows: readonly (readonly [string, string])[] = [
    [words.reference, facts.reference],
    [words.caseNumber, facts.caseNumber ?? words.noCaseNumber],
    [words.title, facts.title],
    [words.institution, facts.institution],
    [words.organisation, facts.organisation],
    [words.channel, facts.channel],
    [words.received, received],
    [words.due, longDay(facts.broken.dueOn, language)],
    ...(facts.reviewUntil ? ([[words.review, longDay(facts.reviewUntil, language)]] as const) : []),
  ]
  return [
    heading(2, 'facts', words.heading),
    {
      kind: 'table',
      caption: words.caption,
      columns: [
        { key: 'name', label: words.name, align: 'start', width: 30 },
        { key: 'value', label: words.value, align: 'start', width: 70 },
      ],
      groups: [{ rows: rows.map(([name, value]) => ({ name, value })) }],
      empty: words.empty,
    },
  ]
}

function termsSection({ facts, texts, language }: Paper): Block[] {
  const terms = [
    ...facts.others.filter(isBefore(facts)),
    facts.broken,
    ...facts.others.filter(isAfter(facts)),
  ]
  return [
    heading(2, 'terms', texts.terms.heading),
    paragraph(texts.terms.lead),
    ...terms.flatMap(term => [
      paragraph(
        texts.terms.passed({
          name: term.name,
          term: term.term,
          start: longDay(term.startedOn, language),
          due: longDay(term.dueOn, language),
          article: term.article,
        }),
      ),
      ledgerTable(term, texts, language),
    ]),
  ]
}

function isBefore({ broken }: SilenceFacts): (term: SilenceTerm) => boolean {
  return term => term.dueOn <= broken.dueOn
}

function isAfter({ broken }: SilenceFacts): (term: SilenceTerm) => boolean {
  return term => term.dueOn > broken.dueOn
}

function ledgerTable(term: SilenceTerm, { terms }: SilenceTexts, language: ReportLanguage): TableBlock {
  return {
    kind: 'table',
    caption: terms.caption(term.name),
    columns: [
      { key: 'day', label: terms.day, align: 'start', width: 38 },
      { key: 'counts', label: terms.counts, align: 'start', width: 14 },
      { key: 'why', label: terms.why, align: 'start', width: 48 },
    ],
    groups: [
      {
        rows: term.ledger.map(({ date, ordinal, why }): TableRow => {
          const isLast = date === term.dueOn
          return {
            day: { text: longDay(date, language), bold: isLast },
            counts: {
              text: ordinal === null ? terms.not : terms.ordinal(ordinal),
              bold: isLast,
              ...(isLast ? { tone: 'breach' as const } : {}),
            },
            why,
          }
        }),
      },
    ],
    empty: terms.not,
  }
}

function lawSection({ facts, texts }: Paper): Block[] {
  const { law } = texts
  const owed = facts.kind === 'habeas_modify' ? law.noDelivery : law.article44
  return [
    heading(2, 'law', law.heading),
    paragraph(law.lead),
    { kind: 'list', ordered: false, items: [[owed], [law.article55], [law.article66]] },
  ]
}

function historySection({ facts, texts, language }: Paper): Block[] {
  const { history } = texts
  return [
    heading(2, 'history', history.heading),
    paragraph(history.lead),
    {
      kind: 'table',
      caption: history.caption,
      columns: [
        { key: 'on', label: history.on, align: 'start', width: 15 },
        { key: 'what', label: history.what, align: 'start', width: 30 },
        { key: 'by', label: history.by, align: 'start', width: 22 },
        { key: 'recordedAt', label: history.recordedAt, align: 'start', width: 19 },
        { key: 'evidence', label: history.evidence, align: 'start', width: 14 },
      ],
      groups: [
        {
          rows: facts.history.map(line => ({
            on: formatDate(line.on, language),
            what: line.what,
            by: line.by,
            recordedAt: line.recordedAt === '' ? history.computed : line.recordedAt,
            evidence: line.evidence,
          })),
        },
      ],
      empty: history.empty,
    },
  ]
}

function filesSection({ facts, texts }: Paper): Block[] {
  const { files } = texts
  return [
    heading(2, 'files', files.heading),
    paragraph(files.lead),
    {
      kind: 'table',
      caption: files.caption,
      columns: [
        { key: 'name', label: files.name, align: 'start', width: 26 },
        { key: 'kilobytes', label: files.size, align: 'end', width: 8 },
        { key: 'sha256', label: files.sha256, align: 'start', width: 66, format: 'code' },
      ],
      groups: [
        {
          rows: facts.files.map(({ name, sha256, kilobytes }) => ({
            name,
            sha256,
            kilobytes: String(kilobytes),
          })),
        },
      ],
      empty: files.empty,
    },
  ]
}

function sealSection({ facts, texts, digest }: Paper): Block[] {
  const { seal } = texts
  return [
    heading(2, 'seal', seal.heading),
    { kind: 'paragraph', runs: [seal.history, ' ', { kind: 'code', text: facts.historyHash }] },
    { kind: 'paragraph', runs: [seal.data, ' ', { kind: 'code', text: digest }] },
    paragraph(seal.again),
  ]
}
