import { dayNumber } from '../calendar/calendar-date.ts'
import type { Cohorts } from './cohorts.ts'
import { shareFigure, spreadFigure, type Figure, type SpreadFigure } from './figure.ts'

/** S series: how far the data themselves can be trusted. */
export interface TestimonyFigures {
  readonly disputed: Figure
  readonly evidenced: Figure
  /** Calendar days from the receipt to its entry in the system. */
  readonly loggingDelay: SpreadFigure
}

export function testimonyOf({ received }: Cohorts): TestimonyFigures {
  return {
    disputed: shareFigure('S1', 'received', received, ({ disputed }) => disputed),
    evidenced: shareFigure('S2', 'received', received, ({ evidenced }) => evidenced),
    loggingDelay: spreadFigure(
      'S3',
      'received',
      received,
      ({ loggedOn, receivedOn }) => dayNumber(loggedOn) - dayNumber(receivedOn),
    ),
  }
}
