import type { SilenceTexts } from './texts.es.ts'

export const textsEn: SilenceTexts = {
  title: 'Certificate of silence',
  subject: 'No answer to a request for public information (afirmativa ficta)',
  asOf: day => `As of ${day}`,
  lead: given =>
    `Request ${given.reference}, received by ${given.institution} on ${given.received}, was to be answered by ${given.due}. At the end of that day no answer was on record.`,
  late: {
    open: (days, day) =>
      `As of ${day} there is still no answer on record: ${days === 1 ? 'one working day' : `${days} working days`} after it was due.`,
    cured: (days, day) =>
      `The answer came late, on ${day}: ${days === 1 ? 'one working day' : `${days} working days`} after it was due. Lateness does not undo the silence.`,
  },
  what: {
    title: 'What this paper is',
    text: 'Vigía makes it from the history of the request as it was recorded, to go with a review appeal. It is not certified by an authority: it shows what the history says, how each day was counted and by which documents it is known.',
  },
  facts: {
    heading: 'The facts',
    caption: 'The request',
    reference: 'Number in Vigía',
    caseNumber: 'Case number of the institution',
    noCaseNumber: 'None on record',
    title: 'What was asked',
    institution: 'Institution',
    organisation: 'Requester',
    channel: 'Channel',
    received: 'Received',
    due: 'Last day to answer',
    review: 'Review of the silence, by',
    empty: 'No data',
    name: 'Fact',
    value: 'What is on record',
  },
  terms: {
    heading: 'The terms, day by day',
    lead: 'Each term begins on the day after the one that sets it going and counts working days: Law on Access to Public Information, article 8, and Ley del Organismo Judicial, article 45.',
    passed: term =>
      `${term.name}: ${term.term} days from the day after ${term.start}; the last is ${term.due} (article ${term.article}).`,
    caption: name => `${name}: each day`,
    day: 'Day',
    counts: 'Counts',
    why: 'Why',
    ordinal: ordinal => `Day ${ordinal}`,
    not: 'No',
  },
  law: {
    heading: 'What the law says',
    lead: 'Law on Access to Public Information, Decreto 57-2008:',
    article44:
      'Article 44, afirmativa ficta. Where there is no answer in time and form, the institution must deliver the information within the ten days after the term ended, free of charge and without a further request. Failing to do so is a ground of criminal liability.',
    article55:
      'Article 55. A review appeal lies, on the same terms as in article 54, for lack of an answer (number 4) and for expiry of the time to deliver (number 5).',
    article66:
      'Article 66, withholding of information. One to three years of prison, special disqualification for double that time and a fine of ten to fifty thousand quetzales. Whether there was a crime is for a court to say.',
    noDelivery:
      'What was asked is a change of one’s own data (article 34): article 44 has nothing to deliver. Silence opens the review appeal.',
  },
  history: {
    heading: 'The history',
    lead: 'Everything on record, in the order in which it happened. What each side records bears the server’s time and cannot be deleted.',
    caption: 'Acts and terms that ended',
    on: 'Day',
    what: 'What happened',
    by: 'Recorded by',
    recordedAt: 'Recorded (UTC)',
    evidence: 'Evidence',
    computed: 'follows from the date',
    empty: 'No acts',
  },
  files: {
    heading: 'The documents',
    lead: 'The SHA-256 of a file changes if a single byte does: whoever has the file can check that it is the same.',
    caption: 'Files of the request',
    name: 'File',
    size: 'kB',
    sha256: 'SHA-256',
    empty: 'No file was attached to the request.',
  },
  seal: {
    heading: 'How to check it',
    history: 'SHA-256 of the last act of the history, which chains all those before it:',
    data: 'The facts of this paper are inside the PDF as hechos.json. Its SHA-256:',
    again:
      'Asked for again on the same day, with the same history, the certificate comes out the same byte for byte.',
  },
  attachment: 'The facts of this certificate, to check it by',
}
