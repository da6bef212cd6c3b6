import type { GroupFigures } from '../../server/domain/statistics/indicators.ts'
import type { Block, TableRow } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { column, opening, printed } from './parts.ts'
import { qualityTexts } from './quality-texts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** O1 to O4 and G2 of each kind of institution and each institution with an answer, by name. */
export function outcomesByGroup(context: ReportContext): readonly Block[] {
  const { figures, texts, institution, language } = context
  const words = qualityTexts(language)
  const kindName = (key: string) => texts.names.institutionKinds[key] ?? key
  const kinds = figures.byInstitutionKind.filter(hasAnswer)
  return [
    ...(kinds.length < 2 ? [] : outcomeTable(context, words.outcomesByKind, kinds, kindName)),
    ...outcomeTable(
      context,
      words.outcomesByInstitution,
      figures.byInstitution.filter(hasAnswer),
      institution,
    ),
  ]
}

function hasAnswer({ full }: GroupFigures): boolean {
  return (full.n ?? 0) > 0
}

function outcomeTable(
  context: ReportContext,
  caption: string,
  groups: readonly GroupFigures[],
  nameOf: (key: string) => string,
): readonly Block[] {
  const { texts, files, language } = context
  const words = qualityTexts(language)
  const list = printed(context, groups, mostRowsPrinted, files.figures.attachment.name)
  return [
    {
      kind: 'table',
      caption,
      note: tableNote(context, words.outcomesByInstitutionNote, ['closed']),
      columns: [
        column('name', texts.tables.group, 37, 'start'),
        column('n', words.answersColumn, 9),
        column('full', words.full, 9),
        column('partial', words.partial, 9),
        column('refused', words.refused, 9),
        column('notHeld', words.notHeld, 9),
        column('dismissed', words.dismissed, 9),
        column('unreasoned', words.unreasoned, 9),
      ],
      groups: [{ rows: list.rows.map(group => ({ ...countsOf(context, group), name: nameOf(group.key) })) }],
      empty: texts.frame.emptyTable,
    },
    ...list.blocks,
  ]
}

function countsOf(context: ReportContext, group: GroupFigures): TableRow {
  const { full, partial, refused, notHeld, dismissed, unreasoned } = group
  const count = (figure: GroupFigures['full']) => opening(context, figure.count, figure)
  return {
    n: formatInteger(full.n ?? 0),
    full: count(full),
    partial: count(partial),
    refused: count(refused),
    notHeld: count(notHeld),
    dismissed: count(dismissed),
    unreasoned: count(unreasoned),
  }
}
