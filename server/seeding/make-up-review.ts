import type { EventData } from '../domain/request/events.ts'
import { act, dated, later, type Plot } from './made-up-case.ts'

/** A review on the plot's day, and what the head of the body makes of it: three of four decided in term. */
export function seekReview(plot: Plot, ground: EventData['review_filed']['ground']): void {
  const { chance, actors, unitSpeaks } = plot
  act(plot, actors.member, {
    ...dated(plot.day, 'correo'),
    type: 'review_filed',
    data: { ground, text: 'Se pide revisar la respuesta.' },
  })
  if (!unitSpeaks || chance.happens(0.15)) return
  const sense = chance.weighted({ confirma: 50, revoca: 30, modifica: 20 })
  act(plot, actors.head, {
    ...dated(later(plot, plot.day, chance.happens(0.75) ? chance.whole(1, 4) : chance.whole(6, 12)), 'sello'),
    type: 'review_decided',
    data: { sense, text: 'Se resuelve el recurso.' },
  })
  act(plot, actors.head, {
    ...dated(plot.day, 'correo'),
    type: 'review_notified',
    data: { means: 'correo electrónico' },
  })
  if (sense !== 'confirma') comply(plot)
  else if (chance.happens(0.05)) goToCourt(plot)
}

/** Four of five comply, most of them in the five days (60). */
function comply(plot: Plot): void {
  const { chance, actors } = plot
  if (chance.happens(0.2)) return
  const on = later(plot, plot.day, chance.happens(0.8) ? chance.whole(1, 5) : chance.whole(6, 10))
  act(plot, actors.officer, { ...dated(on, 'correo'), type: 'complied', data: { note: null } })
}

function goToCourt(plot: Plot): void {
  const { chance, actors } = plot
  act(plot, actors.member, {
    ...dated(later(plot, plot.day, chance.whole(5, 18)), 'sello'),
    type: 'amparo_noted',
    data: { reference: `Amparo ${chance.whole(100, 999)}-${plot.day.slice(0, 4)}` },
  })
}
