import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Ground } from '../domain/request/events.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { Outcome } from '../domain/request/states.ts'
import {
  act,
  askToClarify,
  dated,
  extendTerm,
  later,
  openPlot,
  type Actors,
  type MadeUpCase,
  type Plot,
} from './made-up-case.ts'
import type { Chance } from './prng.ts'
import { seekReview } from './make-up-review.ts'

/**
 * How a request might have gone, by the shares that monitoring reports speak of: some seven of ten answered
 * in time, mostly near the end of the term, one of eight late, one of ten never. What has not come to pass
 * by `today` is left out.
 */
export function makeUpCase(
  filedOn: CalendarDate,
  today: CalendarDate,
  given: { chance: Chance; law: LawContext; actors: Actors; unitSpeaks: boolean },
): MadeUpCase {
  const { plot, channel } = openPlot(filedOn, given)
  tell(plot)
  const over = plot.acts.findIndex(({ act: { occurredOn } }) => occurredOn > today)
  return { kind: plot.kind, channel, acts: over === -1 ? plot.acts : plot.acts.slice(0, over) }
}

function tell(plot: Plot): void {
  const { chance } = plot
  const turn = chance.weighted({ answered: 75, late: 12, silent: 10, withdrawn: 1 })
  if (turn === 'withdrawn') return withdraw(plot)
  if (plot.unitSpeaks && !begin(plot)) return dismiss(plot)
  if (plot.kind === 'access' && chance.happens(0.13)) extendTerm(plot)
  if (turn === 'silent') staySilent(plot)
  else answer(plot, turn === 'late' ? lateDay(plot) : dayInTerm(plot))
}

/** False where the unit asked for a clarification that never came. */
function begin(plot: Plot): boolean {
  if (plot.chance.happens(0.06)) return askToClarify(plot)
  takeUp(plot)
  return true
}

/** One in ten goes to the liaison of an office first (19). */
function takeUp(plot: Plot): void {
  const { chance, actors } = plot
  if (chance.happens(0.1)) {
    act(plot, actors.officer, {
      ...dated(later(plot, plot.day, chance.whole(0, 1)), 'correo'),
      type: 'assigned',
      data: { liaison: 'Enlace de la dirección administrativa' },
    })
  }
  admit(plot)
}

function admit(plot: Plot): void {
  const on = later(plot, plot.day, plot.chance.whole(0, 2))
  if (on > plot.dueOn) return
  const caseNumber = `UIP-${on.slice(0, 4)}-${String(plot.chance.whole(1, 9999)).padStart(4, '0')}`
  act(plot, plot.actors.officer, { ...dated(on, 'portal'), type: 'admitted', data: { caseNumber } })
}

function withdraw(plot: Plot): void {
  const on = later(plot, plot.day, plot.chance.whole(1, 6))
  act(plot, plot.actors.member, {
    ...dated(on, 'correo'),
    type: 'withdrawn',
    data: { reason: 'La información se encontró publicada.' },
  })
}

/** The clarification never came: the unit dismisses the request in writing (42.2). */
function dismiss(plot: Plot): void {
  const on = later(plot, plot.dueOn, plot.chance.whole(0, 3))
  resolve(plot, on, 'desechada')
  notify(plot, 'desechada')
}

/** Half of the answers come in the last three days of the term. */
function dayInTerm(plot: Plot): CalendarDate {
  const { chance, law } = plot
  const left = Math.max(0, law.calendar.workingDaysBetween(plot.day, plot.dueOn))
  const before = chance.happens(0.55) ? chance.whole(0, 2) : chance.whole(0, left)
  const on = law.calendar.addWorkingDays(plot.dueOn, -Math.min(before, left))
  return on < plot.day ? plot.day : on
}

function lateDay(plot: Plot): CalendarDate {
  const { chance } = plot
  plot.late = true
  return later(plot, plot.dueOn, chance.happens(0.7) ? chance.whole(1, 8) : chance.whole(9, 30))
}

/** One in six of those that nobody answers is taken to a review. */
function staySilent(plot: Plot): void {
  if (!plot.chance.happens(0.16)) return
  plot.day = later(plot, plot.dueOn, plot.chance.whole(1, 12))
  seekReview(plot, '55.4')
}

function answer(plot: Plot, on: CalendarDate): void {
  const outcome = plot.chance.weighted({
    entrega_total: 62,
    entrega_parcial: 16,
    inexistencia: 13,
    negativa_confidencial: 6,
    negativa_reserva: 3,
  })
  if (!plot.unitSpeaks) return stateAnswer(plot, on, outcome)
  resolve(plot, on, outcome)
  notify(plot, outcome)
}

/** The unit keeps no cases here: what is known of its answer is the organisation's word. */
function stateAnswer(plot: Plot, on: CalendarDate, outcome: Outcome): void {
  act(plot, plot.actors.member, {
    ...dated(on, 'correo'),
    type: 'stated',
    data: { fact: 'notified', outcome, days: null, note: null },
  })
  if (outcome !== 'entrega_total' && plot.chance.happens(0.06)) {
    plot.day = later(plot, plot.day, plot.chance.whole(2, 14))
    seekReview(plot, '54')
  }
}

function resolve(plot: Plot, on: CalendarDate, outcome: Outcome): void {
  const isReserved = outcome === 'negativa_reserva'
  act(plot, plot.actors.officer, {
    ...dated(on, 'sello'),
    type: 'resolved',
    data: {
      outcome,
      reasoning: reasons[outcome],
      grounds: groundsOf[outcome],
      article: articleOf[outcome],
      classificationResolution: isReserved ? `Resolución ${plot.chance.whole(1, 90)}-2022` : null,
      costQuetzales: 0,
    },
  })
}

function notify(plot: Plot, outcome: Outcome): void {
  const { chance, actors } = plot
  const on = later(plot, plot.day, chance.happens(0.8) ? 0 : 1)
  act(plot, actors.officer, {
    ...dated(on, 'correo'),
    type: 'notified',
    data: { means: 'correo electrónico' },
  })
  if (chance.happens(0.01)) return contest(plot, outcome)
  if (deliveries.includes(outcome) && chance.happens(0.7)) deliver(plot)
  if (outcome !== 'entrega_total' && chance.happens(0.08)) {
    plot.day = later(plot, plot.day, chance.whole(2, 14))
    seekReview(plot, outcome === 'entrega_parcial' ? '55.3' : '54')
  }
}

function deliver(plot: Plot): void {
  const on = later(plot, plot.day, plot.chance.whole(0, 2))
  act(plot, plot.actors.officer, {
    ...dated(on, 'correo'),
    type: 'delivered',
    data: { costQuetzales: 0, note: null },
  })
}

/** The organisation says that the notice reached it on another day, and why it disagrees. */
function contest(plot: Plot, outcome: Outcome): void {
  const { chance, actors, law } = plot
  const on = law.calendar.addWorkingDays(plot.day, chance.whole(2, 5))
  const word = { fact: 'notified', outcome, days: null, note: 'El correo llegó otro día.' } as const
  plot.acts.push({ actor: actors.member, act: { ...dated(on, 'correo'), type: 'stated', data: word } })
  const text = 'La notificación llegó después de lo que la unidad anota.'
  plot.acts.push({
    actor: actors.member,
    act: { ...dated(on, 'correo'), type: 'disputed', data: { breachId: null, text } },
  })
}

const deliveries: readonly Outcome[] = ['entrega_total', 'entrega_parcial']

const reasons: Readonly<Record<Outcome, string>> = {
  entrega_total: 'Se entrega la información solicitada.',
  entrega_parcial: 'Se entrega lo que obra en los archivos, sin datos personales.',
  negativa_reserva: 'La información está clasificada como reservada.',
  negativa_confidencial: 'Contiene datos personales sensibles de terceros.',
  inexistencia: 'La información no obra en los archivos de la institución.',
  desechada: 'No se aclaró la solicitud en el plazo concedido.',
}

const groundsOf: Readonly<Record<Outcome, readonly Ground[]>> = {
  entrega_total: [],
  entrega_parcial: ['datos_personales'],
  negativa_reserva: ['reservada'],
  negativa_confidencial: ['confidencial'],
  inexistencia: ['inexistente'],
  desechada: ['no_clara'],
}

const articleOf: Readonly<Record<Outcome, string | null>> = {
  entrega_total: null,
  entrega_parcial: '22',
  negativa_reserva: '23',
  negativa_confidencial: '22',
  inexistencia: '42.4',
  desechada: '42.2',
}
