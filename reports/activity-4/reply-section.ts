import { indicatorCodes } from '../../server/domain/statistics/indicator-codes.ts'
import type { Block } from '../blocks.ts'
import type { EditionText } from './edition-text.ts'
import { column, heading, paragraph } from './parts.ts'
import type { ReportContext } from './report-context.ts'

/** Figures that institutions challenged, and what this edition corrects. Nothing where the report is no edition. */
export function replySection(context: ReportContext, edition: EditionText | null): readonly Block[] {
  if (edition === null) return []
  const { results } = context.texts
  return [
    heading(1, 'reply', results.reply),
    {
      kind: 'paragraph',
      runs: [results.replyIntro, { kind: 'link', text: results.replyWhere, href: '#sheets' }, '.'],
    },
    ...(edition.replies.length === 0 ? [paragraph(results.repliesNone)] : []),
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
