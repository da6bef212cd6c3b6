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
      return chargeVerdict(matter, act.data.costQuetzales)
    case 'clarification_requested':
      return act.data.days >= 1 ? allowed : refuse('days-required', 'data.days')
    case 'complied':
      return matter.request.sense === 'confirma' ? refuse('review-upheld') : allowed
    default:
      return allowed
  }
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
  return data.days >= 1 ? allowed : refuse('days-required', 'data.days')
}

function resolutionVerdict(matter: Matter, data: Extract<Act, { type: 'resolved' }>['data']): Verdict {
  const { state, request, act } = matter
  if (data.reasoning.trim() === '') return refuse('reasoning-required', 'data.reasoning')
  if (data.outcome === 'negativa_reserva' && !data.classificationResolution?.trim()) {
    return refuse('classification-resolution-required', 'data.classificationResolution')
  }
  if ((data.outcome === 'desechada') !== (state === 'en_prevencion')) return outcomeVerdict(matter)
  if (state === 'en_prevencion') {
    const clarification = request.clocks.findLast(({ id }) => id === 'K2')
    if (clarification && act.occurredOn <= clarification.dueOn)
      return refuse('clarification-term-running', 'occurredOn')
  }
  return chargeVerdict(matter, data.costQuetzales)
}

/** Dismissal is for a clarification that did not come (42.2), and for nothing else. */
function outcomeVerdict({ state }: Matter): Verdict {
  const isOpen = ['en_tramite', 'prorrogada', 'vencida_ficta', 'ficta_incumplida', 'en_prevencion'].includes(
    state,
  )
  return isOpen ? refuse('outcome-not-allowed-here', 'data.outcome') : allowed
}

/** After silence the information is owed "sin costo alguno" (article 44). */
function chargeVerdict({ request, act }: Matter, costQuetzales: number): Verdict {
  const clock = responseClock(request)
  const isAfterSilence =
    clock !== null && isOutOfTime({ ...clock, stoppedOn: clock.stoppedOn ?? act.occurredOn }, act.occurredOn)
  return costQuetzales > 0 && isAfterSilence ? refuse('charge-after-silence', 'data.costQuetzales') : allowed
}
