import type { Block, TableRow } from '../blocks.ts'
import { formatInteger, formatPercent, formatShareRange } from '../format.ts'
import { strong, verbatim } from './actions-section.ts'
import { followUpTexts } from './follow-up-texts.ts'
import type { FollowUpFigures, RecommendationLine, RecommendationShare } from './follow-up.ts'
import { column, heading, paragraph, printed } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** Recommendations of the edition before with Y3, and those of this one. Nothing in a report on a part. */
export function recommendationsSection(context: ReportContext): readonly Block[] {
  const { followUp } = context.figures
  if (followUp === null) return []
  const texts = followUpTexts(context.language)
  const { recommends } = followUp
  return [
    heading(1, 'recommendations', texts.recommendations),
    ...followedBlocks(context, followUp),
    heading(2, 'recommendations-own', texts.own),
    ...(recommends.length === 0
      ? [paragraph(texts.ownNone)]
      : listBlocks(context, texts.own, followUp, recommends, false)),
  ]
}

function followedBlocks(context: ReportContext, followUp: FollowUpFigures): readonly Block[] {
  const { language, date } = context
  const texts = followUpTexts(language)
  const { previous, recommended, shares } = followUp
  if (previous === null) return [paragraph(texts.first)]
  const n = formatInteger(recommended.length)
  const opening = paragraph(texts.followed(previous.code, date(previous.from), date(previous.to), n))
  if (recommended.length === 0) return [paragraph(texts.none)]
  return [
    opening,
    sharesTable(context, shares),
    ...listBlocks(context, texts.stood, followUp, recommended, true),
    ...wordBlocks(context, followUp),
  ]
}

function sharesTable(context: ReportContext, shares: readonly RecommendationShare[]): Block {
  const {
    texts: { tables, frame },
  } = context
  const texts = followUpTexts(context.language)
  const rateOf = ({ rate, caution }: RecommendationShare) =>
    rate === null ? frame.few : `${formatPercent(rate)}${caution === 'caution' ? '*' : ''}`
  return {
    kind: 'table',
    caption: texts.shares,
    note: tableNote(context, texts.sharesNote, []),
    columns: [
      column('state', texts.state, 40, 'start'),
      column('count', tables.count, 10),
      column('n', tables.n, 10),
      column('rate', tables.rate, 24),
      column('interval', tables.interval, 16),
    ],
    groups: [
      {
        rows: shares.map(share => ({
          state: texts.states[share.state],
          count: formatInteger(share.count),
          n: formatInteger(share.n ?? 0),
          rate: { text: rateOf(share), bar: share.rate ?? 0 },
          interval: share.interval === null ? '' : formatShareRange(share.interval),
        })),
      },
    ],
    empty: frame.emptyTable,
  }
}

function listBlocks(
  context: ReportContext,
  caption: string,
  followUp: FollowUpFigures,
  lines: readonly RecommendationLine[],
  withState: boolean,
): readonly Block[] {
  const texts = followUpTexts(context.language)
  const name = namer(followUp)
  const all: readonly TableRow[] = lines.map(line => ({
    addressee: line.institutionId === null ? texts.all : name(line.institutionId),
    recommendation: oneLine(line.text),
    ...(withState ? { state: stateOf(context, line) } : {}),
  }))
  const { rows, blocks } = printed(context, all, mostRowsPrinted, context.files.figures.attachment.name)
  const columns = [
    column('addressee', texts.addressee, 24, 'start'),
    column('recommendation', texts.recommendation, withState ? 40 : 76, 'start'),
    ...(withState ? [column('state', texts.stood, 36, 'start')] : []),
  ]
  return [
    { kind: 'table', caption, columns, groups: [{ rows }], empty: context.texts.frame.emptyTable },
    ...blocks,
  ]
}

function stateOf({ language, date }: ReportContext, line: RecommendationLine): string {
  const texts = followUpTexts(language)
  const state = texts.states[line.state]
  const since = line.stateDay === null ? state : texts.since(state, date(line.stateDay))
  return line.stateNote === null ? since : `${since}: ${oneLine(line.stateNote)}`
}

function wordBlocks({ language, date }: ReportContext, followUp: FollowUpFigures): readonly Block[] {
  const texts = followUpTexts(language)
  const name = namer(followUp)
  const words = followUp.recommended.flatMap(line => line.words)
  if (words.length === 0) return []
  return [
    heading(2, 'recommendations-words', texts.words),
    paragraph(texts.wordsNote),
    ...words.flatMap(({ institutionId, state, on, text }) => [
      strong(texts.said(name(institutionId), texts.states[state], date(on))),
      ...verbatim(text),
    ]),
  ]
}

function namer({ bodies }: FollowUpFigures): (id: string) => string {
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? id
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
