import type { Block, TableBlock, TableColumn, TableRow } from '../blocks.ts'
import { formatDays, formatInteger } from '../format.ts'
import type { Training } from './inputs.ts'
import { column, heading, paragraph } from './parts.ts'
import type { ReportContext } from './report-context.ts'

/** Result 2: what organisations were taught and helped with. */
export function organisationsHelped(context: ReportContext): readonly Block[] {
  const { figures, texts, organisation, date } = context
  const { results } = texts
  const trainings = figures.trainings.filter(({ audience }) => audience === 'organisations')
  const { assistances } = figures
  const opening = heading(1, 'result-2', results.second)
  if (trainings.length + assistances.length === 0) return [opening, paragraph(results.noRecords)]
  const helped = new Set(assistances.map(({ organisationId }) => organisationId)).size
  return [
    opening,
    ...trainingBlocks(context, trainings),
    paragraph(results.assistancesTotal(formatInteger(assistances.length), texts.frame.organisations(helped))),
    table(
      context,
      results.assistances,
      [
        column('date', results.date, 15, 'start'),
        column('organisation', results.organisation, 40, 'start'),
        column('subject', results.subject, 45, 'start'),
      ],
      assistances.map(({ on, organisationId, subject }) => ({
        date: date(on),
        organisation: organisation(organisationId),
        subject,
      })),
    ),
  ]
}

/** Result 3: what information units were taught. */
export function unitsTrained(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const trainings = figures.trainings.filter(({ audience }) => audience === 'units')
  const opening = heading(1, 'result-3', texts.results.third)
  if (trainings.length === 0) return [opening, paragraph(texts.results.noRecords)]
  return [opening, ...trainingBlocks(context, trainings)]
}

/** Result 4: what was handed to units and to the regulator. */
export function disseminated(context: ReportContext): readonly Block[] {
  const { figures, texts, date } = context
  const { results } = texts
  const acts = figures.disseminations
  const opening = heading(1, 'result-4', results.fourth)
  if (acts.length === 0) return [opening, paragraph(results.noRecords)]
  const toUnits = acts.filter(({ audience }) => audience === 'units').length
  return [
    opening,
    paragraph(
      results.disseminationsTotal(
        formatInteger(acts.length),
        formatInteger(toUnits),
        formatInteger(acts.length - toUnits),
      ),
    ),
    table(
      context,
      results.disseminations,
      [
        column('date', results.date, 14, 'start'),
        column('activity', results.activity, 40, 'start'),
        column('audience', results.audience, 20, 'start'),
        column('means', results.means, 14, 'start'),
        column('recipients', results.recipients, 12),
      ],
      acts.map(({ on, title, audience, means, recipients }) => ({
        date: date(on),
        activity: title,
        audience: results[audience],
        means,
        recipients: formatInteger(recipients),
      })),
    ),
  ]
}

function trainingBlocks(context: ReportContext, trainings: readonly Training[]): readonly Block[] {
  const { results } = context.texts
  const people = trainings.reduce((sum, { participants }) => sum + participants, 0)
  const bodies = new Set(trainings.flatMap(({ bodyIds }) => bodyIds)).size
  const total = results.trainingsTotal(
    formatInteger(trainings.length),
    formatInteger(people),
    formatInteger(bodies),
  )
  const columns = [
    column('date', results.date, 14, 'start'),
    column('activity', results.activity, 46, 'start'),
    column('bodies', results.bodies, 13),
    column('people', results.people, 15),
    column('hours', results.hours, 12),
  ]
  const rows = trainings.map(({ on, title, bodyIds, participants, hours }) => ({
    date: context.date(on),
    activity: title,
    bodies: formatInteger(bodyIds.length),
    people: formatInteger(participants),
    hours: hours === null ? '' : formatDays(hours),
  }))
  return [paragraph(total), table(context, results.trainings, columns, rows)]
}

function table(
  { texts }: ReportContext,
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): TableBlock {
  return { kind: 'table', caption, columns, groups: [{ rows }], empty: texts.results.noRecords }
}
