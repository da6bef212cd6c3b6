import type { resendingEs } from './resending.es.ts'

/** Forms that have to be sent once more. */
export const resendingEn: Readonly<Record<keyof typeof resendingEs, string>> = {
  'sendAgain.title': 'Send the form again',
  'sendAgain.lead':
    'The form was opened in a session that is over, so nothing was saved. All that you wrote is still here: read it and send it again.',
  'sendAgain.submit': 'Send again',
  'form.alreadySent':
    'This form was already sent, with other text, and was saved. To save what you wrote now as well, send it again',
}
