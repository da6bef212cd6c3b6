import type { ChangeFigure } from '../../server/domain/statistics/comparison.ts'
import { caseResultKinds } from '../../server/domain/register/case-results.ts'
import type { Block, TableBlock, TableColumn, TableRow } from '../blocks.ts'
import { formatDays, formatDecimal, formatInteger } from '../format.ts'
import { comparedDays, type ActivityFigures, type TrainingTotals } from './activity-figures.ts'
import type { Dissemination, Training } from './inputs.ts'
import { column, heading, paragraph, printed, said } from './parts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'

/** Result 2: what organisations were taught and helped with, and what came of the cases. */
export function organisationsHelped(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { results } = texts
  const opening = heading(1, 'result-2', results.second)
  const { activities } = figures
  if (activities === null) return [opening, paragraph(results.partial)]
  const { trained, assisted } = activities
  if (trained.organisations.trainings + assisted.assistances === 0)
    return [opening, paragraph(results.noRecords)]
  return [
    opening,
    ...trainingBlocks(context, activities, 'organisations'),
    ...(assisted.assistances === 0 ? [] : assistanceBlocks(context, activities)),
  ]
}

/** Result 3: what information units were taught, and their figures before and after, with the warning. */
export function unitsTrained(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { results } = texts
  const opening = heading(1, 'result-3', results.third)
  const { activities } = figures
  if (activities === null) return [opening, paragraph(results.partial)]
  if (activities.trained.units.trainings === 0) return [opening, paragraph(results.noRecords)]
  return [opening, ...trainingBlocks(context, activities, 'units'), ...beforeAfterBlocks(context, activities)]
}

/** Result 4: what was handed to units and to the regulator, what they acknowledged and answered. */
export function disseminated(context: ReportContext): readonly Block[] {
  const { figures, texts, date } = context
  const { results } = texts
  const opening = heading(1, 'result-4', results.fourth)
  const { activities } = figures
  if (activities === null) return [opening, paragraph(results.partial)]
  const { disseminations, delivered } = activities
  if (disseminations.length === 0) return [opening, paragraph(results.noRecords)]
  const { deliveries, units, regulator, acknowledged, answers } = delivered
  const name = namer(activities)
  const to = ({ institutionId }: Dissemination) =>
    institutionId === null ? results.regulator : name(institutionId)
  const rows = disseminations.map(act => ({
    date: date(act.on),
    audience: to(act),
    report: `${date(act.report.from)} – ${date(act.report.to)}`,
    means: results.words[act.means] ?? act.means,
    acknowledged: act.acknowledgedOn === null ? results.notAcknowledged : date(act.acknowledgedOn),
  }))
  const columns = [
    column('date', results.date, 13, 'start'),
    column('audience', results.audience, 36, 'start'),
    column('report', results.report, 25, 'start'),
    column('means', results.means, 11, 'start'),
    column('acknowledged', results.acknowledged, 15, 'start'),
  ]
  return [
    opening,
    paragraph(
      results.disseminationsTotal(formatInteger(deliveries), formatInteger(units), formatInteger(regulator)),
    ),
    paragraph(
      results.acknowledgedTotal(
        formatInteger(acknowledged),
        formatInteger(deliveries),
        formatInteger(answers),
      ),
    ),
    ...shortTable(context, results.disseminations, columns, rows),
    ...(answers === 0 ? [] : [heading(2, 'result-4-answers', results.answersTitle)]),
    ...disseminations.flatMap(act =>
      act.answers.flatMap(({ on, text }) => [strong(results.answerOf(to(act), date(on))), ...verbatim(text)]),
    ),
  ]
}

/** Somebody's own words: each of their lines is a paragraph. */
export function verbatim(text: string): readonly Block[] {
  return text
    .replaceAll('\t', ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => ({ kind: 'paragraph' as const, runs: [{ kind: 'emphasis' as const, text: line }] }))
}

export function strong(text: string): Block {
  return { kind: 'paragraph', runs: [{ kind: 'strong', text }] }
}

function trainingBlocks(
  context: ReportContext,
  { trainings, trained }: ActivityFigures,
  audience: Training['audience'],
): readonly Block[] {
  const { results } = context.texts
  const totals = trained[audience]
  if (totals.trainings === 0) return []
  const columns = [
    column('date', results.date, 12, 'start'),
    column('activity', results.activity, 33, 'start'),
    column('kind', results.kind, 11, 'start'),
    column('bodies', results.bodies, 9),
    column('people', results.people, 13),
    column('hours', results.hours, 7),
    column('marks', results.marks, 20),
  ]
  const rows = trainings
    .filter(each => each.audience === audience)
    .map(each => ({
      date: context.date(each.on),
      activity: each.title,
      kind: results.words[each.kind] ?? each.kind,
      bodies: formatInteger(new Set([...each.organisationIds, ...each.institutionIds]).size),
      people: formatInteger(each.participants),
      hours: each.hours === null ? '' : formatDays(each.hours),
      marks: marksOf(each),
    }))
  return [...trainingWords(context, totals), ...shortTable(context, results.trainings, columns, rows)]
}

/** '54.5 → 81.0 (n = 20)': the marks never stand without how many answered. */
function marksOf({ answers, meanBefore, meanAfter }: Training): string {
  if (meanBefore === null || meanAfter === null || answers === null) return ''
  return `${formatDecimal(meanBefore, 1)} – ${formatDecimal(meanAfter, 1)} (n\u00a0=\u00a0${formatInteger(answers)})`
}

function trainingWords({ texts }: ReportContext, totals: TrainingTotals): readonly Block[] {
  const { results } = texts
  const { trainings, participants, bodies, hours, women, men, otherGender, untold } = totals
  const { measured, meanBefore, meanAfter, measuredAnswers: answers } = totals
  const count = (n: number) => formatInteger(n)
  const isMeasured = meanBefore !== null && meanAfter !== null
  return [
    paragraph(
      results.trainingsTotal(count(trainings), count(participants), count(bodies), formatDays(hours)),
    ),
    paragraph(results.gender(count(women), count(men), count(otherGender), count(untold))),
    paragraph(
      isMeasured
        ? results.evaluation(
            count(measured),
            count(answers),
            formatDecimal(meanBefore, 1),
            formatDecimal(meanAfter, 1),
          )
        : results.evaluationNone,
    ),
  ]
}

function assistanceBlocks(context: ReportContext, activities: ActivityFigures): readonly Block[] {
  const { texts, date } = context
  const { results } = texts
  const { assistances, assisted, helped } = activities
  const name = namer(activities)
  const total = results.assistancesTotal(
    formatInteger(assisted.assistances),
    texts.frame.organisations(assisted.organisations),
    formatInteger(assisted.minutes),
  )
  const columns = [
    column('date', results.date, 14, 'start'),
    column('organisation', results.organisation, 32, 'start'),
    column('subject', results.subject, 42, 'start'),
    column('minutes', results.minutes, 12),
  ]
  const rows = assistances.map(({ on, organisationId, subject, minutes }) => ({
    date: date(on),
    organisation: name(organisationId),
    subject,
    minutes: formatInteger(minutes),
  }))
  const parts = caseResultKinds.map(kind => `${results.result[kind]}, ${assisted.results[kind]}`).join('; ')
  const cases = helped.map(({ reference, result }) => ({ case: reference, came: results.result[result] }))
  return [
    paragraph(total),
    ...shortTable(context, results.assistances, columns, rows),
    paragraph(
      assisted.results.cases === 0
        ? results.helpedNone
        : results.helpedTotal(formatInteger(assisted.results.cases), parts),
    ),
    ...(cases.length === 0
      ? []
      : shortTable(
          context,
          results.helped,
          [column('case', results.case, 50, 'start', 'code'), column('came', results.came, 50, 'start')],
          cases,
          results.helpedNote,
        )),
  ]
}

function beforeAfterBlocks(context: ReportContext, activities: ActivityFigures): readonly Block[] {
  const { texts, date } = context
  const { results } = texts
  if (activities.beforeAfter.length === 0) return []
  const name = namer(activities)
  const columns = [
    column('institution', results.institution, 30, 'start'),
    column('since', results.since, 12, 'start'),
    column('before', results.before, 21, 'start'),
    column('after', results.after, 21, 'start'),
    column('difference', results.difference, 16),
  ]
  const rows = activities.beforeAfter.map(({ institutionId, first, change }) => ({
    institution: name(institutionId),
    since: date(first),
    before: said(texts, change.before),
    after: said(texts, change.after),
    difference: differenceOf(context, change),
  }))
  return [
    { kind: 'callout', tone: 'neutral', title: results.cause, runs: [results.causeText] },
    ...shortTable(context, results.beforeAfter, columns, rows, results.beforeAfterNote(String(comparedDays))),
  ]
}

/** In percentage points with its interval; words where either side has fewer than ten. */
function differenceOf({ texts }: ReportContext, { difference, interval }: ChangeFigure): string {
  if (difference === null || interval === null) return texts.frame.few
  const points = (share: number) => formatDecimal(share * 100, 1)
  return texts.results.points(`${points(difference)} (${points(interval.low)} – ${points(interval.high)})`)
}

function namer({ bodies }: ActivityFigures): (id: string) => string {
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  return id => names.get(id) ?? id
}

/** The first rows, and where the rest is. */
function shortTable(
  context: ReportContext,
  caption: string,
  columns: readonly TableColumn[],
  all: readonly TableRow[],
  note?: string,
): readonly Block[] {
  const { name } = context.files.figures.attachment
  const { rows, blocks } = printed(context, all, mostRowsPrinted, name)
  const table: TableBlock = {
    ...{ kind: 'table', caption, columns, groups: [{ rows }], empty: context.texts.results.noRecords },
    ...(note === undefined ? {} : { note }),
  }
  return [table, ...blocks]
}
