import { grounds, type Ground } from '../request/events.ts'
import { outcomes, type Outcome } from '../request/states.ts'
import { cellOf, type Cell, type CellCounts } from './cells.ts'
import { hasPassed, within, type Window } from './cohorts.ts'
import { hasFictaTermPassed, type Counting } from './timeliness.ts'

export const measures = [
  'received',
  'due',
  'notYetDue',
  'onTime',
  'late',
  'unanswered',
  'silent',
  'acknowledgedOnly',
  'onTimeCalendar',
  'onTimeWithoutExtension',
  'answered',
  'fictaOver',
  'persistentlySilent',
  'silentFictaOver',
  'fictaHonoured',
  'denied',
  'unreasoned',
  'groundless',
  'pending',
  'pendingLate',
  'openReviews',
] as const

export type Measure = (typeof measures)[number]

/** The counts that the figures of some requests need, of a window. It grows by `addCell` and `addTally`. */
export interface Tally {
  readonly counts: Record<Measure, number>
  readonly outcomes: Record<Outcome, number>
  readonly grounds: Record<Ground, number>
  /** How many were answered after so many working days. */
  readonly days: Map<number, number>
}

export interface Reading {
  readonly window: Window
  readonly counting: Counting
}

/** What is counted of a period: by institution, and by the month of receipt or of the due day. */
export interface Tallied {
  readonly byInstitution: ReadonlyMap<string, Tally>
  /** By 'YYYY-MM': received, due and not yet due alone. */
  readonly byMonth: ReadonlyMap<string, Tally>
}

export function emptyTally(): Tally {
  return {
    counts: { ...noCounts },
    outcomes: { ...noOutcomes },
    grounds: { ...noGrounds },
    days: new Map(),
  }
}

export interface Tallying extends Tallied {
  add(institutionId: string, cells: CellCounts): void
}

/** Counts cells into the figures of a window; the order in which they come is all the same. */
export function createTallying(reading: Reading): Tallying {
  const byInstitution = new Map<string, Tally>()
  const byMonth = new Map<string, Tally>()
  return {
    byInstitution,
    byMonth,
    add(institutionId, cells) {
      const tally = tallyOf(byInstitution, institutionId)
      for (const [key, count] of Object.entries(cells)) {
        const cell = cellOf(key)
        addCell(tally, cell, count, reading)
        if (cell.kind === 'received' || cell.kind === 'due')
          addCell(tallyOf(byMonth, cell.on.slice(0, 7)), cell, count, reading)
      }
    },
  }
}

export function addTally(to: Tally, from: Tally): void {
  for (const measure of measures) to.counts[measure] += from.counts[measure]
  for (const outcome of outcomes) to.outcomes[outcome] += from.outcomes[outcome]
  for (const ground of grounds) to.grounds[ground] += from.grounds[ground]
  for (const [days, count] of from.days) to.days.set(days, (to.days.get(days) ?? 0) + count)
}

export function sumOfTallies(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally()
  for (const tally of tallies) addTally(sum, tally)
  return sum
}

/** So many requests that add the same cell. */
export function addCell(tally: Tally, cell: Cell, count: number, reading: Reading): void {
  const { window } = reading
  if ('on' in cell && !within(cell.on, window)) return
  switch (cell.kind) {
    case 'received':
      return addReceived(tally, cell, count, window)
    case 'due':
      return addDue(tally, cell, count, reading)
    case 'closed':
      return addClosed(tally, cell, count)
    case 'open':
      return addOpen(tally, cell, count, window)
    case 'review':
      tally.counts.openReviews += count
  }
}

type CellOf<K extends Cell['kind']> = Extract<Cell, { kind: K }>

function addReceived({ counts }: Tally, { on }: CellOf<'received'>, count: number, { asOf }: Window): void {
  if (on <= asOf) counts.received += count
}

function addDue({ counts }: Tally, cell: CellOf<'due'>, count: number, reading: Reading): void {
  const { on, marks } = cell
  if (!hasPassed(on, reading.window.asOf)) {
    counts.notYetDue += count
    return
  }
  const answer = answerOf(marks)
  counts.due += count
  counts[answer] += count
  for (const mark of ['onTimeCalendar', 'onTimeWithoutExtension', 'answered'] as const)
    if (marks.includes(mark)) counts[mark] += count
  if (answer !== 'onTime') counts[marks.includes('silent') ? 'silent' : 'acknowledgedOnly'] += count
  addFicta(counts, cell, count, reading)
}

/** Of those whose ten days to deliver after silence are over (LAIP 44). */
function addFicta(
  counts: Tally['counts'],
  { on: dueOn, marks, fictaDueOn }: CellOf<'due'>,
  count: number,
  { window, counting }: Reading,
): void {
  if (!hasFictaTermPassed({ dueOn, fictaDueOn }, window.asOf, counting)) return
  counts.fictaOver += count
  if (marks.includes('persistentlySilent')) counts.persistentlySilent += count
  if (marks.includes('onTime')) return
  counts.silentFictaOver += count
  if (marks.includes('fictaHonoured')) counts.fictaHonoured += count
}

function answerOf(marks: CellOf<'due'>['marks']): 'onTime' | 'late' | 'unanswered' {
  if (marks.includes('onTime')) return 'onTime'
  return marks.includes('answered') ? 'late' : 'unanswered'
}

function addClosed(tally: Tally, cell: CellOf<'closed'>, count: number): void {
  const { counts, days } = tally
  tally.outcomes[cell.outcome] += count
  if (cell.days !== null) days.set(cell.days, (days.get(cell.days) ?? 0) + count)
  if (cell.outcome === 'entrega_total') return
  counts.denied += count
  if (cell.unreasoned) counts.unreasoned += count
  if (cell.grounds.length === 0) counts.groundless += count
  for (const ground of new Set(cell.grounds)) tally.grounds[ground] += count
}

function addOpen(
  { counts }: Tally,
  { dueOn, endsOn }: CellOf<'open'>,
  count: number,
  { asOf }: Window,
): void {
  if (endsOn !== null && asOf >= endsOn) return
  counts.pending += count
  if (hasPassed(dueOn, asOf)) counts.pendingLate += count
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key) ?? emptyTally()
  tallies.set(key, known)
  return known
}

const noCounts: Readonly<Record<Measure, number>> = {
  received: 0,
  due: 0,
  notYetDue: 0,
  onTime: 0,
  late: 0,
  unanswered: 0,
  silent: 0,
  acknowledgedOnly: 0,
  onTimeCalendar: 0,
  onTimeWithoutExtension: 0,
  answered: 0,
  fictaOver: 0,
  persistentlySilent: 0,
  silentFictaOver: 0,
  fictaHonoured: 0,
  denied: 0,
  unreasoned: 0,
  groundless: 0,
  pending: 0,
  pendingLate: 0,
  openReviews: 0,
}

const noOutcomes: Readonly<Record<Outcome, number>> = {
  entrega_total: 0,
  entrega_parcial: 0,
  negativa_reserva: 0,
  negativa_confidencial: 0,
  inexistencia: 0,
  desechada: 0,
}

const noGrounds: Readonly<Record<Ground, number>> = {
  reservada: 0,
  confidencial: 0,
  datos_personales: 0,
  inexistente: 0,
  no_clara: 0,
  costo: 0,
  otra: 0,
}
