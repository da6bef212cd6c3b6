import { indicatorCodes } from '../../server/domain/statistics/indicator-codes.ts'
import type { Block, TableColumn, TableRow } from '../blocks.ts'
import { followUpTexts } from './follow-up-texts.ts'
import type { CorrectionsLog } from './follow-up.ts'
import { column, heading, paragraph, printed } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'

/** What changed since the last edition, and why. Nothing in a report on a part. */
export function correctionsSection(context: ReportContext): readonly Block[] {
  const { followUp } = context.figures
  if (followUp === null) return []
  const texts = followUpTexts(context.language)
  const opening = heading(1, 'corrections', texts.corrections)
  const { corrections } = followUp
  if (corrections === null) return [opening, paragraph(texts.correctionsFirst), paragraph(texts.again)]
  const { code, publishedOn } = corrections.since
  return [
    opening,
    paragraph(texts.correctionsSince(code, context.date(publishedOn))),
    ...challengeBlocks(context, corrections),
    ...requestBlocks(context, corrections),
    ...entryBlocks(context, corrections),
    ...closureBlocks(context, corrections),
    paragraph(texts.again),
  ]
}

function challengeBlocks(context: ReportContext, { challenges }: CorrectionsLog): readonly Block[] {
  const texts = followUpTexts(context.language)
  const { results, indicators } = context.texts
  const nameOf = namer(context)
  const figureOf = (figure: string) => {
    const code = indicatorCodes.find(each => each === figure)
    return code ? `${code.replace(/-.*$/, '')} ${indicators[code].name}` : results.otherFigure
  }
  const columns = [
    column('institution', results.institution, 20, 'start'),
    column('figure', results.figure, 18, 'start'),
    column('claim', results.claim, 31, 'start'),
    column('decision', results.decision, 31, 'start'),
  ]
  const rows = challenges.map(({ institutionId, figure, claim, state, reason }) => ({
    institution: nameOf(institutionId),
    figure: figureOf(figure),
    claim: oneLine(claim),
    decision: `${results.words[state] ?? state}: ${oneLine(reason)}`,
  }))
  return [
    heading(2, 'corrections-challenges', texts.challenges),
    ...listed(context, texts.challenges, texts.challengesNone, columns, rows),
  ]
}

function requestBlocks(context: ReportContext, { requests }: CorrectionsLog): readonly Block[] {
  const texts = followUpTexts(context.language)
  const columns = [
    column('case', context.texts.results.case, 24, 'start', 'code'),
    column('act', texts.act, 26, 'start'),
    column('day', texts.day, 16, 'start'),
    column('change', texts.change, 18, 'start'),
    column('changedOn', texts.changedOn, 16, 'start'),
  ]
  const rows = requests.map(({ reference, type, on, change, recordedOn }) => ({
    ...{ case: reference, act: texts.acts[type], day: context.date(on) },
    ...{ change: texts.changes[change], changedOn: context.date(recordedOn) },
  }))
  const blocks = listed(context, texts.requests, texts.requestsNone, columns, rows)
  const note = rows.length === 0 ? [] : [paragraph(texts.requestsNote)]
  return [heading(2, 'corrections-requests', texts.requests), ...blocks, ...note]
}

function entryBlocks(context: ReportContext, { entries }: CorrectionsLog): readonly Block[] {
  const texts = followUpTexts(context.language)
  const nameOf = namer(context)
  const columns = [
    column('register', texts.register, 13, 'start'),
    column('what', texts.what, 27, 'start'),
    column('day', texts.day, 13, 'start'),
    column('change', texts.change, 14, 'start'),
    column('reason', texts.reason, 33, 'start'),
  ]
  const rows = entries.map(({ register, name, on, change, changedOn, reason }) => ({
    ...{ register: texts.registers[register], what: oneLine(nameOf(name)), day: context.date(on) },
    change: `${texts.changes[change]}, ${context.date(changedOn)}`,
    reason: reason ?? '',
  }))
  return [
    heading(2, 'corrections-entries', texts.entries),
    ...listed(context, texts.entries, texts.entriesNone, columns, rows),
  ]
}

function closureBlocks(context: ReportContext, { closures }: CorrectionsLog): readonly Block[] {
  const texts = followUpTexts(context.language)
  const columns = [
    column('acuerdo', texts.acuerdo, 50, 'start'),
    column('days', texts.days, 32, 'start'),
    column('changedOn', texts.changedOn, 18, 'start'),
  ]
  const rows = closures.map(({ name, source, days, recordedOn }) => ({
    acuerdo: `${source}. ${name}`,
    days: days.map(context.date).join('; '),
    changedOn: context.date(recordedOn),
  }))
  return [
    heading(2, 'corrections-closures', texts.closures),
    ...listed(context, texts.closures, texts.closuresNone, columns, rows),
  ]
}

/** The first rows, and where the rest is; a sentence where there is none. */
function listed(
  context: ReportContext,
  caption: string,
  none: string,
  columns: readonly TableColumn[],
  all: readonly TableRow[],
): readonly Block[] {
  if (all.length === 0) return [paragraph(none)]
  const { rows, blocks } = printed(context, all, mostRowsPrinted, context.files.figures.attachment.name)
  return [{ kind: 'table', caption, columns, groups: [{ rows }], empty: none }, ...blocks]
}

/** Of an institution by its id; what is no id stays as it is, and the regulator has none. */
function namer({ figures, texts }: ReportContext): (id: string) => string {
  const names = new Map((figures.followUp?.bodies ?? []).map(({ id, name }) => [id, name]))
  return id => (id === '' ? texts.results.regulator : (names.get(id) ?? id))
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
