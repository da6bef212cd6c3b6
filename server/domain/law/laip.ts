import { calendarDate, type CalendarDate } from '../calendar/calendar-date.ts'

/** K1-K7 are the clocks of a request for access; HA and HM those of habeas data. */
export type Clock = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7' | 'HA' | 'HM'

export interface Term {
  readonly clock: Clock
  readonly days: number
  /** Of Decreto 57-2008. */
  readonly article: string
  /** The law's own word: plain "días" (counted as the policy says), or "días hábiles". */
  readonly unit: 'dias' | 'dias_habiles'
  readonly inForceFrom: CalendarDate
}

export type RequestKind = 'access' | 'habeas_access' | 'habeas_modify'

/** 180 days after it was published. From memory, not confirmed in the Diario de Centro América. */
const inForceFrom = calendarDate('2009-04-21')

/**
 * Ley de Acceso a la Información Pública, Decreto 57-2008: how long each term lasts and where that is
 * written. Where the law says "días", that they are working days follows from its article 8 and LOJ 45 d).
 */
export const laip = {
  response: { clock: 'K1', days: 10, article: '42', unit: 'dias', inForceFrom },
  /** The law leaves the length to the unit; this is what is granted where nothing else was said. */
  clarification: { clock: 'K2', days: 2, article: '42', unit: 'dias', inForceFrom },
  /** At most. */
  extension: { clock: 'K3', days: 10, article: '43', unit: 'dias', inForceFrom },
  /** Nobody answered in time: the information is owed, free of charge. */
  deliveryAfterSilence: { clock: 'K4', days: 10, article: '44', unit: 'dias', inForceFrom },
  reviewFiling: { clock: 'K5', days: 15, article: '54', unit: 'dias', inForceFrom },
  reviewDecision: { clock: 'K6', days: 5, article: '58', unit: 'dias', inForceFrom },
  compliance: { clock: 'K7', days: 5, article: '60', unit: 'dias', inForceFrom },
  accessToOwnData: { clock: 'HA', days: 10, article: '33', unit: 'dias_habiles', inForceFrom },
  changeOfOwnData: { clock: 'HM', days: 30, article: '34', unit: 'dias_habiles', inForceFrom },
} as const satisfies Record<string, Term>

export interface KindRules {
  readonly response: Term
  /** No extension is written for habeas data. */
  readonly extension: Term | null
  /** Article 44 speaks of information to be delivered: there is none to deliver in a change of data. */
  readonly deliveryAfterSilence: Term | null
}

export const rulesOf: Readonly<Record<RequestKind, KindRules>> = {
  access: {
    response: laip.response,
    extension: laip.extension,
    deliveryAfterSilence: laip.deliveryAfterSilence,
  },
  habeas_access: {
    response: laip.accessToOwnData,
    extension: null,
    deliveryAfterSilence: laip.deliveryAfterSilence,
  },
  habeas_modify: { response: laip.changeOfOwnData, extension: null, deliveryAfterSilence: null },
}
