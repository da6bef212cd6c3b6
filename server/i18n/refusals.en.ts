import type { refusalsEs } from './refusals.es.ts'

export const refusalsEn = {
  'error.action-not-allowed.title': 'This act is not possible now',
  'error.action-not-allowed.detail':
    'The state the request was in on that day does not allow this act. Check the day, or choose one of the acts that the request offers.',
  'error.not-your-side.title': 'This act belongs to the other side',
  'error.not-your-side.detail':
    'The requester and the institution each record their own acts. If you know what the other side did, state it as your word.',
  'error.in-the-future.title': 'The day is in the future',
  'error.in-the-future.detail':
    'Write a day that has come: that of the act, on the receipt stamp for example, or a cut-off of today or before. A future act is recorded when it happens.',
  'error.before-the-law.title': 'The day is before the record begins',
  'error.before-the-law.detail':
    'Working days are known from 1 January 2009, the year the law came into force. Check the day.',
  'error.before-the-filing.title': 'The day is before the request',
  'error.before-the-filing.detail':
    'No act may be earlier than the day the request was filed. Check the day.',
  'error.earlier-than-last-act.title': 'The day is before the last act',
  'error.earlier-than-last-act.detail':
    'Acts are recorded in their order. If the day of the last act is wrong, correct it first with a correction.',
  'error.evidence-required.title': 'Evidence is missing',
  'error.evidence-required.detail':
    'It is on record that the term has run out. To record an act from before then, add its evidence: stamp, e-mail, minutes or file.',
  'error.extension-after-due.title': 'The term has run out and cannot be extended',
  'error.extension-after-due.detail':
    'An extension is notified within the two days before the term ends (article 43). What is due now is the answer.',
  'error.extension-already-used.title': 'The extension has been used',
  'error.extension-already-used.detail':
    'The term is extended only once (article 43). Answer within the extended term.',
  'error.extension-motive-required.title': 'The reason for the extension is missing',
  'error.extension-motive-required.detail':
    'Explain why the volume or extent of what is asked justifies it (articles 43 and 45).',
  'error.extension-too-long.title': 'The extension is too long',
  'error.extension-too-long.detail':
    'You may extend by up to 10 more days (article 43). Write a number from 1 to 10.',
  'error.extension-not-in-habeas-data.title': 'There is no extension in habeas data',
  'error.extension-not-in-habeas-data.detail':
    'The law provides none for personal data (articles 33 and 34). Answer within the term.',
  'error.resolution-required.title': 'The written resolution is missing',
  'error.resolution-required.detail':
    'No case is closed without a resolution in writing (article 45). Record the resolution and its notification first.',
  'error.outcome-not-allowed-here.title': 'That outcome is not possible at this point',
  'error.outcome-not-allowed-here.detail':
    'A request is dismissed only where a clarification was asked for and not given in time (article 42). Choose another outcome.',
  'error.clarification-term-running.title': 'The time to clarify is not over',
  'error.clarification-term-running.detail':
    'Wait until the time you gave to clarify has run out before dismissing the request (article 42, number 2).',
  'error.classification-resolution-required.title':
    'The resolution that classified the information is missing',
  'error.classification-resolution-required.detail':
    'To refuse as reserved, cite the published resolution that classified it, with number and date (article 25).',
  'error.reasoning-required.title': 'The reasoning of the resolution is missing',
  'error.reasoning-required.detail':
    'A resolution gives its grounds and reasons in writing (article 45). Write what it rests on.',
  'error.charge-after-silence.title': 'Nothing may be charged any more',
  'error.charge-after-silence.detail':
    'Once the term has passed without an answer, the information is handed over free of charge (article 44). Write 0 as the cost.',
  'error.deletion-forbidden.title': 'A request is not deleted',
  'error.deletion-forbidden.detail':
    'Records of access to information may not be destroyed or altered (articles 36 and 37). To put something right, add a correction.',
  'error.reason-of-request-forbidden.title': 'The reason for a request may not be demanded',
  'error.reason-of-request-forbidden.detail':
    'A requester need not justify any interest (article 41). Remove that question.',
  'error.review-upheld.title': 'The review upheld the answer',
  'error.review-upheld.detail':
    'Since the decision confirmed the resolution, there is nothing to comply with. The case goes on without this act.',
  'error.nothing-to-correct.title': 'There is nothing to correct',
  'error.nothing-to-correct.detail':
    'The act you want to correct does not exist or was written by the system. Choose an act of your own side in the history.',
  'error.unknown-breach.title': 'That breach is not one of this request',
  'error.unknown-breach.detail':
    'Choose a breach from the list of this request, or name none to dispute the whole.',
  'error.second-person-required.title': 'Another person must approve',
  'error.second-person-required.detail':
    'A correction is proposed by one person and approved by another of the same side. Say who approves it.',
  'error.reason-required.title': 'The reason is missing',
  'error.reason-required.detail': 'Write why you make this change, for example: "The stamp says 3 February".',
  'error.not-statable-by-you.title': 'That fact is for the other side to state',
  'error.not-statable-by-you.detail':
    'Your side may state what it knows of the acts of the other. Its own acts are recorded, not stated.',
  'error.days-required.title': 'The number of days is missing',
  'error.days-required.detail': 'Write how many working days, one or more, for example 5.',
} as const satisfies Record<keyof typeof refusalsEs, string>
