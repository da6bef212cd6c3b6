import { grounds, type Ground } from '../request/events.ts'
import type { Outcome } from '../request/states.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Cohorts } from './cohorts.ts'
import { shareFigure, shareOf, type Figure } from './figure.ts'

/** O and G series. Of those closed: full + partial + refused + not held + dismissed = all. */
export interface Outcomes {
  readonly full: Figure
  readonly partial: Figure
  readonly refused: Figure
  readonly notHeld: Figure
  /** Closed with the request dismissed for want of a clarification (LAIP 42.2). */
  readonly dismissed: Figure
  readonly referred: Figure
  readonly dismissedOrWithdrawn: Figure
  readonly fullOfResolvable: Figure
  /** Over the answers that did not hand over everything; several grounds may be cited at once. */
  readonly grounds: readonly { readonly ground: Ground | 'ninguno'; readonly figure: Figure }[]
  readonly unreasoned: Figure
  readonly unclassifiedReserve: Figure
}

/** The senses that every group tells; with the dismissed ones they are all of those closed. */
export type ClosedParts = Pick<Outcomes, 'full' | 'partial' | 'refused' | 'notHeld' | 'dismissed'>

export function closedPartsOf(closed: readonly CaseFacts[]): ClosedParts {
  return {
    full: outcomeShare('O1', closed, 'entrega_total'),
    partial: outcomeShare('O2', closed, 'entrega_parcial'),
    refused: shareFigure('O3', 'closed', closed, isRefusal),
    notHeld: outcomeShare('O4', closed, 'inexistencia'),
    dismissed: outcomeShare('O6', closed, 'desechada'),
  }
}

export function outcomesOf({ closed, received }: Cohorts): Outcomes {
  const denied = closed.filter(isDenied)
  const reserved = closed.filter(isReserved)
  const resolvable = closed.filter(({ outcome }) => outcome !== 'inexistencia' && outcome !== 'desechada')
  return {
    ...closedPartsOf(closed),
    referred: shareFigure('O5', 'received', received, ({ referredOn }) => referredOn !== null),
    dismissedOrWithdrawn: shareFigure(
      'O6',
      'received',
      received,
      ({ outcome, withdrawnOn }) => outcome === 'desechada' || withdrawnOn !== null,
    ),
    fullOfResolvable: shareFigure(
      'O7',
      'resolvable',
      resolvable,
      ({ outcome }) => outcome === 'entrega_total',
    ),
    grounds: groundFigures(denied),
    unreasoned: unreasonedOf(closed),
    unclassifiedReserve: shareFigure('G3', 'reserved', reserved, ({ classificationResolution }) =>
      isBlank(classificationResolution),
    ),
  }
}

/** G2, of those closed that did not hand over everything. */
export function unreasonedOf(closed: readonly CaseFacts[]): Figure {
  return shareFigure('G2', 'denied', closed.filter(isDenied), isUnreasoned)
}

/** No ground, or no article that it rests on (LAIP 42.3, 45). */
export function isUnreasoned({ grounds: cited, groundArticle }: CaseFacts): boolean {
  return cited.length === 0 || isBlank(groundArticle)
}

/** Refused: reserved or confidential. Not held and dismissed are told apart. */
export function isRefusal({ outcome }: CaseFacts): boolean {
  return outcome === 'negativa_reserva' || outcome === 'negativa_confidencial'
}

/** An answer that did not hand over everything, and so owes its grounds (LAIP 42.3, 42.4, 45). */
export function isDenied({ outcome }: CaseFacts): boolean {
  return outcome !== null && outcome !== 'entrega_total'
}

function isReserved(facts: CaseFacts): boolean {
  return facts.outcome === 'negativa_reserva' || (isDenied(facts) && facts.grounds.includes('reservada'))
}

function outcomeShare(
  code: 'O1' | 'O2' | 'O4' | 'O6',
  closed: readonly CaseFacts[],
  sought: Outcome,
): Figure {
  return shareFigure(code, 'closed', closed, ({ outcome }) => outcome === sought)
}

function groundFigures(denied: readonly CaseFacts[]): Outcomes['grounds'] {
  const cited = grounds.map(ground => ({
    ground,
    figure: shareFigure('G1', 'denied', denied, facts => facts.grounds.includes(ground)),
  }))
  const none = denied.filter(facts => facts.grounds.length === 0)
  return [...cited, { ground: 'ninguno', figure: shareOf('G1', 'denied', none, denied.length) }]
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === ''
}
