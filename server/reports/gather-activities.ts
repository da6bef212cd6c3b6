import type { Activities, Assistance, Dissemination, Training } from '../../reports/activity-4/inputs.ts'
import type { Context } from '../context.ts'
import { dayIn, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import type * as stored from '../store/training-store.ts'
import type { Dissemination as StoredDissemination } from '../store/dissemination-store.ts'

/** What the coordination did on days within the two given; what was annulled is not in it. */
export async function gatherActivities(
  { stores }: Pick<Context, 'stores'>,
  from: CalendarDate,
  to: CalendarDate,
): Promise<Activities> {
  const trainings: Training[] = []
  for await (const item of stores.trainings.between(from, to))
    if (!item.annulled) trainings.push(training(item))
  const assistances: Assistance[] = []
  for await (const item of stores.assistances.between(from, to)) {
    const { id, day: on, organisationId, subject, minutes, requestIds } = item
    if (!item.annulled) assistances.push({ id, on, organisationId, subject, minutes, requestIds })
  }
  const disseminations: Dissemination[] = []
  for await (const item of stores.disseminations.between(from, to))
    if (!item.annulled) disseminations.push(dissemination(item))
  return { trainings, assistances, disseminations }
}

function training(item: stored.Training): Training {
  const { id, days, subject, kind, audience, organisationIds, institutionIds } = item
  const { participants, women, men, otherGender, hours, answers, meanBefore, meanAfter } = item
  const [on] = days
  if (on === undefined) throw new RangeError(`The training ${id} has no day`)
  return {
    ...{ id, on, days: days.length, title: subject, kind, organisationIds, institutionIds },
    audience: audience === 'unidades' ? 'units' : 'organisations',
    ...{ participants, women, men, otherGender, hours, answers, meanBefore, meanAfter },
  }
}

function dissemination(item: StoredDissemination): Dissemination {
  const { id, day: on, audience, institutionId, means, acknowledgedAt, answers } = item
  const { reportSha256: sha256, reportFrom: from, reportTo: to } = item
  return {
    ...{ id, on, institutionId, means, report: { sha256, from, to } },
    audience: audience === 'unidad' ? 'units' : 'regulator',
    acknowledgedOn: acknowledgedAt && dayIn(guatemalaTimeZone, acknowledgedAt),
    answers: answers.map(({ at, text }) => ({ on: dayIn(guatemalaTimeZone, at), text })),
  }
}
