import { addDays, dayIn, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { laip, rulesOf } from '../domain/law/laip.ts'
import { effectiveReceipt } from '../domain/law/effective-receipt.ts'
import { extensionWindow } from '../domain/law/extension.ts'
import { termEnd } from '../domain/law/terms.ts'
import type { Act, Actor } from '../domain/request/events.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { RequestKind } from '../domain/request/states.ts'
import type { Chance } from './prng.ts'

/** An act of somebody, in the order in which they take place. */
export interface SignedAct {
  readonly act: Act
  readonly actor: Actor
}

export interface MadeUpCase {
  readonly kind: RequestKind
  readonly channel: 'electronica' | 'escrita' | 'verbal'
  readonly acts: readonly SignedAct[]
}

/** A case being made up: the day it has come to, and what was done so far. */
export interface Plot {
  readonly chance: Chance
  readonly law: LawContext
  readonly kind: RequestKind
  readonly actors: Actors
  /** Whether the unit keeps its cases in Vigía; where not, the organisation gives its word. */
  readonly unitSpeaks: boolean
  readonly acts: SignedAct[]
  day: CalendarDate
  dueOn: CalendarDate
  late: boolean
}

export interface Actors {
  readonly member: Actor
  readonly officer: Actor
  readonly head: Actor
}

export function actorsOf(organisationId: string, institutionId: string): Actors {
  const ofUnit = { organisationId: null, institutionId }
  return {
    member: {
      userId: `ejemplo-${organisationId}`,
      role: 'organisation_member',
      organisationId,
      institutionId: null,
    },
    officer: { userId: `ejemplo-uip-${institutionId}`, role: 'uip_officer', ...ofUnit },
    head: { userId: `ejemplo-jefe-${institutionId}`, role: 'uip_head', ...ofUnit },
  }
}

/** The filing, and the term that it starts. */
export function openPlot(
  filedOn: CalendarDate,
  given: Pick<Plot, 'chance' | 'law' | 'actors' | 'unitSpeaks'>,
): { plot: Plot; channel: MadeUpCase['channel'] } {
  const { chance, law } = given
  const kind = chance.weighted({ access: 96, habeas_access: 3, habeas_modify: 1 })
  const channel = chance.weighted({ electronica: 80, escrita: 17, verbal: 3 })
  const at = instantOn(filedOn, chance)
  const receivedOn = effectiveReceipt(at, law.calendar, law.policy)
  const plot: Plot = {
    ...given,
    kind,
    acts: [],
    day: filedOn,
    dueOn: termEnd(receivedOn, rulesOf[kind].response, law.calendar),
    late: false,
  }
  plot.acts.push({
    actor: given.actors.member,
    act: { ...dated(filedOn, 'portal'), occurredAt: at, type: 'filed', data: { kind, channel } },
  })
  return { plot, channel }
}

/** Some office time, mostly; one in ten in the evening. */
function instantOn(day: CalendarDate, chance: Chance): Date {
  const minutes = chance.happens(0.1) ? chance.whole(17 * 60, 22 * 60) : chance.whole(7 * 60, 16 * 60)
  return new Date(new Date(`${day}T00:00:00-06:00`).getTime() + minutes * 60_000)
}

/** The day of an instant, in Guatemala. */
export function dayOfInstant(at: Date): CalendarDate {
  return dayIn(guatemalaTimeZone, at)
}

export function dated(on: CalendarDate, kind: 'portal' | 'correo' | 'sello') {
  return { occurredOn: on, occurredAt: null, evidence: [{ kind, sha256: null, note: null }] }
}

export function act(plot: Plot, actor: Actor, doing: Act): void {
  plot.acts.push({ actor, act: doing })
  plot.day = doing.occurredOn
}

/** So many working days after a day; at least the next day that the plot has come to. */
export function later(plot: Plot, from: CalendarDate, workingDays: number): CalendarDate {
  const day = plot.law.calendar.addWorkingDays(plot.law.calendar.onOrAfter(from), workingDays)
  return day < plot.day ? plot.law.calendar.onOrAfter(plot.day) : day
}

/** A notice of more time: in the two days that the law gives, or, one in five, on the last day. */
export function extendTerm(plot: Plot): void {
  const { chance, law, actors } = plot
  const window = extensionWindow(plot.day, plot.dueOn, law.calendar, law.policy)
  const on = chance.happens(0.2) ? plot.dueOn : chance.happens(0.5) ? window.from : window.by
  if (on < plot.day) return
  const days = chance.whole(5, laip.extension.days)
  if (plot.unitSpeaks) {
    const motive = chance.pick(['Volumen de la información.', 'Debe reunirse de varias dependencias.'])
    act(plot, actors.officer, { ...dated(on, 'correo'), type: 'extended', data: { days, motive } })
  } else {
    const data = { fact: 'extended', outcome: null, days, note: null } as const
    act(plot, actors.member, { ...dated(on, 'correo'), type: 'stated', data })
  }
  plot.dueOn = termEnd(plot.dueOn, { ...laip.extension, days }, law.calendar)
}

/** Asks to clarify within three days; answered in term for nine of ten. False where the answer never comes. */
export function askToClarify(plot: Plot): boolean {
  const { chance, law, actors, kind } = plot
  const days = chance.whole(2, 5)
  act(plot, actors.officer, {
    ...dated(later(plot, plot.day, chance.whole(1, 3)), 'correo'),
    type: 'clarification_requested',
    data: { days, text: '¿De qué dependencia y de qué meses?' },
  })
  const termEnds = law.calendar.addWorkingDays(plot.day, days)
  if (chance.happens(0.1)) {
    plot.dueOn = addDays(termEnds, 1)
    return false
  }
  act(plot, actors.member, {
    ...dated(later(plot, plot.day, chance.whole(1, days)), 'correo'),
    type: 'clarified',
    data: { text: 'De todas las dependencias, de enero a junio.' },
  })
  plot.dueOn = termEnd(plot.day, rulesOf[kind].response, law.calendar)
  return true
}
