import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { CountingPolicy } from '../law/counting-policy.ts'
import { correctionVerdict } from './corrections.ts'
import { effectiveActs } from './effective-acts.ts'
import type { Act, Actor, RequestEvent } from './events.ts'
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
 * that comes late, on a day the scan did not run, is recorded after the expiry that preceded it.
 */
export function decide(
  kase: Case,
  act: AskedAct,
  actor: Actor,
  today: CalendarDate,
  law: LawContext,
): Decision {
  const request = foldRequest(kase.events, law)
  const state = stateOn(request, act.occurredOn)
  if (!isRecordable(act)) return refusal(neverAllowed(act.type, kase), null, state)
  const verdict = judge({ kase, request, state, act, actor, today, law })
  if (!verdict.ok) return refusal(verdict.refusal, verdict.field, state)
  const due = unrecordedMarks(kase.id, request, kase.events).filter(mark => mark.occurredOn <= today)
  return { ok: true, acts: [...due.filter(mark => mark.occurredOn <= act.occurredOn), act] }
}

function isRecordable(act: AskedAct): act is Act {
  return act.type !== 'delete' && act.type !== 'close'
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
  return [...new Set(actions)].filter(type => type !== 'lapsed' || policy.clarification === 'no-suspension')
}

/** The parties that an actor may speak as. The head of a unit also records what the máxima autoridad decides. */
export function partiesFor({ role }: Actor): Party[] {
  switch (role) {
    case 'organisation_member':
    case 'organisation_admin':
      return ['requester']
    case 'uip_officer':
      return ['unit']
    case 'uip_head':
      return ['unit', 'authority']
    case 'system':
      return ['system']
    case 'regulator':
    case 'coordinator':
    case 'system_admin':
    case 'public':
      return []
  }
}

function judge(matter: Matter): Verdict {
  const { act } = matter
  const dated = dateVerdict(matter)
  if (!dated.ok) return dated
  if (act.type === 'stated') return testimonyVerdict(act.data, matter.actor)
  if (act.type === 'corrected') return correctionVerdict(act.data, matter)
  if (act.type === 'disputed') return partiesFor(matter.actor).length > 0 ? allowed : refuse('not-your-side')
  return transitionVerdict(matter)
}

function transitionVerdict(matter: Matter): Verdict {
  const { act, actor, state } = matter
  const named = forbidden(matter)
  if (!named.ok) return named
  if (partiesFor(actor).some(party => transitionFor(party, state, act.type))) return allowed
  const isOtherSide = !partiesFor(actor).some(party => partiesOf(act.type).includes(party))
  return refuse(isOtherSide ? 'not-your-side' : 'action-not-allowed')
}

function dateVerdict({ kase, request, act, today, actor }: Matter): Verdict {
  if (act.occurredOn > today) return refuse('in-the-future', 'occurredOn')
  if (act.type === 'stated' || act.type === 'corrected' || act.type === 'disputed' || actor.role === 'system')
    return allowed
  if (act.occurredOn < request.receivedOn) return refuse('before-the-filing', 'occurredOn')
  const last = effectiveActs(kase.events).findLast(({ ownWord }) => ownWord)
  if (last && act.occurredOn < last.on) return refuse('earlier-than-last-act', 'occurredOn')
  return undoesBreach(kase, act) ? refuse('evidence-required', 'evidence') : allowed
}

/** An act dated before a breach that was already written down needs more than a declaration to stand. */
function undoesBreach({ events }: Case, act: Act): boolean {
  const isContradicted = events.some(event => event.type === 'lapsed' && act.occurredOn < event.occurredOn)
  return isContradicted && act.evidence.every(({ kind }) => kind === 'declarada')
}

function refusal(name: Refusal, field: string | null, state: RequestState): Decision {
  return { ok: false, refusal: name, field, state }
}
