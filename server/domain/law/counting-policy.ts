/** Readings of the law on which offices differ. Chosen once, in the configuration, and passed on. */
export interface CountingPolicy {
  /** Received on a day off: presented on the next working day, or on that very day. */
  readonly weekendReceipt: 'next-working-day' | 'literal'
  /** Received on a working day after `cutoffMinutes`. LOJ 45 a): the day has 24 hours. */
  readonly afterHours: 'same-day' | 'next-working-day'
  /** Minutes after local midnight at which the office closes; null where it has no cut-off. */
  readonly cutoffMinutes: number | null
  /** Holy Wednesday, 24 and 31 December. LOJ 45 d): only days closed at all working hours do not count. */
  readonly halfDays: 'count' | 'do-not-count'
  readonly holyWednesday: 'as-half-days' | 'counts' | 'does-not-count'
  /** Whether the term to answer runs anew from the day the person clarifies (article 42.2 is silent). */
  readonly clarification: 'restarts' | 'no-suspension'
  /** Where the 15 days to ask for a review of silence begin (articles 54, 55.4, 55.5). */
  readonly silenceReview: 'from-due-day' | 'from-ficta-end'
  /** How terms written as plain "días" are counted. */
  readonly dayUnit: 'working' | 'calendar'
  /** When an extension must be notified: "dentro de los dos días anteriores" (article 43). */
  readonly extensionWindow: 'd-2-to-d-1' | 'at-least-two-days-before' | 'until-due-day'
  /** Where the five days to comply with a review begin (article 60). */
  readonly complianceFrom: 'notification' | 'decision'
  /** Whether a request referred to another body has a term of its own there (article 38). */
  readonly referral: 'new-term' | 'same-term'
}

export const defaultPolicy: CountingPolicy = {
  weekendReceipt: 'next-working-day',
  afterHours: 'same-day',
  cutoffMinutes: null,
  halfDays: 'count',
  holyWednesday: 'as-half-days',
  clarification: 'restarts',
  silenceReview: 'from-due-day',
  dayUnit: 'working',
  extensionWindow: 'd-2-to-d-1',
  complianceFrom: 'notification',
  referral: 'new-term',
}
