import type { SheetTexts } from './sheet-texts.es.ts'

/** Each institution with its figures and its reply, in English. */
export const sheetsEn: SheetTexts = {
  title: 'Each institution',
  titleHeard: 'Each institution and its reply',
  intro: fewest =>
    `A sheet for each institution with ${fewest} or more past due (D), by kind and name: this is no ranking. “Above” or “below” the overall figure is beyond chance. Each figure bears its formula, in short, and its n; to the right, the same figure of all institutions.`,
  introHeard: fewest =>
    `A sheet for each institution that replied, or with ${fewest} or more past due (D), by kind and name: this is no ranking. “Above” or “below” the overall figure is beyond chance. Each figure bears its formula, in short, and its n; to the right, the same figure of all institutions.`,
  others: n => `Without a sheet, with their counts in the tables by institution and by outcome: ${n}.`,
  noSheets: 'No institution has cases enough for a sheet.',
  asked: (n, day, replied, silent) =>
    `Before publication, on ${day}, each institution with cases saw its page (${n}) and had working days to reply. Replied: ${replied}. Did not reply: ${silent}. Their words are printed as they wrote them.`,
  figuresOf: name => `Figures of ${name}`,
  all: 'All',
  note: (received, due, closed, left) =>
    `Of this institution: R, n = ${received}; D, n = ${due}; C, n = ${closed}. Left out of D, still running at the cut-off: ${left}.`,
  standing: {
    above: 'On time (T1): above the overall figure.',
    below: 'On time (T1): below the overall figure.',
    'not-different': 'On time (T1): like the overall figure.',
    'too-few': 'With fewer than 10 past due, counts only.',
  },
  names: { O3: 'Refused', G2: 'No ground or no article' },
  formulas: {
    V1: 'Received in the period (R)',
    V3: 'Unanswered at the cut-off',
    T1: 'On time ÷ D',
    T3: 'Late ÷ D',
    'T3-open': 'Unanswered at cut-off ÷ D',
    T4: 'No act by the due day ÷ D',
    O3: 'Reserved, confidential ÷ C',
    G2: '÷ C not full disclosure',
  },
  median: (days, n) => `Median of working days (T9): ${days} (n = ${n}).`,
  reply: day => `The institution’s reply, ${day}`,
  noReply: (day, until) =>
    `It did not reply. It was shown its page on ${day} and could reply until ${until}.`,
  notAsked: 'It was not shown its page before publication.',
  restTitle: 'Institutions without a sheet',
  restCaption: 'Institutions without a sheet, and whether they replied',
  restNote: 'Their other figures are in the tables by institution.',
  restMore: (printed, all) => `${printed} of ${all} are printed; the others did not reply either.`,
  askedOn: 'Asked on',
  until: 'Could reply until',
  answer: 'Reply',
  silent: 'did not reply',
  never: 'was not shown it',
}
