import { dayIn, dayNumber, guatemalaTimeZone, type CalendarDate } from '../calendar/calendar-date.ts'
import { breachesOn } from '../request/breaches.ts'
import { partyOfEvent, type EffectiveAct } from '../request/effective-acts.ts'
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
 * What the indicators read of a request as of a day: only what took place on or before it is folded, so a
 * later act or correction never changes an older report. Null for a request that was filed after that day.
 * @throws RangeError as `foldRequest`.
 */
export function caseFactsOf(request: CountedRequest, law: LawContext, asOf: CalendarDate): CaseFacts | null {
  return readCase(request, law, asOf)?.facts ?? null
}

/** As `caseFactsOf`, with the fold that they were read from. */
export function readCase(
  request: CountedRequest,
  law: LawContext,
  asOf: CalendarDate,
): { readonly facts: CaseFacts; readonly folded: FoldedRequest } | null {
  const events = request.events.filter(({ occurredOn }) => occurredOn <= asOf)
  const filing = events.find(({ type }) => type === 'filed')
  if (!filing) return null
  const folded = foldRequest(events, law)
  if (folded.receivedOn > asOf) return null
  return { facts: factsOf(request, filing, { folded, events, law, asOf, firsts: firstActs(folded) }), folded }
}

/** Field by field, since a literal that spreads others is made many times more slowly. */
function factsOf(request: CountedRequest, filing: RequestEvent, reading: Reading): CaseFacts {
  const { folded, events, asOf } = reading
  const clarifications = clarificationsOf(reading)
  const due = dueDaysOf(folded)
  const said = resolutionOf(reading)
  const speed = speedOf(reading, clarifications)
  return {
    id: request.id,
    reference: request.reference,
    institutionId: request.institutionId,
    organisationId: request.organisationId,
    kind: folded.kind,
    channel: folded.channel,
    state: stateOn(folded, asOf),
    outcome: folded.outcome,
    grounds: said.grounds,
    groundArticle: said.article,
    classificationResolution: said.classificationResolution,
    costQuetzales: costOf(said.costQuetzales, reading),
    answerSource: sourceOf(reading),
    receivedOn: folded.receivedOn,
    countedReceipt: folded.countedReceipt,
    loggedOn: dayIn(guatemalaTimeZone, filing.recordedAt),
    admittedOn: dayOfFirst(reading, 'admitted'),
    clarifications,
    baseDue: due.baseDue,
    dueOn: due.dueOn,
    extension: extensionOf(folded),
    // Whatever the unit did first: to assign it to a liaison too, though the requester saw nothing of it.
    firstResponseOn: folded.acts.find(isOfUnit)?.on ?? null,
    // The resolution, whatever its sense: article 42 asks for it within the term. Its notice is another day.
    answeredOn: dayOfFirst(reading, 'resolved'),
    notifiedOn: dayOfFirst(reading, 'notified'),
    deliveredOn: dayOfFirst(reading, 'delivered'),
    withdrawnOn: dayOfFirst(reading, 'withdrawn'),
    referredOn: dayOfFirst(reading, 'referred'),
    amparoOn: dayOfFirst(reading, 'amparo_noted'),
    fictaDueOn: fictaDueOf(folded, asOf),
    workingDaysToAnswer: speed.working,
    calendarDaysToAnswer: speed.calendar,
    netDaysToAnswer: speed.net,
    breaches: breachesOf(request.id, reading),
    review: reviewOf(reading),
    disputed: isDisputed(events),
    evidenced: isEvidenced(reading),
  }
}

/** A folded request with the first act of each type that moved it. */
interface Reading {
  readonly folded: FoldedRequest
  readonly events: readonly RequestEvent[]
  readonly law: LawContext
  readonly asOf: CalendarDate
  readonly firsts: ReadonlyMap<EventType, EffectiveAct>
}

function firstActs({ acts, unfit }: FoldedRequest): ReadonlyMap<EventType, EffectiveAct> {
  const firsts = new Map<EventType, EffectiveAct>()
  for (const act of acts) if (!firsts.has(act.type) && !unfit.includes(act)) firsts.set(act.type, act)
  return firsts
}

function dayOfFirst({ firsts }: Reading, type: EventType): CalendarDate | null {
  return firsts.get(type)?.on ?? null
}

/** Done by the unit, whoever says so; that it typed a verbal request is no response to it. */
function isOfUnit({ type, event, ownWord }: EffectiveAct): boolean {
  return type !== 'filed' && (partyOfEvent(event) === 'unit' || !ownWord)
}

/** Only once silence has begun it: the fold foresees it for every request. */
function fictaDueOf({ clocks }: FoldedRequest, asOf: CalendarDate): CalendarDate | null {
  return clocks.find(({ id, begunOn }) => id === 'K4' && begunOn <= asOf)?.dueOn ?? null
}

function extensionOf({ extension }: FoldedRequest): CaseFacts['extension'] {
  if (extension === null) return null
  const { notifiedOn, days, defects } = extension
  return { notifiedOn, days, faults: defects }
}

/** None where a clarification was asked for and did not come. */
function dueDaysOf(folded: FoldedRequest): Pick<CaseFacts, 'baseDue' | 'dueOn'> {
  const base = baseResponseClock(folded)
  const response = responseClock(folded)
  if (!base || !response || response.stoppedBy === 'clarification_requested')
    return { baseDue: null, dueOn: null }
  return { baseDue: base.dueOn, dueOn: response.dueOn }
}

function clarificationsOf({ folded: { acts }, law }: Reading): CaseFacts['clarifications'] {
  const given = acts.filter(({ type }) => type === 'clarified')
  return acts
    .filter(({ type }) => type === 'clarification_requested')
    .map(({ on }, index) => {
      const answeredOn = given[index]?.on ?? null
      const workingDays = answeredOn === null ? null : law.calendar.workingDaysBetween(on, answeredOn)
      return { requestedOn: on, answeredOn, workingDays }
    })
}

/** What the resolution says. The organisation cannot state grounds, so its word has none to show. */
function resolutionOf({ firsts }: Reading) {
  const resolution = firsts.get('resolved')
  return resolution?.event.type === 'resolved' ? resolution.event.data : unsaid
}

const unsaid = { grounds: [], article: null, classificationResolution: null, costQuetzales: null }

/** What was charged on delivery, where that is known, and what the resolution announced where it is not. */
function costOf(announced: number | null, { firsts }: Reading): number | null {
  const delivery = firsts.get('delivered')
  return delivery?.event.type === 'delivered' ? delivery.event.data.costQuetzales : announced
}

/** Whose word it is that there was an answer. */
function sourceOf({ firsts }: Reading): CaseFacts['answerSource'] {
  const resolution = firsts.get('resolved')
  if (!resolution) return null
  return resolution.ownWord ? 'institution' : 'organisation'
}

/**
 * Days from the counted receipt to the notice (48.3), or to the resolution where no notice is known; 0 where
 * it was answered on the day off on which it came. Net of the working days that the requester took to clarify.
 */
function speedOf({ folded, law, firsts }: Reading, clarifications: CaseFacts['clarifications']) {
  const reachedOn = (firsts.get('notified') ?? firsts.get('resolved'))?.on
  if (!reachedOn) return { working: null, calendar: null, net: null }
  const { countedReceipt } = folded
  const working = Math.max(0, law.calendar.workingDaysBetween(countedReceipt, reachedOn))
  const paused = clarifications.reduce((sum, { workingDays }) => sum + (workingDays ?? 0), 0)
  return {
    working,
    calendar: Math.max(0, dayNumber(reachedOn) - dayNumber(countedReceipt)),
    net: Math.max(0, working - paused),
  }
}

/** Those that stand: one that a correction or an acuerdo has overtaken is in the history, not in the figures. */
function breachesOf(id: string, { folded, events, law, asOf }: Reading): CaseFacts['breaches'] {
  return breachesOn(id, folded, events, asOf, law)
    .filter(({ standing }) => standing === 'vigente')
    .map(({ id: breachId, clock, article, dueOn, beganOn, curedOn, workingDaysLate }) => {
      return { id: breachId, clock, article, dueOn, beganOn, curedOn, workingDaysLate }
    })
}

/**
 * The review, where one was filed. In time: on the last of the windows open to it at the latest. Before the
 * first has opened harms nobody, so a review of silence filed then is in time as well.
 */
function reviewOf(reading: Reading): CaseFacts['review'] {
  const { folded, firsts } = reading
  const filed = firsts.get('review_filed')
  const decision = folded.clocks.find(({ id }) => id === 'K6')
  if (!filed || !decision) return null
  const windows = folded.clocks.filter(({ id, stoppedBy }) => id === 'K5' && stoppedBy === 'review_filed')
  return {
    filedOn: filed.on,
    filedInTime: windows.length === 0 || windows.some(({ dueOn }) => filed.on <= dueOn),
    decisionDueOn: decision.dueOn,
    decidedOn: dayOfFirst(reading, 'review_decided'),
    sense: folded.sense,
    complianceDueOn: folded.clocks.find(({ id }) => id === 'K7')?.dueOn ?? null,
    compliedOn: dayOfFirst(reading, 'complied'),
  }
}

/** A stamp, a message, minutes or a file for the receipt and, where there is one, for the answer or its notice. */
function isEvidenced({ firsts }: Reading): boolean {
  const isBacked = (type: EventType) =>
    firsts.get(type)?.evidence.some(({ kind }) => kind !== 'declarada') ?? false
  return isBacked('filed') && (!firsts.has('resolved') || isBacked('resolved') || isBacked('notified'))
}
