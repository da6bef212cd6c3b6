import type { SilenceTexts } from './silence-texts.es.ts'

/** Silence and the afirmativa ficta, in English. */
export const silenceEn: SilenceTexts = {
  title: 'Silence and the afirmativa ficta',
  law: 'Where the term ends without an answer, article 44 orders what was asked to be handed over in ten days, free of charge and without a new request (term K4), and article 55 opens the review. “Silence” is here every request unanswered at the due day, with or without another act before it.',
  none: n => `No silence: all ${n} requests past due (D) were answered in time.`,
  nothingDue: 'No term ended in the period: no data.',
  said: (silent, noAct, someAct) =>
    `Unanswered at the due day: ${silent}. Without any act by that day, ${noAct}; with another act only, ${someAct}.`,
  reconcile: (free, other, later, never, over, running) =>
    `With the ten days of article 44 over: delivered free ${free} + another answer ${other} + afterwards ${later} + nothing by the cut-off ${never} = ${over}. With those days still running: ${running}.`,
  chart: value => `Delivered free within the ten days: ${value}`,
  chartSubtitle: 'Silences with the ten days of article 44 over, by what followed, cohort D',
  stages: ['Delivered free', 'Another answer', 'Afterwards', 'Nothing yet'],
  silences: 'Silences',
  caption: 'Silence and delivery after silence',
  outcomesCaption: 'Sense of what came within the ten days',
  outcome: 'Sense',
  lastingCaption: 'How long silence lasted',
  bandsCaption: 'Silences by working days since the due day',
  bandsNote: 'The first band is the ten days to deliver.',
  band: 'Working days',
  answered: 'Answered by the cut-off',
  open: 'Unanswered at the cut-off',
  whereCaption: 'Silence by institution',
  whereNote:
    'Silences = free + another + afterwards + nothing + running. By kind and name. With D below 10 no percentage is given.',
  whereColumns: {
    silent: 'Silences',
    free: 'Free',
    other: 'Other',
    later: 'After',
    never: 'Nothing',
    running: 'Running',
    reviewed: 'Review',
  },
  reviewsCaption: 'Review and amparo after silence',
  reviewsNote: 'Reviews of the same requests, filed on any day up to the cut-off.',
}
