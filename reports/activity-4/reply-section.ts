import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { indicatorCodes } from '../../server/domain/statistics/indicator-codes.ts'
import type { Block } from '../blocks.ts'
import { strong, verbatim } from './actions-section.ts'
import { column, heading, paragraph } from './parts.ts'
import type { ReportContext } from './report-context.ts'

/** What a published edition prints besides its figures. */
export interface EditionText {
  readonly code: string
  /** The code of the edition that it corrects. */
  readonly supersedes: string | null
  readonly changes: readonly { readonly what: string; readonly why: string }[]
  /** By institution; the words as they came. */
  readonly replies: readonly {
    readonly institution: string
    readonly on: CalendarDate
    readonly text: string
  }[]
  readonly challenges: readonly {
    readonly institution: string
    /** A code of an indicator, or 'otra'. */
    readonly figure: string
    readonly claim: string
    readonly state: string
    readonly reason: string | null
  }[]
}

/** The right of reply, and what this edition corrects. Nothing where the report is no edition. */
export function replySection(context: ReportContext, edition: EditionText | null): readonly Block[] {
  if (edition === null) return []
  const { results } = context.texts
  const { replies } = edition
  return [
    heading(1, 'reply', results.reply),
    paragraph(results.replyIntro),
    heading(2, 'reply-words', results.replies),
    ...(replies.length === 0 ? [paragraph(results.repliesNone)] : []),
    ...replies.flatMap(({ institution, on, text }) => [
      strong(results.answerOf(institution, context.date(on))),
      ...verbatim(text),
    ]),
    heading(2, 'reply-challenges', results.challenges),
    ...challengeBlocks(context, edition),
    ...changeBlocks(context, edition),
  ]
}

function challengeBlocks({ texts }: ReportContext, { challenges }: EditionText): readonly Block[] {
  const { results, indicators } = texts
  if (challenges.length === 0) return [paragraph(results.challengesNone)]
  const named = (figure: string) => {
    const code = indicatorCodes.find(each => each === figure)
    return code ? `${code.replace(/-.*$/, '')} ${indicators[code].name}` : results.otherFigure
  }
  return [
    {
      kind: 'table',
      caption: results.challenges,
      columns: [
        column('institution', results.institution, 20, 'start'),
        column('figure', results.figure, 18, 'start'),
        column('claim', results.claim, 31, 'start'),
        column('decision', results.decision, 31, 'start'),
      ],
      groups: [
        {
          rows: challenges.map(({ institution, figure, claim, state, reason }) => ({
            institution,
            figure: named(figure),
            claim: oneLine(claim),
            decision: [results.words[state] ?? state, ...(reason === null ? [] : [oneLine(reason)])].join(
              ': ',
            ),
          })),
        },
      ],
      empty: results.challengesNone,
    },
  ]
}

function changeBlocks({ texts }: ReportContext, { supersedes, changes }: EditionText): readonly Block[] {
  const { results } = texts
  if (supersedes === null) return []
  return [
    heading(2, 'reply-changes', results.changes),
    paragraph(results.changesTo(supersedes)),
    {
      kind: 'table',
      caption: results.changes,
      columns: [column('what', results.change, 50, 'start'), column('why', results.why, 50, 'start')],
      groups: [{ rows: changes.map(({ what, why }) => ({ what: oneLine(what), why: oneLine(why) })) }],
      empty: texts.frame.emptyTable,
    },
  ]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
