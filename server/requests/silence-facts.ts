import { createHash } from 'node:crypto'
import type { HistoryLine, SilenceFacts, SilenceTerm } from '../../reports/silence-certificate/facts.ts'
import type { Context } from '../context.ts'
import { canonicalEvent } from '../domain/audit/canonical.ts'
import type { LedgerDay } from '../domain/calendar/day-ledger.ts'
import { maySeeInFull } from '../domain/permissions.ts'
import { channels, type Actor } from '../domain/request/events.ts'
import { silenceIn } from '../domain/request/silence.ts'
import { AppError } from '../errors.ts'
import { isMessageKey, translator, type Language, type Translate } from '../i18n/translate.ts'
import { loadRequest, viewFor } from './load-request.ts'
import type { ClockView, RequestView, TimelineEntry } from './request-view.ts'

/**
 * What the record says of the silence, as of today.
 * @throws AppError 'not-found'; 'silence-not-established' where the term has not run out, or the answer came
 * in time.
 */
export async function silenceFacts(
  context: Context,
  actor: Actor,
  { requestId, language }: { readonly requestId: string; readonly language: Language },
): Promise<SilenceFacts> {
  const loaded = await loadRequest(context, actor, requestId)
  // The paper holds what was asked and the files: of a published request, the public sees neither.
  if (!maySeeInFull(actor, loaded.request)) throw new AppError('not-found')
  const view = viewFor(context, actor, loaded)
  const last = loaded.request.events.at(-1)
  if (!last) throw new RangeError('A request without events')
  const historyHash = createHash('sha256').update(canonicalEvent(last)).digest('hex')
  return factsOf(view, context.clock.today(), translator(language), historyHash)
}

function factsOf(
  view: RequestView,
  asOf: SilenceFacts['asOf'],
  t: Translate,
  historyHash: string,
): SilenceFacts {
  const breach = silenceIn(view.breaches)
  const clock = view.clocks.findLast(one => one.clock === breach?.clock && one.dueOn === breach.dueOn)
  if (!breach || !clock) throw new AppError('silence-not-established', { state: view.state })
  const { reference, caseNumber, title, kind, receivedOn } = view
  return {
    ...{ asOf, reference, caseNumber, title, kind, receivedOn, historyHash },
    channel: channelName(view.channel, t),
    institution: view.institution.name,
    organisation: view.organisation.name,
    receivedAt: view.receivedAt && hourOf(view.receivedAt),
    broken: termOf(clock, t),
    others: view.clocks.filter(one => isTold(one, clock)).map(one => termOf(one, t)),
    workingDaysLate: breach.workingDaysLate,
    answeredLateOn: breach.curedOn,
    reviewUntil: view.clocks.findLast(one => one.clock === 'K5' && one.stoppedOn === null)?.dueOn ?? null,
    history: view.timeline.toReversed().map(entry => lineOf(entry, t)),
    files: view.attachments.map(({ name, sha256, size }) => ({
      ...{ name, sha256 },
      kilobytes: Math.max(1, Math.round(size / 1024)),
    })),
  }
}

/** The term before its extension, and the free delivery: what has to do with this silence. */
function isTold(one: ClockView, broken: ClockView): boolean {
  return one !== broken && ['K1', 'K3', 'K4'].includes(one.clock)
}

function termOf({ clock, article, startedOn, dueOn, term, ledger }: ClockView, t: Translate): SilenceTerm {
  return {
    ...{ clock, article, startedOn, dueOn, term },
    name: t(`clock.${clock}`),
    ledger: ledger.map(day => ({ date: day.date, ordinal: day.ordinal, why: whyOf(day, t) })),
  }
}

function whyOf({ key, name, reason, source }: LedgerDay, t: Translate): string {
  const named = `day.${key ?? ''}`
  const what = isMessageKey(named) ? t(named) : (name ?? t(`day.${reason}`))
  return source === null ? what : `${what}: ${source}`
}

function lineOf(entry: TimelineEntry, t: Translate): HistoryLine {
  return {
    on: entry.occurredOn,
    what: t(`event.${entry.type}`),
    by: entry.side ?? t(`role.${entry.role}`),
    recordedAt:
      entry.recordedAt === null ? '' : entry.recordedAt.toISOString().slice(0, 16).replace('T', ' '),
    evidence: [...new Set(entry.evidence.map(({ kind }) => t(`evidence.${kind}`)))].join(', '),
  }
}

function channelName(channel: string, t: Translate): string {
  const known = channels.find(each => each === channel)
  return known ? t(`channel.${known}`) : channel
}

/** Guatemala keeps UTC-06:00 all year. */
function hourOf(at: Date): string {
  return new Date(at.getTime() - 6 * 3_600_000).toISOString().slice(11, 16)
}
