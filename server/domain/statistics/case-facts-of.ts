import { dayIn, dayNumber, guatemalaTimeZone, type CalendarDate } from '../calendar/calendar-date.ts'
import { breachesOn } from '../request/breaches.ts'
import { type EffectiveAct, partyOfEvent } from '../request/effective-acts.ts'
import type { EventType, RequestEvent } from '../request/events.ts'
import { foldRequest, type FoldedRequest } from '../request/fold.ts'
import type { LawContext } from '../request/law-context.ts'
import { baseResponseClock, responseClock, stateOn } from '../request/state-on.ts'
import { isDisputed } from '../request/testimony.ts'
import type { CaseFacts } from './case-facts.ts'

export interface CountedRequest {
  readonly id: string
  readonly reference: string
  readonly organisationId: string
  readonly institutionId: string
  readonly events: readonly RequestEvent[]
}

/**
 * What the indicators read of a request as of a day: only acts that took place on or before it are folded,
 * so a later act never changes an older report. Null for a request that was filed after that day.
 */
export function caseFactsOf(request: CountedRequest, law: LawContext, asOf: CalendarDate): CaseFacts | null {
  const events = request.events.filter(({ occurredOn }) => occurredOn <= asOf)
  const [filing] = events
  if (filing?.type !== 'filed') return null
  const folded = foldRequest(events, law)
  if (folded.receivedOn > asOf) return null
  const { id, reference, institutionId, organisationId } = request
  return {
    ...{ id, reference, institutionId, organisationId },
    kind: folded.kind,
    channel: folded.channel,
    state: stateOn(folded, asOf),
    outcome: folded.outcome,
    receivedOn: folded.receivedOn,
    countedReceipt: folded.countedReceipt,
    loggedOn: dayIn(guatemalaTimeZone, filing.recordedAt),
    ...termsOf(folded),
    ...answerOf(folded, law),
    clarifications: clarificationsOf(folded, law),
    firstResponseOn: folded.acts.find(isOfUnit)?.on ?? null,
    deliveredOn: dayOfFirst(folded, 'delivered'),
    withdrawnOn: dayOfFirst(folded, 'withdrawn'),
    referredOn: dayOfFirst(folded, 'referred'),
    amparoOn: dayOfFirst(folded, 'amparo_noted'),
    breaches: standingBreaches(request.id, folded, events, asOf, law),
    review: reviewOf(folded),
    disputed: isDisputed(events),
  }
}

function termsOf(folded: FoldedRequest) {
  const response = responseClock(folded)
  const isAwaited = response?.stoppedBy === 'clarification_requested'
  const delivery = folded.clocks.find(({ id }) => id === 'K4')
  const { extension } = folded
  return {
    admittedOn: dayOfFirst(folded, 'admitted'),
    baseDue: isAwaited ? null : (baseResponseClock(folded)?.dueOn ?? null),
    dueOn: isAwaited ? null : (response?.dueOn ?? null),
    fictaDueOn: delivery?.dueOn ?? null,
    extension: extension && {
      notifiedOn: extension.notifiedOn,
      days: extension.days,
      faults: extension.defects,
    },
  }
}

/** The written resolution answers (42); days are counted to its notice (48.3), or to it where none is known. */
function answerOf(folded: FoldedRequest, { calendar }: LawContext) {
  const resolution = folded.acts.find(({ type }) => type === 'resolved')
  const notifiedOn = dayOfFirst(folded, 'notified')
  const answeredOn = resolution?.on ?? null
  const reachedOn = notifiedOn ?? answeredOn
  const { countedReceipt } = folded
  const days = reachedOn === null ? null : calendar.workingDaysBetween(countedReceipt, reachedOn)
  const data = resolution?.event.type === 'resolved' ? resolution.event.data : null
  const filing = folded.acts[0]
  return {
    answeredOn,
    notifiedOn,
    grounds: data?.grounds ?? [],
    groundArticle: data?.article ?? null,
    classificationResolution: data?.classificationResolution ?? null,
    costQuetzales: data?.costQuetzales ?? null,
    workingDaysToAnswer: days,
    calendarDaysToAnswer: reachedOn === null ? null : dayNumber(reachedOn) - dayNumber(countedReceipt),
    netDaysToAnswer: days === null ? null : days - pausedDays(folded, calendar),
    answerSource: resolution
      ? resolution.ownWord
        ? ('institution' as const)
        : ('organisation' as const)
      : null,
    evidenced: [filing, resolution].every(act => act === undefined || isBacked(act)),
  }
}

function clarificationsOf(folded: FoldedRequest, { calendar }: LawContext): CaseFacts['clarifications'] {
  const asked = folded.acts.filter(({ type }) => type === 'clarification_requested')
  const given = folded.acts.filter(({ type }) => type === 'clarified')
  return asked.map(({ on }, index) => {
    const answeredOn = given[index]?.on ?? null
    return {
      requestedOn: on,
      answeredOn,
      workingDays: answeredOn === null ? null : calendar.workingDaysBetween(on, answeredOn),
    }
  })
}

/** Working days that the requester took to clarify. */
function pausedDays(folded: FoldedRequest, calendar: LawContext['calendar']): number {
  const asked = folded.acts.find(({ type }) => type === 'clarification_requested')
  const given = folded.acts.find(({ type }) => type === 'clarified')
  return asked && given ? calendar.workingDaysBetween(asked.on, given.on) : 0
}

function standingBreaches(
  id: string,
  folded: FoldedRequest,
  events: readonly RequestEvent[],
  asOf: CalendarDate,
  law: LawContext,
): CaseFacts['breaches'] {
  return breachesOn(id, folded, events, asOf, law)
    .filter(({ standing }) => standing === 'vigente')
    .map(({ id: breachId, clock, article, dueOn, beganOn, curedOn, workingDaysLate }) => ({
      ...{ id: breachId, clock, article, dueOn, beganOn, curedOn, workingDaysLate },
    }))
}

function reviewOf(folded: FoldedRequest): CaseFacts['review'] {
  const filed = folded.acts.find(({ type }) => type === 'review_filed')
  const decision = folded.clocks.find(({ id }) => id === 'K6')
  if (!filed || !decision) return null
  const windows = folded.clocks.filter(({ id, startedOn }) => id === 'K5' && startedOn <= filed.on)
  return {
    filedOn: filed.on,
    filedInTime: windows.some(({ dueOn }) => filed.on <= dueOn),
    decisionDueOn: decision.dueOn,
    decidedOn: dayOfFirst(folded, 'review_decided'),
    sense: folded.sense,
    complianceDueOn: folded.clocks.find(({ id }) => id === 'K7')?.dueOn ?? null,
    compliedOn: dayOfFirst(folded, 'complied'),
  }
}

function dayOfFirst({ acts }: FoldedRequest, type: EventType): CalendarDate | null {
  return acts.find(act => act.type === type)?.on ?? null
}

/** Done by the institution, whoever says so. */
function isOfUnit({ event, ownWord }: EffectiveAct): boolean {
  return partyOfEvent(event) === 'unit' || !ownWord
}

function isBacked({ evidence }: EffectiveAct): boolean {
  return evidence.some(({ kind }) => kind !== 'declarada')
}
