import type { CaseFacts } from './case-facts.ts'
import { hasPassed, type Cohorts } from './cohorts.ts'
import { countFigure, shareOf, sixDecimals, type Figure } from './figure.ts'

export interface Volume {
  /** V1: requests received in the period. */
  readonly received: Figure
  /** V2: bodies asked; `count` and `caseIds` are institutions, n the register. */
  readonly institutionsAsked: Figure
  /** V3: open on the cut-off day, of all received up to it. */
  readonly pending: Figure
  /** V3: of these, past their due day. */
  readonly pendingLate: Figure
  /** X1, X2, X3: left out of timeliness and counted apart. */
  readonly withdrawnInTerm: Figure
  readonly referredInTerm: Figure
  readonly notYetDue: Figure
}

/** V series, and what timeliness leaves out. */
export function volumeOf(cohorts: Cohorts, institutionsInRegister: number): Volume {
  const late = cohorts.open.filter(({ dueOn }) => hasPassed(dueOn, cohorts.window.asOf))
  return {
    received: countFigure('V1', 'received', cohorts.received),
    institutionsAsked: askedFigure(cohorts.received, institutionsInRegister),
    pending: shareOf('V3', 'known', cohorts.open, cohorts.knownCount),
    pendingLate: countFigure('V3-late', 'known', late),
    withdrawnInTerm: countFigure('X1', 'due', cohorts.withdrawnInTerm),
    referredInTerm: countFigure('X2', 'due', cohorts.referredInTerm),
    notYetDue: countFigure('X3', 'due', cohorts.notYetDue),
  }
}

/** A census of the register, not a sample: it has a share and no interval. */
function askedFigure(received: readonly CaseFacts[], institutionsInRegister: number): Figure {
  const asked = [...new Set(received.map(({ institutionId }) => institutionId))]
  const isKnown = asked.length > 0 && institutionsInRegister > 0
  return {
    ...countFigure('V2', 'register', []),
    n: institutionsInRegister,
    count: asked.length,
    rate: isKnown ? sixDecimals(asked.length / institutionsInRegister) : null,
    caution: isKnown ? 'none' : 'no-data',
    caseIds: asked,
  }
}
