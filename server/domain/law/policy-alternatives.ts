import { knownClosures } from '../calendar/closures.ts'
import type { CountingPolicy } from './counting-policy.ts'
import type { Office } from './terms.ts'

/** Another way to count the same request: what changes in the reading of the law and in the office. */
export interface Alternative {
  readonly policy: Partial<CountingPolicy>
  readonly office: Partial<Office>
  /** False for a comparison with something that is not the law. */
  readonly isLaw: boolean
}

/** The names are also found without capitals, hyphens or underscores. `officeHoursHHMM` takes any hour. */
export const policyAlternatives: Readonly<Record<string, Alternative>> = {
  default: reading({}),
  literalCount: reading({ weekendReceipt: 'literal' }),
  holyWednesdayNonWorking: reading({ holyWednesday: 'does-not-count' }),
  halfDaysNonWorking: reading({ halfDays: 'do-not-count' }),
  decemberHalfDaysNonWorking: reading({ halfDays: 'do-not-count', holyWednesday: 'counts' }),
  noSuspension: reading({ clarification: 'no-suspension' }),
  calendarDays: reading({ dayUnit: 'calendar' }),
  silenceFromFictaEnd: reading({ silenceReview: 'from-ficta-end' }),
  noticeAtLeastTwoDaysBefore: reading({ extensionWindow: 'at-least-two-days-before' }),
  noticeUntilDueDay: reading({ extensionWindow: 'until-due-day' }),
  complianceFromDecision: reading({ complianceFrom: 'decision' }),
  statutoryOnly: inOffice({ closures: [] }),
  withAcuerdos: inOffice({ closures: knownClosures }),
  capital: inOffice({ inCapital: true }),
  outsideCapital: inOffice({ inCapital: false }),
  dateHolidaysLibrary: { policy: {}, office: { rules: 'date-holidays-gt', closures: [] }, isLaw: false },
}

/** Other words in use for the same readings. */
const synonyms: Readonly<Record<string, keyof typeof policyAlternatives>> = {
  literal: 'literalCount',
  weekendLiteral: 'literalCount',
  clockNotStopped: 'noSuspension',
  withoutSuspension: 'noSuspension',
  naturalDays: 'calendarDays',
  plainDays: 'calendarDays',
  diasCalendario: 'calendarDays',
  fromFictaEnd: 'silenceFromFictaEnd',
  silenceReviewFromFictaEnd: 'silenceFromFictaEnd',
  silenceReviewFromFicta: 'silenceFromFictaEnd',
  atLeastTwoDaysBefore: 'noticeAtLeastTwoDaysBefore',
  extensionAtLeastTwoDaysBefore: 'noticeAtLeastTwoDaysBefore',
  untilDueDay: 'noticeUntilDueDay',
  statutory: 'statutoryOnly',
  noAdhoc: 'statutoryOnly',
  withoutAdhoc: 'statutoryOnly',
  withoutAcuerdos: 'statutoryOnly',
  noAcuerdos: 'statutoryOnly',
  adhoc: 'withAcuerdos',
  withAdhoc: 'withAcuerdos',
  withAcuerdo: 'withAcuerdos',
  adhocAcuerdos: 'withAcuerdos',
  acuerdosGubernativos: 'withAcuerdos',
  withAcuerdosGubernativos: 'withAcuerdos',
  inCapital: 'capital',
  noCapital: 'outsideCapital',
  notCapital: 'outsideCapital',
  nonCapital: 'outsideCapital',
  notInCapital: 'outsideCapital',
  outOfCapital: 'outsideCapital',
  outsideTheCapital: 'outsideCapital',
  outsideGuatemalaCity: 'outsideCapital',
  noCapitalHoliday: 'outsideCapital',
  noLocalHoliday: 'outsideCapital',
  withoutLocalHoliday: 'outsideCapital',
  departmental: 'outsideCapital',
  departments: 'outsideCapital',
  holyWednesdayExcluded: 'holyWednesdayNonWorking',
  holyWednesdayOff: 'holyWednesdayNonWorking',
  consecutiveDays: 'calendarDays',
  statutoryCalendar: 'statutoryOnly',
  withoutAcuerdo: 'statutoryOnly',
  withAcuerdoGubernativo: 'withAcuerdos',
  dateHolidays: 'dateHolidaysLibrary',
}

const byPlainName = new Map<string, Alternative>([
  ...Object.entries(policyAlternatives).map(([name, alternative]) => [plain(name), alternative] as const),
  ...Object.entries(synonyms).flatMap(([word, name]) => {
    const alternative = policyAlternatives[name]
    return alternative ? [[plain(word), alternative] as const] : []
  }),
])

/** The alternative that a name means, or null where it means none. */
export function policyAlternative(name: string): Alternative | null {
  const plainName = plain(name)
  return byPlainName.get(plainName) ?? officeHours(plainName) ?? closedHalfDays(plainName)
}

/** `officeHours1630`: what comes after 16:30 is presented on the next working day. */
function officeHours(name: string): Alternative | null {
  const found = /^(?:officehours|cutoff|closes|closesat)(?:until)?(\d{1,2})(\d{2})?$/.exec(name)
  if (!found) return null
  const [, hours, minutes = '0'] = found
  const cutoffMinutes = Number(hours) * 60 + Number(minutes)
  if (Number(minutes) > 59 || cutoffMinutes >= 24 * 60) return null
  return reading({ afterHours: 'next-working-day', cutoffMinutes })
}

/** `decHalfDaysExcluded`, `halfDaysInhabiles`: the half days closed, those of December alone where it says so. */
function closedHalfDays(name: string): Alternative | null {
  const found =
    /^(dec|december|christmas|yearend)?(?:halfdays?|24(?:and|dec)*31|24|31)(?:(?:as)?nonworking|asholidays|excluded|notcounted|donotcount|inhabil(?:es)?|off)$/.exec(
      name,
    )
  if (!found) return null
  const isDecember = found[1] !== undefined || !name.includes('half')
  return policyAlternatives[isDecember ? 'decemberHalfDaysNonWorking' : 'halfDaysNonWorking'] ?? null
}

function reading(policy: Partial<CountingPolicy>): Alternative {
  return { policy, office: {}, isLaw: true }
}

function inOffice(office: Partial<Office>): Alternative {
  return { policy: {}, office, isLaw: true }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}
