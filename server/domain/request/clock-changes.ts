import { effectiveReceipt } from '../law/effective-receipt.ts'
import { extensionOf, extensionWindow } from '../law/extension.ts'
import { laip, rulesOf } from '../law/laip.ts'
import { clarificationTerm, extensionTerm, outOfTimeFrom, responseTerm, type Clock } from './clocks.ts'
import { begin, running, stop, type Draft } from './draft.ts'
import type { EffectiveAct } from './effective-acts.ts'

/** What an act that fits its state does to the clocks. */
export function changeClocks(draft: Draft, act: EffectiveAct): void {
  switch (act.type) {
    case 'clarification_requested':
      return askToClarify(draft, act)
    case 'clarified':
      return clarify(draft, act)
    case 'extended':
      return extend(draft, act)
    case 'resolved':
      return stop(draft, act, ['K1', 'K2', 'K3', 'K4'])
    case 'notified':
      return openReviewWindow(draft, act)
    case 'referred':
    case 'withdrawn':
      return stop(draft, act, ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'])
    default:
      return changeReviewClocks(draft, act)
  }
}

/**
 * The decision of a review takes the place of the answer that never came: it ends that breach, and what is
 * owed from then on is what it orders. Amparo means that the authority's own phase is over (article 60): it
 * owes no decision any more, but one that it gave must still be complied with.
 */
function changeReviewClocks(draft: Draft, act: EffectiveAct): void {
  switch (act.type) {
    case 'review_filed':
      return seekReview(draft, act)
    case 'review_decided':
      stop(draft, act, ['K1', 'K3', 'K4', 'K6'])
      return draft.law.policy.complianceFrom === 'decision' ? startCompliance(draft, act) : undefined
    case 'review_notified':
      return draft.law.policy.complianceFrom === 'notification' ? startCompliance(draft, act) : undefined
    case 'complied':
      return stop(draft, act, ['K1', 'K3', 'K4', 'K7'])
    case 'amparo_noted':
      return stop(draft, act, ['K6'])
    default:
      return undefined
  }
}

/** Silence starts the free delivery and, by the reading chosen, the days to seek a review (44, 55.4, 55.5). */
export function startAfterSilence(draft: Draft, lapsed: Clock): void {
  const { law, kind } = draft
  const delivery = rulesOf[kind].deliveryAfterSilence
  const silence = { from: lapsed.dueOn, begunOn: outOfTimeFrom(lapsed) }
  if (lapsed.id === 'K1' || lapsed.id === 'K3') {
    if (delivery) begin(draft, 'K4', { ...silence, term: delivery })
    if (law.policy.silenceReview === 'from-due-day' || !delivery) begin(draft, 'K5', silence)
  }
  if (lapsed.id === 'K4') begin(draft, 'K5', silence)
}

/**
 * Asked as late as the last day, it still suspends the term: the law sets no limit. `unsuspendedDue` is then
 * the earlier day to warn of.
 */
function askToClarify(draft: Draft, act: EffectiveAct): void {
  const term = clarificationTerm(act.days ?? laip.clarification.days)
  begin(draft, 'K2', { from: act.on, begunOn: act.on, term })
  if (draft.law.policy.clarification === 'no-suspension') return
  draft.unsuspendedDue = running(draft.clocks, ['K1'])?.dueOn ?? null
  stop(draft, act, ['K1'])
}

/** Late or not: until the request is dismissed, a clarification that comes after its term is still given. */
function clarify(draft: Draft, act: EffectiveAct): void {
  stop(draft, act, ['K2'])
  const { calendar, policy } = draft.law
  if (policy.clarification === 'no-suspension') return
  const from = effectiveReceipt(act.at ?? act.on, calendar, policy)
  begin(draft, 'K1', { from, begunOn: act.on, term: responseTerm(draft.kind) })
}

function extend(draft: Draft, act: EffectiveAct): void {
  noteExtension(draft, act)
  const dueOn = draft.extension?.dueOn
  const current = running(draft.clocks, ['K1'])
  if (!draft.extension || !dueOn || !current) return
  draft.clocks = draft.clocks.map(clock => (clock === current ? { ...clock, extended: true } : clock))
  begin(draft, 'K3', { from: current.dueOn, begunOn: act.on, term: extensionTerm(draft.extension.days) })
}

/**
 * The first notice is kept with its defects. One that comes out of time, or once there is nothing left to
 * extend, moves no due day.
 */
export function noteExtension(draft: Draft, act: EffectiveAct): void {
  const base = draft.clocks.findLast(({ id }) => id === 'K1')
  if (!base || draft.extension || rulesOf[draft.kind].extension === null) return
  const { calendar, policy } = draft.law
  const motivated = act.event.type === 'extended' ? act.event.data.motive.trim() !== '' : null
  const extension = extensionOf(
    { notifiedOn: act.on, days: act.days, motivated },
    {
      dueOn: base.dueOn,
      window: extensionWindow(base.startedOn, base.dueOn, calendar, policy),
      isSecond: false,
    },
    calendar,
  )
  draft.extension = base === running(draft.clocks, ['K1']) ? extension : { ...extension, dueOn: null }
}

function openReviewWindow(draft: Draft, act: EffectiveAct): void {
  stop(draft, act, ['K5'])
  begin(draft, 'K5', { from: act.on, begunOn: act.on })
}

/** Out of its fifteen days too: the authority weighs that, and K5 shows it (article 54). */
function seekReview(draft: Draft, act: EffectiveAct): void {
  stop(draft, act, ['K5'])
  const { calendar, policy } = draft.law
  begin(draft, 'K6', { from: effectiveReceipt(act.at ?? act.on, calendar, policy), begunOn: act.on })
}

/** One decision is complied with once: a second notice of it grants no new days. */
function startCompliance(draft: Draft, act: EffectiveAct): void {
  const sense = act.sense ?? draft.sense
  if (sense === 'confirma' || draft.clocks.some(({ id }) => id === 'K7')) return
  begin(draft, 'K7', { from: act.on, begunOn: act.on })
}
