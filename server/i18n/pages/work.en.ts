import type { workEs } from './work.es.ts'

export const workEn: Record<keyof typeof workEs, string> = {
  'home.title': 'Home',
  'home.all': 'See all requests',
  'home.public.title': 'Know when they must answer you',
  'home.public.lead':
    'Vigía follows the public information requests filed with the institutions of Guatemala: it says when each deadline falls, how it was counted and what was broken.',
  'home.public.calculator': 'Work out a deadline',
  'home.public.requests': 'See published requests',
  'inbox.title': 'Information unit inbox',
  'inbox.lead':
    '{count, plural, =0 {No request awaits} =1 {1 request awaits} other {# requests await}} an act of your unit. {institution}.',
  'inbox.vencida': 'Overdue',
  'inbox.pronto': 'Due in 3 working days or fewer',
  'inbox.adelante': 'Later',
  'inbox.empty': 'None in this group.',
  'inbox.allDone': 'Nothing is pending. New requests will appear here.',
  'inbox.more': 'See the others',
  'inbox.silence.K1':
    'If nothing happens, on {day} it lapses into silence and the information is owed free of charge.',
  'inbox.silence.K2': 'If it is not clarified by {day}, you may dismiss it.',
  'inbox.silence.K3':
    'If nothing happens, on {day} it lapses into silence and the information is owed free of charge.',
  'inbox.silence.K4': 'If it is not delivered by {day}, that is a ground of criminal liability (article 44).',
  'inbox.silence.K5': 'A review may be asked for until {day}.',
  'inbox.silence.K6': 'If the review is not decided by {day}, amparo lies open.',
  'inbox.silence.K7':
    'If it is not complied with by {day}, the matter must be referred to the prosecutor (article 60).',
  'inbox.open': 'See request',
  'calculator.title': 'Deadline calculator',
  'calculator.lead':
    'Write when the institution received your request and see, day by day, until when it may answer.',
  'calculator.institution': 'Institution',
  'calculator.institution.hint':
    '15 August is a holiday in the capital only, and some bodies close on other days.',
  'calculator.noInstitution': 'An office outside the capital',
  'calculator.submit': 'Work out',
  'calculator.result': 'They must answer by {day}',
  'calculator.overdue': 'From {day} the answer is overdue.',
  'calculator.counted': 'It counts as received on {day}, because the day you wrote was not a working day.',
  'calculator.extension':
    'Notice of an extension may be given only from {from} to {by}, and would move the deadline to {latest} at most.',
  'calculator.article':
    'Access to Public Information Act, article {article}. Working days: Ley del Organismo Judicial (LOJ), article 45.',
  'notices.title': 'Notices',
  'notices.lead': 'What has happened in your requests, and the deadlines that draw near.',
  'notices.empty': 'You have no notices.',
  'notices.unread': 'New',
  'notices.markRead': 'Mark all as read',
  'notices.marked': 'Notices marked as read.',
  'notices.request': 'See the request',
  'notices.open': 'Open',
  'notices.kept.title': 'Messages not sent',
  'notices.kept.lead':
    'No mail server is configured: messages are kept here to be read or passed on by hand.',
  'notices.kept.empty': 'There are no kept messages.',
  'notices.kept.to': 'To {to}',
  'account.title': 'Your account',
  'account.email': 'E-mail',
  'account.role': 'Role',
  'account.password': 'Change your password',
  'account.mustChange': 'Your password is for one use only. Choose your own to go on.',
  'account.current': 'Present password',
  'account.next': 'New password',
  'account.next.hint': '12 characters or more. Four unrelated words will do.',
  'account.submit': 'Change the password',
  'account.changed': 'Your password was changed. Your other sessions were closed.',
  'account.signedOut': 'You have signed out of Vigía.',
  'errorPage.home': 'Go to the start',
  'errorPage.requests': 'See requests',
  'errorPage.signIn': 'Sign in',
  'errorPage.again': 'Going back with your browser keeps what you wrote.',
  'accessibility.title': 'Accessibility',
  'accessibility.text':
    'Vigía was made to meet WCAG 2.2, level AA. Everything works by keyboard, without JavaScript, on screens of 320 pixels and with text at double size. Automatic tests check each page in Spanish and in English. It has not yet been tried with the screen readers of real users.',
  'accessibility.contact':
    'If something keeps you from using Vigía, tell whoever runs the site in your organisation or institution.',
  'privacy.title': 'Privacy',
  'privacy.text':
    'Requesters’ names are not published (article 31). What is public is the institution, what was asked, the dates and the results. Vigía uses no third-party cookies and measures no visits: it keeps one session cookie for those who sign in.',
}
