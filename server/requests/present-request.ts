import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { breachesOn } from '../domain/request/breaches.ts'
import { clockUnit, isDuty, ledgerOf, type Clock } from '../domain/request/clocks.ts'
import type { Actor } from '../domain/request/events.ts'
import { foldRequest, type FoldedRequest } from '../domain/request/fold.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import {
  baseResponseClock,
  currentClock,
  isOpen,
  responseClock,
  stateOn,
} from '../domain/request/state-on.ts'
import { isFinal } from '../domain/request/states.ts'
import { testimonyOf } from '../domain/request/testimony.ts'
import { extensionWindow } from '../domain/law/extension.ts'
import type { InformationRequest } from '../store/request-store.ts'
import type { Sides } from './directory.ts'
import { foldOnce } from './fold-once.ts'
import { actionsFor } from './present-actions.ts'
import { timelineOf } from './present-timeline.ts'
import type { ClockView, DeadlineView, RequestSummary, RequestView, Urgency } from './request-view.ts'

export interface Beholder {
  readonly actor: Actor
  readonly today: CalendarDate
  readonly law: LawContext
  readonly sides: Sides
}

/** A request as a row, as it stands today: nothing in it waits for a job. */
export function presentSummary(
  request: InformationRequest,
  beholder: Omit<Beholder, 'actor'>,
): RequestSummary {
  return summaryOf(request, foldRequest(request.events, beholder.law), beholder)
}

/** A request in full for one of its sides or those who oversee. */
export function presentRequest(request: InformationRequest, beholder: Beholder): RequestView {
  const { actor, today, law } = beholder
  const folded = foldOnce(request.events, law)
  const base = baseResponseClock(folded)
  const filing = request.events[0]
  return {
    ...summaryOf(request, folded, beholder),
    body: request.body,
    channel: request.channel,
    receivedAt: filing?.occurredAt ?? null,
    baseDue: base?.dueOn ?? null,
    extensionNotice: noticeOf(folded, base, law, today),
    clocks: folded.clocks
      .filter(({ begunOn }) => begunOn <= today)
      .map(clock => clockView(clock, folded, law, today)),
    breaches: breachesOn(request.id, folded, request.events, today, law),
    timeline: timelineOf(request, folded, beholder),
    testimony: testimonyOf(request.events),
    allowedActions: actionsFor(actor, request.events, folded, today, law),
    attachments: request.attachments.map(({ addedBy: _person, ...file }) => file),
  }
}

function summaryOf(
  request: InformationRequest,
  folded: FoldedRequest,
  { today, law, sides }: Omit<Beholder, 'actor'>,
): RequestSummary {
  const { id, name, acronym } = sides.institution
  return {
    id: request.id,
    reference: request.reference,
    caseNumber: request.caseNumber,
    title: request.title,
    kind: folded.kind,
    institution: { id, name, acronym },
    organisation: sides.organisation,
    state: stateOn(folded, today),
    outcome: folded.outcome,
    receivedOn: folded.receivedOn,
    dueOn: request.dueOn === null ? null : (responseClock(folded)?.dueOn ?? null),
    deadline: deadlineOf(folded, law, today),
    urgency: urgencyOf(folded, law, today),
    disputed: request.disputed,
    version: request.version,
  }
}

function deadlineOf(
  folded: FoldedRequest,
  { calendar }: LawContext,
  today: CalendarDate,
): DeadlineView | null {
  const clock = isFinal(stateOn(folded, today)) ? null : currentClock(folded, today)
  if (!clock) return null
  return {
    clock: clock.id,
    article: clock.term.article,
    dueOn: clock.dueOn,
    workingDaysLeft: calendar.workingDaysBetween(today, clock.dueOn),
    party: clock.party,
  }
}

const soon = 3

function urgencyOf(folded: FoldedRequest, { calendar }: LawContext, today: CalendarDate): Urgency {
  const duties = folded.clocks.filter(clock => isDuty(clock.id) && isOpen(clock, today))
  if (duties.length === 0) return 'cerrada'
  if (duties.some(({ dueOn }) => dueOn < today)) return 'vencida'
  return duties.some(({ dueOn }) => calendar.workingDaysBetween(today, dueOn) <= soon) ? 'pronto' : 'adelante'
}

function clockView(clock: Clock, folded: FoldedRequest, law: LawContext, today: CalendarDate): ClockView {
  const hasStopped = clock.extended || (clock.stoppedOn !== null && clock.stoppedOn <= today)
  return {
    clock: clock.id,
    article: clock.term.article,
    party: clock.party,
    startedOn: clock.startedOn,
    term: clock.term.days,
    unit: clockUnit(clock, law),
    dueOn: clock.dueOn,
    stoppedOn: hasStopped ? clock.stoppedOn : null,
    status: hasStopped ? 'stopped' : clock.dueOn < today ? 'passed' : 'running',
    ledger: ledgerOf(clock, law),
    unsuspendedDueOn: clock.id === 'K1' ? folded.unsuspendedDue : null,
  }
}

function noticeOf(
  folded: FoldedRequest,
  base: Clock | null,
  { calendar, policy }: LawContext,
  today: CalendarDate,
) {
  if (!base || stateOn(folded, today) !== 'en_tramite') return null
  return extensionWindow(base.startedOn, base.dueOn, calendar, policy)
}
