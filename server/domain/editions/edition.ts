import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'

/** draft: being prepared. in_reply: institutions read their page and answer. A published edition never changes. */
export const editionStates = ['draft', 'in_reply', 'published', 'superseded'] as const

export type EditionState = (typeof editionStates)[number]

/** abierta: to be decided. admitida: upheld, the figure was wrong. rechazada: it stands, and why. */
export const challengeStates = ['abierta', 'admitida', 'rechazada'] as const

export type ChallengeState = (typeof challengeStates)[number]

/** What of an institution's page may be challenged: the figure by its code, or something else on it. */
export const challengeable = [
  ...(['V1', 'V3', 'T1', 'T3', 'T3-open', 'T4', 'T9'] as const),
  ...(['O1', 'O2', 'O3', 'O4', 'G2', 'otra'] as const),
] as const

export type Challengeable = (typeof challengeable)[number]

/** An institution that sees its page first, and the last day on which it may reply. */
export interface Invitation {
  readonly institutionId: string
  readonly until: CalendarDate
}

/** What a corrected edition changes, and why. */
export interface EditionChange {
  readonly what: string
  readonly why: string
}

export type EditionRefusal =
  | 'edition-not-in-that-state'
  | 'reply-term-running'
  | 'reply-term-over'
  | 'challenge-open'
  | 'already-replied'
  | 'changes-required'
  | 'period-not-over'
  | 'not-found'

export type EditionDecision =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: EditionRefusal; readonly until?: CalendarDate }

/** The terms to reply: `days` working days after the day of opening, by each institution's own calendar. */
export function invitationsFor(
  institutions: readonly { readonly id: string; readonly calendar: WorkingCalendar }[],
  openedOn: CalendarDate,
  days: number,
): readonly Invitation[] {
  return institutions.map(({ id, calendar }) => ({
    institutionId: id,
    until: calendar.addWorkingDays(openedOn, days),
  }))
}

interface Replying {
  readonly state: EditionState
  readonly invitations: readonly Invitation[]
}

/** Whether an institution may still reply, or challenge a figure, on a day; its last day counts. */
export function decideReply(
  { state, invitations }: Replying,
  institutionId: string,
  today: CalendarDate,
): EditionDecision {
  const invitation = invitations.find(each => each.institutionId === institutionId)
  if (!invitation) return { ok: false, refusal: 'not-found' }
  if (state !== 'in_reply') return { ok: false, refusal: 'edition-not-in-that-state' }
  const { until } = invitation
  return today > until ? { ok: false, refusal: 'reply-term-over', until } : { ok: true }
}

interface Told {
  readonly to: CalendarDate
  readonly asOf: CalendarDate
}

/** Whether institutions may be shown their pages: of a draft, on a period that was over at the cut-off. */
export function decideOpening({ state, to, asOf }: Told & Pick<Replying, 'state'>): EditionDecision {
  if (state !== 'draft') return { ok: false, refusal: 'edition-not-in-that-state' }
  return asOf < to ? { ok: false, refusal: 'period-not-over', until: to } : { ok: true }
}

interface Publishing extends Replying, Told {
  readonly supersedes: string | null
  readonly changes: readonly EditionChange[]
  readonly repliedIds: readonly string[]
  readonly challenges: readonly { readonly state: ChallengeState }[]
}

/** Whether an edition may be published on a day: everyone was heard, and every challenge decided. */
export function decidePublication(edition: Publishing, today: CalendarDate): EditionDecision {
  const { state, invitations, repliedIds, challenges, supersedes, changes, to, asOf } = edition
  if (state !== 'in_reply') return { ok: false, refusal: 'edition-not-in-that-state' }
  if (asOf < to) return { ok: false, refusal: 'period-not-over', until: to }
  if (challenges.some(challenge => challenge.state === 'abierta'))
    return { ok: false, refusal: 'challenge-open' }
  const awaited = invitations.filter(({ institutionId }) => !repliedIds.includes(institutionId))
  const until = awaited
    .map(invitation => invitation.until)
    .toSorted()
    .at(-1)
  if (until !== undefined && today <= until) return { ok: false, refusal: 'reply-term-running', until }
  if (supersedes !== null && changes.length === 0) return { ok: false, refusal: 'changes-required' }
  return { ok: true }
}
