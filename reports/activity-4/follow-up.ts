import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { recommendationStates } from '../../server/domain/register/recommendation-states.ts'
import type { ClaimedState, RecommendationState } from '../../server/domain/register/recommendation-states.ts'
import type { EventType } from '../../server/domain/request/events.ts'
import {
  cautionOf,
  minimumForRate,
  roundedInterval,
  sixDecimals,
} from '../../server/domain/statistics/figure.ts'
import type { Figure } from '../../server/domain/statistics/figure.ts'
import { wilsonInterval } from '../../server/domain/statistics/intervals.ts'
import type { Named } from './inputs.ts'

/** What ties a report to the edition before it, as of the cut-off day. */
export interface FollowUp {
  /** The edition whose recommendations are followed; null where there is none before. */
  readonly previous: EditionRef | null
  readonly recommended: readonly RecommendationLine[]
  /** What this edition recommends; nothing where the report is no edition. */
  readonly recommends: readonly RecommendationLine[]
  /** What changed since the last edition, and why; null where there is none. */
  readonly corrections: CorrectionsLog | null
  /** Names of the institutions above, by id. */
  readonly bodies: readonly Named[]
}

export interface EditionRef {
  readonly code: string
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly asOf: CalendarDate
  readonly publishedOn: CalendarDate
}

export interface RecommendationLine {
  readonly id: string
  /** Null where it is addressed to all. */
  readonly institutionId: string | null
  readonly text: string
  readonly state: RecommendationState
  readonly stateDay: CalendarDate | null
  readonly stateNote: string | null
  /** What institutions say they did, word for word. */
  readonly words: readonly {
    readonly institutionId: string
    readonly state: ClaimedState
    readonly on: CalendarDate
    readonly text: string
  }[]
}

export interface CorrectionsLog {
  readonly since: EditionRef
  readonly challenges: readonly ChallengeLine[]
  readonly entries: readonly EntryLine[]
  readonly requests: readonly RequestLine[]
  readonly closures: readonly ClosureLine[]
}

/** A figure of the last edition that was challenged, and what was decided. */
export interface ChallengeLine {
  readonly institutionId: string
  readonly figure: string
  readonly claim: string
  readonly state: 'admitida' | 'rechazada'
  readonly reason: string
}

/** An entry of a register that the last edition counted otherwise, or not at all. */
export interface EntryLine {
  readonly register: 'trainings' | 'assistance' | 'dissemination'
  readonly change: 'corrected' | 'annulled' | 'late'
  readonly id: string
  /** As the entry is called (a delivery: the id of its institution, or '' for the regulator), and its day. */
  readonly name: string
  readonly on: CalendarDate
  readonly changedOn: CalendarDate
  readonly reason: string | null
}

/** An act of a request that took place by the cut-off of the last edition and was recorded, or corrected, after. */
export interface RequestLine {
  readonly reference: string
  readonly change: 'corrected' | 'late'
  readonly type: EventType
  readonly on: CalendarDate
  readonly recordedOn: CalendarDate
}

/** An acuerdo recorded since, with days of the last edition's period or after it. */
export interface ClosureLine {
  readonly name: string
  readonly source: string
  readonly days: readonly CalendarDate[]
  readonly recordedOn: CalendarDate
}

/** Y3, one line a state: the parts add up to n. */
export interface RecommendationShare extends Pick<Figure, 'n' | 'count' | 'rate' | 'interval' | 'caution'> {
  readonly code: 'Y3'
  readonly state: RecommendationState
  /** As many as `count`. */
  readonly ids: readonly string[]
}

export interface FollowUpFigures extends FollowUp {
  readonly shares: readonly RecommendationShare[]
}

export function followUpFigures(followUp: FollowUp | null): FollowUpFigures | null {
  if (followUp === null) return null
  const { recommended } = followUp
  return { ...followUp, shares: recommendationStates.map(state => shareOf(state, recommended)) }
}

function shareOf(state: RecommendationState, lines: readonly RecommendationLine[]): RecommendationShare {
  const n = lines.length
  const ids = lines.filter(line => line.state === state).map(({ id }) => id)
  const isShown = n >= minimumForRate
  const interval = isShown ? wilsonInterval(ids.length, n) : null
  return {
    ...{ code: 'Y3', state, n, count: ids.length, ids },
    rate: isShown ? sixDecimals(ids.length / n) : null,
    interval: interval && roundedInterval(interval),
    caution: cautionOf(n),
  }
}
