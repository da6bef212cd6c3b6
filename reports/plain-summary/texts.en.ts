import { shareInWords, type ShareWords } from '../activity-4/share-in-words.ts'
import type { PlainTexts } from './texts.es.ts'

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const requests: ShareWords = {
  none: 'no request',
  veryFew: 'very few requests',
  lessThanOne: 'fewer than one in ten requests',
  tenths: tenths => (tenths === 5 ? 'half of the requests' : `${numbers[tenths] ?? ''} in ten requests`),
  nearly: words => `nearly ${words}`,
  littleMore: words => `a little over ${words}`,
  moreThanNine: 'over nine in ten requests',
  nearlyAll: 'nearly all requests',
  all: 'all requests',
}

export const plainEn: PlainTexts = {
  title: period => `The report on one page · ${period}`,
  subject: 'How institutions answer requests for public information, in plain words',
  what: 'What this is',
  whatText: (from, to, asOf) =>
    `The law says that anyone may ask a public institution for information. The institution has ten working days to answer. This page tells what happened to what civil organisations asked from ${from} to ${to}. The data go up to ${asOf}.`,
  empty: 'There are no requests in this period. There is nothing to tell.',
  figures: 'Five figures',
  n: n => `n = ${n}`,
  received: 'requests received',
  onTime: 'answered on time',
  late: 'answered late',
  unanswered: 'without any answer',
  full: 'given all that was asked',
  ofDue: n => `of ${n} that should have an answer by now`,
  ofClosed: n => `of ${n} with an answer`,
  atInstitutions: institutions => `at ${institutions}`,
  means: 'What it means',
  share: rate => shareInWords(rate, requests),
  onTimeText: share => `The answer came on time in ${share}.`,
  onTimeFew: (count, n) =>
    `The answer came on time in ${count} of ${n}. They are too few to speak of a percentage.`,
  nothingDue: 'No request should have had an answer yet. Nothing can be said of deadlines.',
  unansweredText: requests => `There was no answer to ${requests} by the day of the data.`,
  unansweredNone: 'No request past its deadline was left without an answer.',
  silence:
    'If the institution is silent, the law orders it to give the information within ten more days, free of charge.',
  medianText: days =>
    `Half of the answers came in ${days === '1' ? '1 working day' : `${days} working days`} or less.`,
  fullText: (count, n) => `Of ${n} with an answer, all that was asked was given in ${count}.`,
  praiseText: institutions => `They answered on time every time: ${institutions}.`,
  praiseOne: institution => `It answered on time every time: ${institution}.`,
  care: 'Read it with care',
  careText:
    'Only requests recorded by organisations that use Vigía are counted. Other people ask for information too. Where there are few cases, a figure may change a lot by chance.',
  more: 'Where to learn more',
  moreText: edition =>
    `Each figure of edition ${edition} opens the list of its cases on the report’s page. The answer of each institution, the method and the files are there too.`,
}
