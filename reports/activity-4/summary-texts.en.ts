import { formatInteger } from '../format.ts'
import { shareInWords, type ShareWords } from './share-in-words.ts'
import type { SummaryTexts } from './summary-texts.es.ts'

const noun = (one: string, many: string): ShareWords => ({
  none: `no ${one}`,
  veryFew: `very few ${many}`,
  lessThanOne: `fewer than one in ten ${many}`,
  tenths: tenths => (tenths === 5 ? `half of the ${many}` : `${numbers[tenths] ?? ''} in ten ${many}`),
  nearly: words => `nearly ${words}`,
  littleMore: words => `a little over ${words}`,
  moreThanNine: `over nine in ten ${many}`,
  nearlyAll: `nearly all ${many}`,
  all: `all ${many}`,
})

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

export const summaryEn: SummaryTexts = {
  title: 'Summary',
  requests: rate => shareInWords(rate, noun('request', 'requests')),
  answers: rate => shareInWords(rate, noun('answer', 'answers')),
  extended: rate => shareInWords(rate, noun('extension', 'extensions')),
  leadEmpty: (from, to) => `From ${from} to ${to} there are no requests received, due or answered: no data.`,
  lead: (from, to, received, institutions) =>
    `From ${from} to ${to}, ${received} came in at ${institutions}.`,
  leadDue: (onTime, due, unanswered) =>
    ` Of ${due} past due, ${onTime} had an answer on time and ${unanswered} had none at the cut-off.`,
  leadNothingDue: ' No term ended in the period, so nothing can be said of timeliness yet.',
  keyReceived: 'requests received',
  keyReceivedNote: institutions => `at ${institutions}`,
  keyOnTime: 'answered on time',
  keyOnTimeNote: (count, n) => `${count} of ${n} past due`,
  keyMedian: 'median to the answer',
  keyMedianNote: n => `working days; n = ${n}`,
  keyBreaches: 'with a breach',
  keyBreachesNote: uncured => `${uncured} not cured at the cut-off`,
  timeliness: {
    title: 'Deadlines.',
    said: (working, calendar) =>
      `The answer came on time in ${working} past due. Were the ten days of the law calendar days, it would have come on time in ${calendar}.`,
  },
  silence: {
    title: 'Silence.',
    said: silent => `The institution did nothing before the due day in ${silent}.`,
  },
  wait: {
    title: 'Waiting.',
    said: 'Counting what is still pending as well, fewer than half of the requests were answered by the cut-off.',
  },
  outcomes: {
    title: 'Outcome.',
    said: (full, refused) =>
      `Disclosure was full in ${full}; the information was refused as reserved or confidential in ${refused}.`,
  },
  extensions: {
    title: 'Extensions.',
    said: (used, invalid) =>
      `There was an extension in ${used}. With some fault against article 43: ${invalid}.`,
  },
  change: {
    title: 'Against the period before.',
    up: 'The share answered on time rose, beyond chance.',
    down: 'The share answered on time fell, beyond chance.',
    same: 'The share answered on time did not change beyond chance.',
  },
  institutions: { title: 'Institutions.' },
  below: names => `Below the overall on-time rate, beyond chance: ${names}.`,
  above: names => `Above the overall on-time rate, beyond chance: ${names}.`,
  more: n => ` and ${formatInteger(n)} more`,
}
