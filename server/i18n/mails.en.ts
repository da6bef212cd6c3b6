import type { mailsEs } from './mails.es.ts'

/** See mails.es.ts. */
export const mailsEn = {
  'notice.filed.subject': 'Request {reference}: new request',
  'notice.filed.text':
    'Request {reference} was logged with your institution, received on {day}. Check when the answer is due.',
  'notice.admitted.subject': 'Request {reference}: admitted',
  'notice.admitted.text': 'The institution admitted request {reference} on {day}.',
  'notice.clarification_requested.subject': 'Request {reference}: clarification asked for',
  'notice.clarification_requested.text':
    'On {day} the institution asked you to clarify request {reference}. Answer within the days given.',
  'notice.clarified.subject': 'Request {reference}: clarified',
  'notice.clarified.text': 'The organisation clarified request {reference} on {day}.',
  'notice.referred.subject': 'Request {reference}: referred to another institution',
  'notice.referred.text': 'The institution referred request {reference} to another one on {day}.',
  'notice.extended.subject': 'Request {reference}: term extended',
  'notice.extended.text':
    'On {day} the institution gave notice of an extension of request {reference}. Check that the notice was in time and gives its reason.',
  'notice.resolved.subject': 'Request {reference}: there is a resolution',
  'notice.resolved.text': 'The institution issued its resolution on request {reference} on {day}.',
  'notice.notified.subject': 'Request {reference}: resolution notified',
  'notice.notified.text':
    'The resolution of request {reference} was notified on {day}. The days to ask for a review run from then.',
  'notice.delivered.subject': 'Request {reference}: information delivered',
  'notice.delivered.text': 'The information of request {reference} is recorded as delivered on {day}.',
  'notice.review_filed.subject': 'Request {reference}: review asked for',
  'notice.review_filed.text':
    'On {day} the organisation asked for a review of request {reference}. The head of the institution must decide within five days.',
  'notice.review_decided.subject': 'Request {reference}: review decided',
  'notice.review_decided.text':
    'The head of the institution decided the review of request {reference} on {day}.',
  'notice.review_notified.subject': 'Request {reference}: decision on the review notified',
  'notice.review_notified.text': 'The decision on the review of request {reference} was notified on {day}.',
  'notice.complied.subject': 'Request {reference}: review complied with',
  'notice.complied.text':
    'The institution recorded on {day} that it complied with the review of request {reference}.',
  'notice.amparo_noted.subject': 'Request {reference}: amparo',
  'notice.amparo_noted.text': 'An amparo was noted on {day} in request {reference}.',
  'notice.withdrawn.subject': 'Request {reference}: withdrawn',
  'notice.withdrawn.text': 'The organisation withdrew request {reference} on {day}.',
  'notice.lapsed.subject': 'Request {reference}: deadline missed',
  'notice.lapsed.text':
    '{clock, select, K1 {The term to answer request {reference} ended on {day} and no answer is on record.} K3 {The extended term to answer request {reference} ended on {day} and no answer is on record.} K4 {The term to deliver the information of request {reference} free of charge ended on {day} and no delivery is on record.} K6 {The term to decide the review of request {reference} ended on {day}.} K7 {The term to comply with the review of request {reference} ended on {day}.} other {A term of request {reference} ended on {day}.}}',
  'notice.recounted.subject': 'Request {reference}: term counted anew',
  'notice.recounted.text':
    'A change of working days or hours moved the terms of request {reference}. Its history shows the days before and after.',
  'notice.stated.subject': 'Request {reference}: the other side stated a fact',
  'notice.stated.text':
    'The other side stated a fact of request {reference}, dated {day}. Check it and record your own evidence.',
  'notice.corrected.subject': 'Request {reference}: date corrected',
  'notice.corrected.text': 'The other side corrected a date of request {reference}. The history keeps both.',
  'notice.disputed.subject': 'Request {reference}: fact disputed',
  'notice.disputed.text': 'The other side disputes a fact of request {reference}.',
  'notice.reminder.subject': 'Request {reference}: a deadline is near',
  'notice.reminder.text':
    '{clock, select, K1 {The term to answer request {reference} ends on {day}.} K2 {The term to clarify request {reference} ends on {day}.} K3 {The extended term to answer request {reference} ends on {day}.} K4 {The term to deliver the information of request {reference} free of charge ends on {day}.} K5 {The term to ask for a review of request {reference} ends on {day}.} K6 {The term to decide the review of request {reference} ends on {day}.} K7 {The term to comply with the review of request {reference} ends on {day}.} other {A term of request {reference} ends on {day}.}}',
  'notice.view_summary.subject': 'Your view “{reference}” has requests in it',
  'notice.view_summary.text':
    'There are requests in your saved view “{reference}” (summary of {day}). Open the link to see which, and when each is due. You can change or stop this summary among your saved views.',
  'notice.report_delivered.subject': 'Report {reference}: confirm that you received it',
  'notice.report_delivered.text':
    'The monitoring report of the period {reference} was handed to you on {day}. Open the link to see it and to confirm that you received it; you need no password.',
  'notice.edition_in_reply.subject': 'Report {reference}: your institution may reply',
  'notice.edition_in_reply.text':
    'Report {reference} is about to be published. Look at the page of your institution and reply by {day} at the latest. Your words are published exactly as you write them.',
  'notice.edition_published.subject': 'Report {reference}: published',
  'notice.edition_published.text': 'Report {reference} was published on {day}.',
  'notice.roll_up_difference.subject': 'Figures: a count did not agree',
  'notice.roll_up_difference.text':
    'On {day} the nightly comparison found counts that were not what the requests say ({reference}). They were counted again and the pages show the right ones. Find out the cause: /health and the log say so until a night finds none.',
  'notice.article': '(Access to Public Information Act, article {article}.)',
  'notice.footer': 'Vigía tells you because your account follows this request. Do not answer this message.',
  'notice.footer.report': 'Vigía tells you because of what your account is for. Do not answer this message.',
} as const satisfies Record<keyof typeof mailsEs, string>
