import type { teamEs } from './team.es.ts'

export const teamEn: Record<keyof typeof teamEs, string> = {
  'nav.team': 'Team',
  'nav.views': 'Views',
  'nav.import': 'Import',
  'team.title': 'Team',
  'team.lead':
    'Who signs in for your organisation or institution, what they may do and when they last signed in.',
  'team.lastSignIn': 'Last sign-in',
  'team.never': 'Never',
  'team.back': 'Back to the team',
  'team.edit': 'Account details',
  'team.save': 'Save changes',
  'team.saved': 'Account of {name} saved.',
  'team.own':
    'This is your own account: somebody else changes its role and access. You change your password under “Your account”.',
  'team.reset': 'New password',
  'team.reset.lead':
    'A one-time password is created and all sessions end. On signing in they have to choose their own.',
  'team.reset.submit': 'Create a one-time password',
  'team.reset.done': 'New password created',
  'team.deactivate': 'Deactivate the account',
  'team.deactivate.lead':
    'They can no longer sign in, and their sessions end now. What they recorded stays in the history.',
  'team.deactivate.submit': 'Deactivate',
  'team.activate': 'Activate the account',
  'team.activate.lead': 'They can sign in again with their password.',
  'team.activate.submit': 'Activate',
  'team.activity': 'Activity',
  'team.days': '{count, plural, =1 {Signed in on one day} other {Signed in on # days}}, by day',
}
