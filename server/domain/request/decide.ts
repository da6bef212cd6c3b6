import type { CalendarDate } from '../calendar/calendar-date.ts'
import { knownDays } from '../calendar/statutory-base.ts'
import type { CountingPolicy } from '../law/counting-policy.ts'
import { breachesOn } from './breaches.ts'
import { correctionVerdict } from './corrections.ts'
import { effectiveActs } from './effective-acts.ts'
import { evidenceVerdict } from './evidence.ts'
import type { Act, Actor, RequestEvent, Role } from './events.ts'
import { foldRequest, type FoldedRequest } from './fold.ts'
import { forbidden } from './forbidden.ts'
import type { LawContext } from './law-context.ts'
import { unrecordedMarks } from './marks.ts'
import { allowed, refuse, type Refusal, type Verdict } from './refusals.ts'
import { stateOn } from './state-on.ts'
import type { Party, RequestState } from './states.ts'
import { testimonyVerdict } from './testimony.ts'
import { actionsFrom, partiesOf, transitionFor, type ActionType } from './transitions.ts'

export interface Case {
  readonly id: string
  readonly events: readonly RequestEvent[]
}

/** An act, or one of the two that nobody may take and that are therefore refused by name. */
export type AskedAct = Act | { readonly type: 'delete' | 'close'; readonly occurredOn: CalendarDate }

export type Decision =
  | {
      readonly ok: true
      /** To be recorded together: due days that had passed unwritten, then the act itself. */
      readonly acts: readonly Act[]
    }
  | {
      readonly ok: false
      readonly refusal: Refusal
      readonly field: string | null
      readonly state: RequestState
    }

/**
 * What happens to a request when someone acts on it. Decides only: nothing is changed or saved. An answer
 * that comes late, on a day the scan did not run, is recorded after the expiry that preceded it. Whoever
 * records its own act is judged by its own record: the other side's word on that act gives way to it.
 */
export function decide(
  kase: Case,
  act: AskedAct,
  actor: Actor,
  today: CalendarDate,
  law: LawContext,
): Decision {
  const isAsked = isRecordable(act)
  const request = foldRequest(kase.events, law, isAsked ? act.type : null)
  const state = stateOn(request, act.occurredOn)
  if (!isAsked) return refusal(neverAllowed(act.type, kase), null, state)
  const due = unrecordedMarks(kase.id, request, kase.events).filter(
    mark => mark.occurredOn <= today && mark.occurredOn <= act.occurredOn,
  )
  if (isOfTime(act)) {
    return due.some(mark => isSameMark(mark, act)) && actor.role === 'system'
      ? { ok: true, acts: due }
      : refusal(actor.role === 'system' ? 'action-not-allowed' : 'not-your-side', null, state)
  }
  const verdict = judge({ kase, request, state, act, actor, today, law })
  if (!verdict.ok) return refusal(verdict.refusal, verdict.field, state)
  return { ok: true, acts: [...due, act] }
}

function isRecordable(act: AskedAct): act is Act {
  return act.type !== 'delete' && act.type !== 'close'
}

/** What the law does by itself: the system writes it down on its day, and nobody else. */
function isOfTime({ type }: Act): boolean {
  return type === 'lapsed' || type === 'closed'
}

function isSameMark(mark: Act, act: Act): boolean {
  if (mark.type === 'lapsed' && act.type === 'lapsed') {
    return mark.data.clock === act.data.clock && mark.data.dueOn === act.data.dueOn
  }
  return mark.type === act.type && mark.occurredOn === act.occurredOn
}

/** Files may not be destroyed (36, 37), and no case ends without a written resolution (45). */
function neverAllowed(type: 'delete' | 'close', { events }: Case): Refusal {
  if (type === 'delete') return 'deletion-forbidden'
  const isAnswered = effectiveActs(events).some(act => act.type === 'resolved')
  return isAnswered ? 'action-not-allowed' : 'resolution-required'
}

/** Everything a rule may look at. */
export interface Matter {
  readonly kase: Case
  readonly request: FoldedRequest
  /** On the day of the act. */
  readonly state: RequestState
  readonly act: Act
  readonly actor: Actor
  readonly today: CalendarDate
  readonly law: LawContext
}

/** The acts of the law open to an actor in a state; words and corrections are open besides. */
export function allowedActions(actor: Actor, state: RequestState, policy: CountingPolicy): ActionType[] {
  const actions = partiesFor(actor).flatMap(party => actionsFrom(party, state))
  const isSuspended = state === 'en_prevencion' && policy.clarification !== 'no-suspension'
  return [...new Set(actions)].filter(type => type !== 'lapsed' || !isSuspended)
}

/** The parties that an actor may speak as. */
export function partiesFor({ role }: Actor): readonly Party[] {
  return partiesByRole[role]
}

/** The head of a unit also records what the máxima autoridad decides. */
const partiesByRole: Readonly<Record<Role, readonly Party[]>> = {
  organisation_member: ['requester'],
  organisation_admin: ['requester'],
  uip_officer: ['unit'],
  uip_head: ['unit', 'authority'],
  system: ['system'],
  regulator: [],
  coordinator: [],
  system_admin: [],
  public: [],
}

function judge(matter: Matter): Verdict {
  const { act } = matter
  const dated = dateVerdict(matter)
  if (!dated.ok) return dated
  if (act.type === 'stated') return testimonyVerdict(act.data, matter)
  if (act.type === 'corrected') return correctionVerdict(act, matter)
  if (act.type === 'disputed') return disputeVerdict(act.data.breachId, matter)
  const lawful = transitionVerdict(matter)
  return lawful.ok ? evidenceVerdict(matter) : lawful
}

/** A breach that is disputed by its id must be one of this request's; without one, the whole is disputed. */
function disputeVerdict(breachId: string | null, { kase, request, actor, today, law }: Matter): Verdict {
  if (partiesFor(actor).length === 0) return refuse('not-your-side')
  const breaches = breachId === null ? [] : breachesOn(kase.id, request, kase.events, today, law)
  const isKnown = breachId === null || breaches.some(({ id }) => id === breachId)
  return isKnown ? allowed : refuse('unknown-breach', 'data.breachId')
}

function transitionVerdict(matter: Matter): Verdict {
  const { act, actor, state } = matter
  const own = partiesFor(actor)
  const theirs = partiesOf(act.type)
  if (theirs.length > 0 && !own.some(party => theirs.includes(party))) return refuse('not-your-side')
  const named = forbidden(matter)
  if (!named.ok) return named
  return own.some(party => transitionFor(party, state, act.type)) ? allowed : refuse('action-not-allowed')
}

function dateVerdict({ kase, request, act, today }: Matter): Verdict {
  if (act.occurredOn > today) return refuse('in-the-future', 'occurredOn')
  if (act.occurredOn < knownDays.from) return refuse('before-the-law', 'occurredOn')
  if (act.type === 'stated' && act.data.fact === 'filed') return allowed
  if (act.occurredOn < request.receivedOn) return refuse('before-the-filing', 'occurredOn')
  return isWord(act) ? allowed : sequenceVerdict(kase, act)
}

/** What a side says of the other, or of a date, may be of any day since the filing. */
function isWord({ type }: Act): boolean {
  return type === 'stated' || type === 'corrected' || type === 'disputed'
}

/** A side's own acts follow in their order. */
function sequenceVerdict({ events }: Case, { occurredOn }: Act): Verdict {
  const last = effectiveActs(events).findLast(({ ownWord }) => ownWord)
  return last && occurredOn < last.on ? refuse('earlier-than-last-act', 'occurredOn') : allowed
}

function refusal(name: Refusal, field: string | null, state: RequestState): Decision {
  return { ok: false, refusal: name, field, state }
}
