import type { accountEs } from './account.es.ts'

export const accountEn: Record<keyof typeof accountEs, string> = {
  'signIn.title': 'Sign in to Vigía',
  'signIn.lead':
    'For organisations that ask for information, public information units and those who watch the deadlines.',
  'signIn.resuming':
    'Your session ended while you were writing. Sign in again: your text was kept and you will go on where you were.',
  'signIn.email': 'E-mail',
  'signIn.password': 'Password',
  'signIn.wrong': 'The e-mail or the password do not match. Check both and try again',
  'signIn.limited':
    'Too many attempts. Wait {minutes, plural, =1 {one minute} other {# minutes}} and try again',
  'signIn.noAccount': 'No account?',
  'signIn.noAccount.text':
    'Accounts are made by whoever runs Vigía in your organisation or institution. Ask them for yours.',
  'signIn.calculator': 'Work out a deadline without signing in',
}
