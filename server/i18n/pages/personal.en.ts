import type { personalEs } from './personal.es.ts'

export const personalEn: Readonly<Record<keyof typeof personalEs, string>> = {
  'account.language': 'Language of your messages',
  'account.language.short': 'Language',
  'account.language.submit': 'Save the language',
  'account.language.saved': 'Language saved.',
  'account.notices': 'What we tell you',
  'account.notices.lead':
    'You are told once by each channel. What you untick is not sent; the request can always be seen.',
  'account.notices.noMail':
    'This site has no mail server: for now notices are seen only in Vigía. What you choose for mail will count once it has one.',
  'account.notices.about': 'Notice',
  'account.notices.box': '{group}: {channel}',
  'account.notices.submit': 'Save these choices',
  'account.notices.saved': 'Your choices were saved.',
  'notice-group.plazos': 'Deadlines that draw near or have passed',
  'notice-group.vistas': 'Summaries of your saved views',
  'notice-group.nuevas': 'Requests that are new, referred or withdrawn',
  'notice-group.respuestas': 'Handling and answers',
  'notice-group.recursos': 'Reviews and amparo',
  'notice-group.versiones': 'Statements, corrections and disputes',
  'notice-group.informes': 'Reports and trainings',
  'notice-channel.app': 'In Vigía',
  'notice-channel.mail': 'By mail',
  'account.sessions': 'Open sessions',
  'account.sessions.lead':
    'Where your account is open. If you do not know one of them, close them and change your password.',
  'account.sessions.unknown': 'A device that is not recognised',
  'account.sessions.current': 'This one',
  'account.sessions.since': 'Since {at}',
  'account.sessions.sinceUnknown': 'Since when is not known',
  'account.sessions.only': 'No other session is open.',
  'account.sessions.close':
    '{count, plural, =1 {Close the other session} other {Close the other # sessions}}',
  'account.sessions.closed':
    '{count, plural, =0 {There were no other sessions.} =1 {The other session was closed.} other {The other # sessions were closed.}}',
  'recovery.title': 'Forgotten your password?',
  'recovery.lead':
    'Write your address. If you have an account, we will send you a link to choose another password.',
  'recovery.noMail':
    'This site has no mail server and cannot send you a link. Ask whoever manages the accounts of your organisation or institution for a one-time password.',
  'recovery.email': '{label}: write a whole address, for example name@example.org',
  'recovery.submit': 'Send the link',
  'recovery.sent.title': 'Look at your mail',
  'recovery.sent':
    'If there is an account with that address, we have sent it a link. It works once, for {minutes} minutes.',
  'recovery.sent.nothing':
    'Nothing there? Look among the junk mail, and make sure you wrote the address of your account.',
  'recovery.new.title': 'Choose another password',
  'recovery.new.lead': 'Saving it closes all your sessions, and the link stops working.',
  'recovery.done': 'Your password was changed and your sessions were closed. Sign in with the new one.',
  'recovery.letter.subject': 'Vigía: link to choose another password',
  'recovery.letter.text':
    'Somebody asked to choose another password for the account of this address. If it was you, open this link; it works once, for {minutes} minutes.',
  'recovery.letter.end': 'If it was not you, do nothing: your password stays the same.',
  'errorPage.recover': 'Ask for another link',
  'errorPage.back': 'Try again',
  'errorPage.code': 'Code {status}',
  'errorPage.wait':
    '{minutes, plural, =1 {Wait a minute and try again.} other {Wait # minutes and try again.}}',
  'errorPage.search': 'Look for a request',
  'factor.title': 'A second step to sign in',
  'factor.off':
    'Besides the password, Vigía can ask you for a code that changes every half minute in an app on your phone. Whoever steals your password will not get in.',
  'factor.on': 'It is on: you are asked for a code when you sign in.',
  'factor.turnOn': 'Turn on the second step',
  'factor.turnOff': 'Turn off the second step',
  'factor.turnOff.lead': 'To turn it off, enter a code from your app or a spare one.',
  'factor.code': 'Code',
  'factor.code.hint': 'The six digits from your app, or a spare code.',
  'factor.enter.title': 'Enter your code',
  'factor.enter.lead': 'Open the code app on your phone and enter the one for Vigía.',
  'factor.enter.again': 'Sign in with another account',
  'factor.wrong':
    '{label}: that is not the current one, or it was used already. Wait for the next one and enter it',
  'factor.wrong.band':
    'That code is not the current one, or it was used already. The second step is still on.',
  'factor.setup.title': 'Turn on the second step',
  'factor.setup.lead':
    'In a code app (Aegis, FreeOTP or Google Authenticator, for example) add an account with this key. Then enter here the code that it shows.',
  'factor.setup.key': 'Key',
  'factor.setup.open': 'Open in the app on this device',
  'factor.setup.submit': 'Turn on',
  'factor.spare.title': 'Save your spare codes',
  'factor.spare.lead':
    'The second step is on. If you lose the phone, each of these codes works once. They will not be shown again: write them on paper.',
  'factor.spare.done': 'I have saved them',
  'factor.removed': 'The second step is no longer asked for.',
  'field.code.wrong': 'That is not the current code. Check the time on your phone and enter the next one.',
}
