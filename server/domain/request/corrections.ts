import { knownDays } from '../calendar/statutory-base.ts'
import { partiesFor, type Matter } from './decide.ts'
import { effectiveActs, partyOfEvent } from './effective-acts.ts'
import type { Act, Actor, EventType, RequestEvent } from './events.ts'
import { asEvent, evidenceVerdict } from './evidence.ts'
import { foldRequest } from './fold.ts'
import { allowed, refuse, type Verdict } from './refusals.ts'

type Correction = Extract<Act, { type: 'corrected' }>
type Corrected = Correction['data']

/**
 * A date is corrected by a new event that names the one it corrects, by the side that wrote it, with a
 * reason and a second person. It may not turn the order of the acts, nor take the ground from under an act of
 * the history; one that undoes a breach needs evidence. The breach that was written down before stays, and
 * shows as overtaken.
 */
export function correctionVerdict(correction: Correction, matter: Matter): Verdict {
  const { data } = correction
  const target = matter.kase.events.find(({ id }) => id === data.corrects)
  if (!target || uncorrectable.has(target.type)) return refuse('nothing-to-correct', 'data.corrects')
  if (!isOwn(target, matter.actor)) return refuse('not-your-side', 'data.corrects')
  for (const judge of [formVerdict, dateVerdict, orderVerdict]) {
    const verdict = judge(target, data, matter)
    if (!verdict.ok) return verdict
  }
  return evidenceVerdict(matter)
}

/** Written by time, or without a date that counts. A wrong correction is mended by correcting the act again. */
const uncorrectable: ReadonlySet<EventType> = new Set<EventType>([
  'lapsed',
  'closed',
  'recounted',
  'corrected',
  'disputed',
])

function isOwn(target: RequestEvent, actor: Actor): boolean {
  return partiesFor(actor).includes(partyOfEvent(target))
}

function formVerdict(_target: RequestEvent, { reason, approvedBy }: Corrected, { actor }: Matter): Verdict {
  if (reason.trim() === '') return refuse('reason-required', 'data.reason')
  const isSecond = approvedBy.trim() !== '' && approvedBy !== actor.userId
  return isSecond ? allowed : refuse('second-person-required', 'data.approvedBy')
}

function dateVerdict(
  target: RequestEvent,
  { occurredOn }: Corrected,
  { kase, request, today }: Matter,
): Verdict {
  if (occurredOn > today) return refuse('in-the-future', 'data.occurredOn')
  if (occurredOn < knownDays.from) return refuse('before-the-law', 'data.occurredOn')
  const isBeforeFiling =
    target.type === 'filed'
      ? effectiveActs(kase.events).some(({ on, type }) => type !== 'filed' && on < occurredOn)
      : !isWordOnReceipt(target) && occurredOn < request.receivedOn
  return isBeforeFiling ? refuse('before-the-filing', 'data.occurredOn') : allowed
}

function isWordOnReceipt(target: RequestEvent): boolean {
  return target.type === 'stated' && target.data.fact === 'filed'
}

/** An act that loses its effect by the correction of itself is the corrector's own loss; of another, it is not. */
function orderVerdict(target: RequestEvent, _data: Corrected, matter: Matter): Verdict {
  const { kase, law } = matter
  const corrected = [...kase.events, asEvent(matter)]
  if (ownOrder(kase.events) !== ownOrder(corrected)) return refuse('earlier-than-last-act', 'data.occurredOn')
  const unfit = new Set(foldRequest(kase.events, law).unfit.map(({ eventId }) => eventId))
  const isGroundless = foldRequest(corrected, law).unfit.some(
    ({ eventId }) => eventId !== target.id && !unfit.has(eventId),
  )
  return isGroundless ? refuse('action-not-allowed', 'data.occurredOn') : allowed
}

function ownOrder(events: readonly RequestEvent[]): string {
  return effectiveActs(events)
    .flatMap(({ ownWord, eventId }) => (ownWord ? [eventId] : []))
    .join()
}
