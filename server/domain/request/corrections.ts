import type { Matter } from './decide.ts'
import { partyOfEvent } from './effective-acts.ts'
import type { EventData } from './events.ts'
import { allowed, refuse, type Verdict } from './refusals.ts'

/**
 * A date is corrected by a new event that names the one it corrects, by the side that wrote it, with a
 * reason and a second person. The breach that was written down before stays, and shows as overtaken.
 */
export function correctionVerdict(data: EventData['corrected'], { kase, actor, today }: Matter): Verdict {
  const target = kase.events.find(({ id }) => id === data.corrects)
  if (!target || target.actor.role === 'system') return refuse('nothing-to-correct', 'data.corrects')
  const isOwn =
    actor.institutionId === null ? partyOfEvent(target) === 'requester' : partyOfEvent(target) === 'unit'
  if (!isOwn) return refuse('not-your-side', 'data.corrects')
  if (data.reason.trim() === '') return refuse('reason-required', 'data.reason')
  if (data.approvedBy === '' || data.approvedBy === actor.userId)
    return refuse('second-person-required', 'data.approvedBy')
  return data.occurredOn > today ? refuse('in-the-future', 'data.occurredOn') : allowed
}
