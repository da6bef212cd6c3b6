import type { Cohorts } from '../../server/domain/statistics/cohorts.ts'

/** What a reader must know before trusting the figures; printed on the first pages. */
export type Notice =
  /** The cut-off day comes before the period's end: later requests and answers are not in it. */
  | { readonly code: 'period-not-over' }
  /** Nothing of the period had begun on the cut-off day. */
  | { readonly code: 'period-not-begun' }
  | { readonly code: 'no-requests' }
  /** Due days of the period that had not passed; their requests are left out of timeliness. */
  | { readonly code: 'not-yet-due'; readonly count: number }
  /** So few due that no rate is printed. */
  | { readonly code: 'few-due'; readonly count: number }

export function noticesOf({ window, received, due, notYetDue, closed }: Cohorts): readonly Notice[] {
  const { from, to, asOf } = window
  const notices: Notice[] = []
  if (asOf < from) notices.push({ code: 'period-not-begun' })
  else if (asOf < to) notices.push({ code: 'period-not-over' })
  if (received.length + due.length + notYetDue.length + closed.length === 0)
    notices.push({ code: 'no-requests' })
  if (notYetDue.length > 0) notices.push({ code: 'not-yet-due', count: notYetDue.length })
  if (due.length > 0 && due.length < 10) notices.push({ code: 'few-due', count: due.length })
  return notices
}
