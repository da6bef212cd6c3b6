import { brokenClocks } from './breaches.ts'
import type { Matter } from './decide.ts'
import type { RequestEvent } from './events.ts'
import { foldRequest, type FoldedRequest } from './fold.ts'
import { allowed, refuse, type Verdict } from './refusals.ts'

/**
 * A breach follows from the dates, whether or not the scan has written it down. An act or a correction dated
 * so that it never was needs more than the word of whoever gains by it: a stamp, a message, minutes or a
 * file. The breach that was on record then stays in the history as overtaken.
 */
export function evidenceVerdict(matter: Matter): Verdict {
  const { act } = matter
  if (act.evidence.some(({ kind }) => kind !== 'declarada')) return allowed
  const before = foldRequest(matter.kase.events, matter.law)
  const after = foldRequest([...matter.kase.events, asEvent(matter)], matter.law)
  const kept = brokenTerms(after, matter)
  return [...brokenTerms(before, matter)].every(term => kept.has(term))
    ? allowed
    : refuse('evidence-required', 'evidence')
}

/** The act as an event of the history that it would join. */
export function asEvent({ act, actor, kase }: Matter): RequestEvent {
  const recordedAt = kase.events.at(-1)?.recordedAt ?? new Date(0)
  return { ...act, id: '', actor, recordedAt, prev: '' }
}

function brokenTerms(request: FoldedRequest, { today }: Matter): ReadonlySet<string> {
  return new Set(brokenClocks(request, today).map(({ id, dueOn }) => `${id}:${dueOn}`))
}
