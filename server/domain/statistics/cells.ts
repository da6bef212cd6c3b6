import { calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { grounds, type Ground } from '../request/events.ts'
import { outcomes, type Outcome } from '../request/states.ts'

/** What a figure asks of a request that fell due: whoever answers on time is neither silent nor late. */
export const dueMarks = [
  'onTime',
  'onTimeCalendar',
  'onTimeWithoutExtension',
  'answered',
  'silent',
  'persistentlySilent',
  'fictaHonoured',
] as const

export type DueMark = (typeof dueMarks)[number]

/**
 * What one request adds to the figures, as far as a figure can tell it from others. It speaks in days and never
 * of "today": whether a term has passed, or a request is still open, is for whoever reads it on a day to say. So
 * a count stays right from one day to the next without being made anew.
 */
export type Cell =
  | { readonly kind: 'received'; readonly on: CalendarDate }
  /** Left out: what was withdrawn or referred within its term, and what has no term yet. */
  | {
      readonly kind: 'due'
      readonly on: CalendarDate
      readonly marks: readonly DueMark[]
      readonly fictaDueOn: CalendarDate | null
    }
  | {
      readonly kind: 'closed'
      readonly on: CalendarDate
      readonly outcome: Outcome
      readonly grounds: readonly Ground[]
      readonly unreasoned: boolean
      /** Working days to the answer. */
      readonly days: number | null
    }
  /** Unanswered; `endsOn` is the first day on which time alone will have closed it. */
  | {
      readonly kind: 'open'
      readonly dueOn: CalendarDate | null
      readonly endsOn: CalendarDate | null
    }
  /** A review that was asked for and is not decided. */
  | { readonly kind: 'review' }

/** How many requests add the same cell, by its key. */
export type CellCounts = Readonly<Record<string, number>>

/** What stands as long as nobody acts counts in every period; the others count on one day. */
export function isStanding(key: string): boolean {
  return key === 'review' || key.startsWith('open ')
}

type Kind = Cell['kind']
type CellOf<K extends Kind> = Extract<Cell, { kind: K }>

/** Short, since there are as many as requests: `due 2026-03-18 ot -`. */
export function keyOf(cell: Cell): string {
  return [cell.kind, ...partsOf(cell)].join(' ')
}

/** @throws RangeError for what `keyOf` did not write. */
export function cellOf(key: string): Cell {
  const [kind = '', ...parts] = key.split(' ')
  const known = kinds.find(each => each === kind)
  if (known === undefined) throw new RangeError(`Not a cell: ${key}`)
  return readers[known](parts)
}

function partsOf(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case 'received':
      return [cell.on]
    case 'due':
      return [cell.on, markLetters(cell.marks), dayText(cell.fictaDueOn)]
    case 'closed':
      return closedParts(cell)
    case 'open':
      return [dayText(cell.dueOn), dayText(cell.endsOn)]
    case 'review':
      return []
  }
}

function closedParts({ on, outcome, grounds: cited, unreasoned, days }: CellOf<'closed'>): readonly string[] {
  return [on, outcome, cited.join(',') || none, unreasoned ? 'u' : none, String(days ?? none)]
}

const kinds = ['received', 'due', 'closed', 'open', 'review'] as const satisfies readonly Kind[]

const readers: { readonly [K in Kind]: (parts: readonly string[]) => CellOf<K> } = {
  received: ([on = '']) => ({ kind: 'received', on: calendarDate(on) }),
  due: ([on = '', marks = '', ficta = '']) => {
    return { kind: 'due', on: calendarDate(on), marks: marksIn(marks), fictaDueOn: dayOrNone(ficta) }
  },
  closed: ([on = '', outcome = '', cited = '', unreasoned = '', days = '']) => ({
    kind: 'closed',
    on: calendarDate(on),
    outcome: oneOf(outcomes, outcome),
    grounds: cited === none ? [] : cited.split(',').map(each => oneOf(grounds, each)),
    unreasoned: unreasoned === 'u',
    days: days === none ? null : Number(days),
  }),
  open: ([dueOn = '', endsOn = '']) => {
    return { kind: 'open', dueOn: dayOrNone(dueOn), endsOn: dayOrNone(endsOn) }
  },
  review: () => ({ kind: 'review' }),
}

const none = '-'

const letters = {
  onTime: 't',
  onTimeCalendar: 'c',
  onTimeWithoutExtension: 'b',
  answered: 'a',
  silent: 's',
  persistentlySilent: 'p',
  fictaHonoured: 'h',
} as const satisfies Record<DueMark, string>

function markLetters(marks: readonly DueMark[]): string {
  return marks.map(mark => letters[mark]).join('') || none
}

/** There are few combinations, and each is read once. */
function marksIn(text: string): readonly DueMark[] {
  const known = readMarks.get(text)
  if (known) return known
  const marks = dueMarks.filter(mark => text.includes(letters[mark]))
  readMarks.set(text, marks)
  return marks
}

const readMarks = new Map<string, readonly DueMark[]>()

function dayText(day: CalendarDate | null): string {
  return day ?? none
}

function dayOrNone(text: string): CalendarDate | null {
  return text === none ? null : calendarDate(text)
}

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find(each => each === text)
  if (found === undefined) throw new RangeError(`Not in a cell: ${text}`)
  return found
}
