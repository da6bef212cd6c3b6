import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { partiesFor } from '../domain/request/decide.ts'
import { partyOfEvent } from '../domain/request/effective-acts.ts'
import type { Actor, EventType, RequestEvent } from '../domain/request/events.ts'
import { foldRequest, type FoldedRequest } from '../domain/request/fold.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { responseClock, stateOn } from '../domain/request/state-on.ts'
import { requestStates, type RequestState } from '../domain/request/states.ts'
import { actionsFrom, transitionFor, type ActionType } from '../domain/request/transitions.ts'
import type { AllowedAction } from './request-view.ts'

/** What a side may always add: its word, a correction of its own acts, an objection. */
const words = ['stated', 'corrected', 'disputed'] as const satisfies readonly EventType[]

/** The acts open to an actor today, those of the law first. What `decide` would refuse outright is left out. */
export function actionsFor(
  actor: Actor,
  events: readonly RequestEvent[],
  folded: FoldedRequest,
  today: CalendarDate,
  law: LawContext,
): AllowedAction[] {
  const stateFor = stateReader(events, folded, today, law)
  const lawful = actsOf(actor).flatMap(type => {
    const state = stateFor(type)
    const transition = partiesFor(actor)
      .map(party => transitionFor(party, state, type))
      .find(found => found !== undefined)
    if (!transition || isPointless(type, folded)) return []
    return [{ type, article: transition.article, ...limitsOf(type, state, folded) }]
  })
  const isSide = partiesFor(actor).length > 0 && actor.role !== 'system'
  return [...lawful, ...(isSide ? words.map(word) : [])]
}

/** Every act that the law gives to the actor's parties, in the order of the procedure. */
function actsOf(actor: Actor): ActionType[] {
  const all = partiesFor(actor).flatMap(party => requestStates.flatMap(state => actionsFrom(party, state)))
  return [...new Set(all)].filter(type => type !== 'lapsed' && type !== 'closed')
}

/**
 * The state that an act would find. Where the organisation has stated an act of the institution, the
 * institution's own record of it finds the state without that word, as `decide` does.
 */
function stateReader(
  events: readonly RequestEvent[],
  folded: FoldedRequest,
  today: CalendarDate,
  law: LawContext,
): (type: ActionType) => RequestState {
  const known = stateOn(folded, today)
  const isToldOf = events.some(event => event.type === 'stated' && partyOfEvent(event) === 'requester')
  return type => (isToldOf ? stateOn(foldRequest(events, law, type), today) : known)
}

/** Nothing is complied with where a review was upheld, handed over after a refusal, or notified twice. */
function isPointless(type: ActionType, { acts, outcome, sense }: FoldedRequest): boolean {
  if (type === 'complied') return sense === 'confirma'
  if (type === 'delivered') return outcome !== null && !outcome.startsWith('entrega')
  return type === 'review_notified' && acts.some(act => act.type === type && act.ownWord)
}

function word(type: EventType): AllowedAction {
  return { type, article: null, from: null, until: null }
}

/** An extension is possible until the term ends (43), a dismissal once the clarification's has (42.2). */
function limitsOf(
  type: EventType,
  state: RequestState,
  folded: FoldedRequest,
): Pick<AllowedAction, 'from' | 'until'> {
  if (type === 'extended') return { from: null, until: responseClock(folded)?.dueOn ?? null }
  const clarification = folded.clocks.findLast(({ id }) => id === 'K2')
  const isDismissal = type === 'resolved' && state === 'en_prevencion'
  return { from: isDismissal && clarification ? clarification.dueOn : null, until: null }
}
