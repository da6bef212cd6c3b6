import type { helpEs } from './help.es.ts'

export const helpEn: Record<keyof typeof helpEs, string> = {
  'calculator.cutoff': 'Hour after which it counts as the next day',
  'calculator.cutoff.hint':
    'The law sets none; use the one the institution applies, for example 16:30. It needs the hour of receipt too.',
  'calculator.countedFrom':
    'It counts as received on {day}: what arrives on a non-working day, or after the cut-off hour, counts as of the next working day.',
  'calculator.ics': 'Add to my calendar (.ics)',
  'calculator.link': 'The address of this page keeps what you typed: you can send it.',
  'calculator.ics.title': 'Answer to an information request is due',
  'calculator.ics.title.at': 'Answer due from {institution}',
  'calculator.ics.text':
    'Last day to answer (article {article}). Received on {received}. Without an answer, from {overdue} the information must be given free of charge within ten working days (article 44). The count day by day is on the page.',
  'calculator.ics.text.own':
    'Last day to answer (article {article}). Received on {received}. From {overdue} the answer is overdue and a review appeal is open (article 35). The count day by day is on the page.',
  'help.title': 'Law and help',
  'help.description':
    'How to ask for public information in Guatemala, the time limits of the law and what to do without an answer, each rule with its article.',
  'help.lead':
    'What the Access to Public Information Law (Decree 57-2008) lets you ask for, how long they may take and what you can do. Each rule has its article.',
  'help.contents': 'On this page',
  'help.derecho': 'Your right',
  'help.derecho.1':
    'Everybody, alone or for an organisation, may ask for the information that a public institution has, makes or manages. You need not be a lawyer, have an interest in the matter or say what you want it for (articles 5 and 41).',
  'help.derecho.2':
    'The duty reaches the three branches of the State, municipalities, decentralised and autonomous bodies and whoever manages public money (article 6). In doubt, disclosure prevails: secrecy is the exception (articles 3 and 8).',
  'help.pedir': 'How to ask',
  'help.pedir.1':
    'You ask at the institution’s Public Information Unit, in writing, online or by word of mouth. Its form helps but is not required (article 38).',
  'help.pedir.2':
    'A request must say three things alone: which institution it is for, who makes it and, clearly and precisely, what information is wanted. No other formality may be demanded (article 41).',
  'help.pedir.3':
    'Always keep proof of the day they received it: the stamp, the e-mail or the portal’s number. Without it, the day the count starts from is in doubt.',
  'help.pedir.4':
    'Whoever receives it cannot refuse because it is “not their job”: they must send it at once to whom it concerns (article 38).',
  'help.plazos': 'The time limits',
  'help.plazos.1': 'These are the time limits of the law. All are counted in working days.',
  'help.term': 'What for',
  'help.term.days': 'Working days',
  'help.term.article': 'Article',
  'help.term.response': 'Answer a request',
  'help.term.extension': 'Extension, at most and only once',
  'help.term.delivery': 'Deliver free of charge, where they did not answer on time',
  'help.term.filing': 'File a review appeal',
  'help.term.decision': 'Decide the review appeal',
  'help.term.compliance': 'Comply with the decision',
  'help.term.own': 'Give people their own data',
  'help.term.change': 'Decide on correcting own data',
  'help.contar': 'How days are counted',
  'help.contar.1':
    'The first day that counts is the working day after the request was handed in. Saturdays, Sundays, days off and days on which the office was closed at all its hours do not count (Judiciary Law, article 45).',
  'help.contar.2':
    'Half days, such as 24 and 31 December, do count unless a decree says otherwise. 30 June is kept on a Monday. 15 August is a day off in Guatemala City alone.',
  'help.contar.3':
    'If the Government closes offices by decree, time limits that were running move. Each request in Vigía shows its count day by day, with the source of each day that was not counted.',
  'help.silencio': 'If they do not answer',
  'help.silencio.1':
    'If the time limit ends without an answer, the institution must give you the information within the next ten days, free of charge and without your asking again. The law calls it afirmativa ficta (article 44). Not delivering then may be a crime (articles 44 and 66).',
  'help.silencio.2':
    'You may also ask for a review: silence is one of its grounds (article 55, number 4). The head of the same institution decides it within five days (articles 53 and 58).',
  'help.silencio.3':
    'The law does not say from which day the fifteen days to ask for that review run. It is prudent to count them from the end of the time to answer.',
  'help.silencio.4':
    'After the review appeal there is the amparo before the courts (article 60). For that, take a lawyer’s advice.',
  'help.negada': 'If they refuse',
  'help.negada.1':
    'Every answer, also a refusal, must be a written decision, and a refusal must give its grounds (article 45).',
  'help.negada.2':
    'They may refuse because of reservation only where a decision of the head of the institution, published in the Official Gazette, had classified that information before, for seven years at most (article 25). What concerns human-rights violations can never be reserved (article 24).',
  'help.negada.3':
    'If only a part is reserved or confidential, they must give you the rest. If they say that the information does not exist, or what they give is incomplete, you may ask for a review too (articles 54 and 55).',
  'help.negada.4':
    'The appeal is filed within fifteen days of notification. It is enough to say which institution, who you are and where you get notices, when you were notified and what you ask for. The authority itself must put right its defects (articles 54, 56 and 57).',
  'help.costo': 'What it costs',
  'help.costo.1':
    'Seeing the information at the office is free. They may charge for copies alone, never above cost, and you may bring the material (articles 16 to 18). What is delivered after silence is free (article 44).',
  'help.datos': 'Your own data',
  'help.datos.1':
    'You may ask for the data an institution keeps of you, and for their correction. This is habeas data: only their holder or a representative may ask, with proof of identity (articles 30 to 35). Nobody may spread another’s personal data without written permission (article 31).',
  'help.dudas': 'What the law does not say clearly',
  'help.dudas.1':
    'The law says “days” in nearly all its time limits. That they are working days follows from its article 8 and the Judiciary Law; several institutions apply it so.',
  'help.dudas.2':
    'It does not say what happens to the time limit while they ask you to clarify. Vigía counts it from the day you clarified and shows the earlier date too. Nor does it say how many days you get to clarify.',
  'help.dudas.3':
    'An extension must be notified “within the two days before” the end: Vigía reads this as the last two working days before the due day.',
  'help.dudas.4':
    'It names no last hour. Vigía counts the day of arrival, at any hour, unless the institution applies a cut-off hour.',
  'help.glosario': 'Glossary',
  'help.g.uip': 'UIP',
  'help.g.uip.text':
    'Public information unit: the office that receives and answers requests (articles 19 and 20).',
  'help.g.obligado': 'Sujeto obligado',
  'help.g.obligado.text': 'Obliged body: the institution that must inform (article 6).',
  'help.g.constancia': 'Constancia',
  'help.g.constancia.text': 'Proof of the day on which they received the request: stamp, e-mail or number.',
  'help.g.prevencion': 'Prevención, previo, aclaración',
  'help.g.prevencion.text':
    'The unit asks you to clarify or complete what you asked for (article 42, number 2).',
  'help.g.prorroga': 'Prórroga',
  'help.g.prorroga.text': 'Extension: up to ten more days to answer, with notice and grounds (article 43).',
  'help.g.ficta': 'Afirmativa ficta',
  'help.g.ficta.text':
    'Without an answer, they must deliver free of charge within ten days (article 44). It is not a document already granted.',
  'help.g.reservada': 'Información reservada',
  'help.g.reservada.text': 'What a published decision classified for a time (articles 23 to 28).',
  'help.g.confidencial': 'Información confidencial',
  'help.g.confidencial.text':
    'What the law protects without time limit, such as sensitive personal data (article 22).',
  'help.g.inexistencia': 'Inexistencia',
  'help.g.inexistencia.text':
    'The institution answers that it does not hold the information (article 42, number 4).',
  'help.g.desechada': 'Desechada',
  'help.g.desechada.text':
    'Dismissed: a request that was not clarified in the time given (article 42, number 2).',
  'help.g.revision': 'Recurso de revisión',
  'help.g.revision.text':
    'Review appeal: asking the head of the institution to review the answer or the silence (articles 52 to 60).',
  'help.g.conducente': 'Certificar lo conducente',
  'help.g.conducente.text': 'Sending the case to a court or the public prosecutor (article 60).',
  'help.g.amparo': 'Amparo',
  'help.g.amparo.text':
    'Asking a court to protect a right, once the steps before it are exhausted (article 60).',
  'help.fuentes': 'Where this comes from',
  'help.fuentes.1':
    'From the text of Decree 57-2008 and the Judiciary Law, article 45. It is an explanation and replaces neither the law nor a lawyer’s advice: before a court, read the official text.',
  'acc.lead':
    'Vigía was made so that anyone can finish what they came for, with the keyboard, with a screen reader, on a simple phone and without JavaScript.',
  'acc.standard': 'What it meets',
  'acc.standard.1':
    'WCAG 2.2, level AA. With every change, automated tests check each page and each state, in Spanish and English, 320 and 1,280 pixels wide, with all that folds open: no fault is admitted.',
  'acc.standard.2':
    'Everything can be done with the keyboard and with JavaScript off. Text can be doubled in size without the page overflowing. Nothing is said by colour alone: there is always a word and a shape.',
  'acc.standard.3':
    'Each chart has a sentence that says the same, a table and a CSV file. PDF reports carry tags, reading order and language.',
  'acc.limits': 'What is missing',
  'acc.limits.1':
    'It has not yet been tried with people who use a screen reader every day, nor on real phones. Automated tests do not see everything.',
  'acc.limits.2':
    'Files that organisations and institutions attach are as they made them: many are photographs of paper, which a screen reader cannot read.',
  'acc.limits.3': 'The pages are in Spanish and English; they are not in the Mayan languages.',
  'acc.contact': 'If something does not work for you',
  'acc.contact.1':
    'Tell whoever administers Vigía at your organisation or institution, with the page’s address and what you wanted to do. Without an account, tell the organisation whose requests you read. An obstacle is treated as a fault.',
  'acc.contact.2':
    'You may also ask the Public Information Unit for the information in another format: the law lets you choose the medium (article 45).',
  'acc.date': 'Statement reviewed in November 2026.',
  'priv.lead':
    'Vigía keeps as little as it can and publishes less. The law forbids spreading personal data without their holder’s written permission (article 31).',
  'priv.public': 'What is published',
  'priv.public.1':
    'Of each request that your organisation chose to publish: title, organisation, institution, the day of each step, state and outcome. Never a person’s name, nor text, files or case number. The open data leave out title and organisation too.',
  'priv.public.2':
    'Do not write personal data in the title of a request: it is the only thing in your own words that is published.',
  'priv.accounts': 'What is kept of account holders',
  'priv.accounts.1':
    'Your name, e-mail, function, the organisation or institution you belong to, and a digest of your password from which it cannot be read. Of each open session, the name of browser and system, without version, so that you recognise it and can close it. Each act is noted with the account that recorded it, so that nobody can change a request’s history unseen.',
  'priv.accounts.2':
    'Your name is seen by those who manage the accounts of your own side. Requests show your organisation or institution, not you.',
  'priv.visits': 'What is known of visitors',
  'priv.visits.1':
    'Nothing that identifies you. Visits are not measured, there are no third-party cookies, and no page asks anything of another site. The server notes which kind of page was asked for and how long it took: not your address, what you searched for or who you are.',
  'priv.visits.2':
    'Only signing in with an account sets a session cookie, which goes when you sign out or after some hours. To slow down whoever guesses passwords, failures are counted for some minutes by where they come from, so that the kept address cannot be read.',
  'priv.visits.3':
    'What is typed in a form may be kept on your own device until you send it or sign out; if you press “Save draft”, it is kept in your account too, and you alone see it, until you send it or the days that your list of drafts tells have passed. On a shared computer, always sign out.',
  'priv.kept': 'For how long',
  'priv.kept.1':
    'A request’s history is not deleted: the law forbids destroying or altering files (articles 36 and 37). An account no longer used is deactivated and can sign in no more.',
  'priv.rights': 'What you may ask for',
  'priv.rights.1':
    'To see the data kept of you and have them corrected (articles 30 to 35). Ask whoever administers Vigía at your organisation or institution. If you think that something published reveals personal data, tell them too.',
}
