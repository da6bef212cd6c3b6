import { laip, rulesOf } from '../law/laip.ts'
import type { Matter } from './decide.ts'
import type { Act } from './events.ts'
import { allowed, refuse, type Verdict } from './refusals.ts'
import { isOutOfTime, responseClock } from './state-on.ts'

/** The acts that the law forbids by name, judged before the table says merely "not now". */
export function forbidden(matter: Matter): Verdict {
  const { act } = matter
  switch (act.type) {
    case 'extended':
      return extensionVerdict(matter, act.data)
    case 'resolved':
      return resolutionVerdict(matter, act.data)
    case 'delivered':
      return deliveryVerdict(matter, act.data.costQuetzales)
    case 'clarification_requested':
      return isNumberOfDays(act.data.days) ? allowed : refuse('days-required', 'data.days')
    default:
      return reviewVerdict(matter)
  }
}

/** A decision is notified once, and complied with where it orders something (articles 59, 60). */
function reviewVerdict({ act, request }: Matter): Verdict {
  if (act.type === 'complied' && request.sense === 'confirma') return refuse('review-upheld')
  const isNotified = request.acts.some(({ type, ownWord }) => type === 'review_notified' && ownWord)
  return act.type === 'review_notified' && isNotified ? refuse('action-not-allowed') : allowed
}

/** The law sets no limit to a clarification's days; this one only keeps a slip of the pen out of the count. */
const mostDays = 99

export function isNumberOfDays(days: number | null): days is number {
  return days !== null && Number.isInteger(days) && days >= 1 && days <= mostDays
}

/** Articles 43 and 45: before the term ends, once, with a motive, ten days at most, never for habeas data. */
function extensionVerdict(
  { request, act }: Matter,
  data: { readonly days: number; readonly motive: string },
): Verdict {
  if (rulesOf[request.kind].extension === null) return refuse('extension-not-in-habeas-data')
  if (request.extension !== null) return refuse('extension-already-used')
  const clock = responseClock(request)
  if (clock && act.occurredOn > clock.dueOn) return refuse('extension-after-due', 'occurredOn')
  if (data.motive.trim() === '') return refuse('extension-motive-required', 'data.motive')
  if (data.days > laip.extension.days) return refuse('extension-too-long', 'data.days')
  return isNumberOfDays(data.days) ? allowed : refuse('days-required', 'data.days')
}

function resolutionVerdict(matter: Matter, data: Extract<Act, { type: 'resolved' }>['data']): Verdict {
  if (isUnreasoned(data)) return refuse('reasoning-required', 'data.reasoning')
  if (keepsReserved(data) && !data.classificationResolution?.trim()) {
    return refuse('classification-resolution-required', 'data.classificationResolution')
  }
  if ((data.outcome === 'desechada') !== (matter.state === 'en_prevencion')) return outcomeVerdict(matter)
  const dismissal = matter.state === 'en_prevencion' ? dismissalVerdict(matter) : allowed
  return dismissal.ok ? chargeVerdict(matter, data.costQuetzales) : dismissal
}

/** Article 45 asks for reasons of whoever refuses or extends, not of whoever hands everything over. */
function isUnreasoned({ outcome, reasoning }: Extract<Act, { type: 'resolved' }>['data']): boolean {
  return outcome !== 'entrega_total' && reasoning.trim() === ''
}

/** The requester's last day is still the requester's (42.2). */
function dismissalVerdict({ request, act }: Matter): Verdict {
  const clarification = request.clocks.findLast(({ id }) => id === 'K2')
  return clarification && act.occurredOn <= clarification.dueOn
    ? refuse('clarification-term-running', 'occurredOn')
    : allowed
}

/** A partial delivery may refuse as reserved too: article 25 asks for the resolution whatever the refusal is called. */
function keepsReserved({ outcome, grounds }: Extract<Act, { type: 'resolved' }>['data']): boolean {
  return outcome === 'negativa_reserva' || (outcome !== 'entrega_total' && grounds.includes('reservada'))
}

/** Dismissal is for a clarification that did not come (42.2), and for nothing else. */
function outcomeVerdict({ state }: Matter): Verdict {
  const isOpen = ['en_tramite', 'prorrogada', 'vencida_ficta', 'ficta_incumplida', 'en_prevencion'].includes(
    state,
  )
  return isOpen ? refuse('outcome-not-allowed-here', 'data.outcome') : allowed
}

/** Row 11 is for answers that hand something over; of an answer only told by the requester it is not known. */
function deliveryVerdict(matter: Matter, costQuetzales: number): Verdict {
  const { outcome } = matter.request
  const isDelivery = outcome === null || outcome === 'entrega_total' || outcome === 'entrega_parcial'
  return isDelivery ? chargeVerdict(matter, costQuetzales) : refuse('action-not-allowed')
}

/** After silence the information is owed "sin costo alguno" (article 44). */
function chargeVerdict({ request, act }: Matter, costQuetzales: number): Verdict {
  const clock = responseClock(request)
  const isAfterSilence =
    clock !== null && isOutOfTime({ ...clock, stoppedOn: clock.stoppedOn ?? act.occurredOn }, act.occurredOn)
  return costQuetzales > 0 && isAfterSilence ? refuse('charge-after-silence', 'data.costQuetzales') : allowed
}
