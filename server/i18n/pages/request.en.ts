import type { requestEs } from './request.es.ts'

export const requestEn: Record<keyof typeof requestEs, string> = {
  'deadline.left': '{days, plural, =1 {1 working day left} other {# working days left}}',
  'deadline.today': 'Due today',
  'deadline.late':
    '{days, plural, =0 {Passed on the last working day} =1 {Overdue by 1 working day} other {Overdue by # working days}}',
  'deadline.due': 'Due on {day}',
  'deadline.wasDue': 'Was due on {day}',
  'deadline.none': 'No deadline pending',
  'deadline.none.text': 'The law expects nothing more in this case for now.',
  'deadline.waiting': 'The deadline awaits a clarification',
  'deadline.waiting.text':
    'The unit asked for clarification. The time to answer starts again once it is clarified.',
  'deadline.how': 'How was this deadline worked out?',
  'deadline.gone': '{gone} of {term, plural, =1 {1 day gone} other {# days gone}}',
  'deadline.reckoning':
    '{term, plural, =1 {One working day} other {# working days}} from the day after {start}. The last is {end}.',
  'deadline.reckoning.calendar':
    '{term, plural, =1 {One day} other {# days}} from the day after {start}, every day counted. The last is {end}.',
  'deadline.skipped':
    'Saturdays and Sundays are not counted{skipped, plural, =0 {.} =1 {, nor is 1 holiday or non-working weekday.} other {, nor are # holidays or non-working weekdays.}}',
  'deadline.unsuspended':
    'Had the clarification not stopped the clock, it would have been due on {day}. The law does not say; we warn on the earlier date.',
  'deadline.article':
    'Access to Public Information Act (Decreto 57-2008), article {article}. Working days: Ley del Organismo Judicial (LOJ), article 45.',
  'ledger.caption': 'Each day of the term: whether it counts and why',
  'ledger.day': 'Day',
  'ledger.counts': 'Counts',
  'ledger.why': 'Why',
  'ledger.ordinal': 'Day {ordinal}',
  'ledger.skipped': 'No',
  'ledger.moved': '(moved from {day})',
  'requests.title': 'Information requests',
  'requests.lead': 'Deadlines and answers under the Access to Public Information Act.',
  'requests.views': 'Views',
  'requests.view.todas': 'All',
  'requests.view.en_curso': 'Open',
  'requests.view.vencidas': 'Overdue',
  'requests.view.pronto': 'Due soon',
  'requests.view.adelante': 'Later',
  'requests.count': '{count, plural, =0 {No requests} =1 {1 request} other {# requests}}',
  'requests.page':
    '{count, plural, =0 {No requests} =1 {1 request on this page} other {# requests on this page}}',
  'requests.sort': 'Sort by',
  'requests.sort.received.desc': 'Most recent',
  'requests.sort.received.asc': 'Oldest',
  'requests.sort.due.asc': 'Due first',
  'requests.sort.due.desc': 'Due last',
  'requests.sort.apply': 'Sort',
  'requests.disputed': 'in dispute',
  'requests.empty': 'There are no requests in this view yet.',
  'requests.empty.filtered': 'No request meets all the filters. Remove one to see more.',
  'request.asked': 'What was asked',
  'request.asked.kept':
    'The title stands here. The whole text, if there is one, is seen by the two sides: it may hold personal data.',
  'request.timeline': 'History',
  'request.facts': 'About the request',
  'request.breaches': 'Breaches',
  'request.otherClocks': 'Other deadlines',
  'clockStatus.running': 'running',
  'clockStatus.stopped': 'met or stopped',
  'clockStatus.passed': 'passed',
  'fact.case': 'Case number',
  'fact.case.none': 'Not given by the institution yet',
  'fact.institution': 'Institution',
  'fact.requester': 'Requester',
  'fact.kind': 'What is asked for',
  'fact.channel': 'Channel',
  'fact.received': 'Received',
  'fact.due': 'Answer due',
  'fact.baseDue': 'Due without extension',
  'fact.notice': 'Notice of extension',
  'fact.notice.window': 'From {from} to {by} (the two working days before it is due, article 43)',
  'timeline.by': 'by {side}',
  'timeline.loggedLate':
    '{days, plural, =1 {Recorded 1 working day after it happened.} other {Recorded # working days after it happened.}}',
  'timeline.computed': 'The date says so; the daily check has not written it down yet.',
  'timeline.corrected': 'This date was corrected later.',
  'timeline.evidence': 'Proof: {kind}.',
  'line.caseNumber': 'Case {number}.',
  'line.fact': 'About: {fact}.',
  'line.outcome': 'Outcome: {outcome}.',
  'line.grounds': 'Grounds: {grounds}.',
  'line.classification': 'Classified by {resolution}.',
  'line.days': '{days, plural, =1 {1 working day.} other {# working days.}}',
  'line.cost': '{cost, plural, =0 {Free of charge.} other {Copying cost: Q #.}}',
  'line.lapsed': '{clock}: passed on {day} (article {article}).',
  'line.moved': '{clock}: from {from} to {to}.',
  'line.correctedTo': 'The right date is {day}.',
  'breach.article': '(article {article})',
  'breach.since':
    'Was due on {day}. {days, plural, =0 {} =1 {One working day late.} other {# working days late.}}',
  'breach.cured': 'Cured on {day}: {by}.',
  'breach.open': 'Still not met.',
  'breach.noticed': 'Noted by the system on {when}.',
  'breach.notNoticed': 'It follows from the dates; the daily check has not written it down yet.',
  'testimony.title': 'What each side says',
  'testimony.lead':
    'The institution and the organisation may each state the same fact. Here you see whether they agree.',
  'testimony.fact': 'Fact',
  'testimony.institution': 'The institution says',
  'testimony.organisation': 'The organisation says',
  'testimony.standing': 'Result',
  'testimony.silent': 'Has said nothing',
  'next.title': 'Next step',
  'actions.title': 'Other actions',
  'actions.until': '(until {day})',
  'next.presentada':
    '{side, select, unit {Admit the request or ask for clarification. Without an answer by {day}, it lapses into silence.} requester {The unit must answer by {day}. If you were given a case number or asked to clarify, note it.} other {The unit must answer by {day}.}}',
  'next.en_prevencion':
    '{side, select, unit {You await the requester’s clarification. If the days you gave pass without it, you may dismiss the request.} requester {Clarify what the unit asked. If you do not in the days given, the request may be dismissed.} other {The unit awaits a clarification from the requester.}}',
  'next.en_tramite':
    '{side, select, unit {Decide by {day}. If the volume justifies it, you may give notice of an extension in the two working days before.} requester {The unit must decide by {day}. There is nothing for you to do yet.} other {The unit must decide by {day}.}}',
  'next.prorrogada':
    '{side, select, unit {Decide by {day}. The law allows no second extension.} requester {The unit extended the time and must decide by {day}.} other {The unit extended the time and must decide by {day}.}}',
  'next.resuelta':
    '{side, select, unit {Notify the decision to the requester: without notice it has no effect.} requester {There is a decision. Once it is notified to you, your time to ask for a review begins.} other {There is a decision; it has yet to be notified.}}',
  'next.notificada':
    '{side, select, unit {If the decision is to deliver, note when you delivered the information.} requester {If the answer does not satisfy you, you may ask the head of the body for a review by {day}.} other {The answer was notified. A review may be asked for by {day}.}}',
  'next.entregada':
    '{side, select, unit {Delivered. There is nothing to do unless a review is asked for.} requester {Check what was delivered. If it is incomplete or not what you asked for, you may ask for a review by {day}.} other {Delivered. A review may be asked for by {day}.}}',
  'next.vencida_ficta':
    '{side, select, unit {No answer was given in time. You must deliver the information, free of charge, by {day} (article 44).} requester {The institution did not answer in time. It must deliver the information free of charge by {day}. You may also ask for a review from now on.} other {The institution did not answer in time and must deliver the information free of charge by {day}.}}',
  'next.ficta_incumplida':
    '{side, select, unit {The time to deliver has passed too. The law makes this a ground of criminal liability (article 44). Decide and deliver at once, free of charge.} requester {The institution neither answered nor delivered. You may ask its head for a review and report the withholding of information (articles 44 and 66).} other {The institution neither answered nor delivered.}}',
  'next.en_revision':
    '{side, select, unit {The head of the body must decide the review by {day}.} requester {The head of the body must decide your appeal by {day}. There is nothing for you to do.} other {The head of the body must decide the review by {day}.}}',
  'next.revision_resuelta':
    '{side, select, unit {Notify the decision. If it reversed or varied the answer, comply within five working days.} requester {The review was decided. If delivery was ordered, the unit has five working days to comply. After that there is amparo.} other {The review was decided.}}',
  'next.revision_vencida':
    '{side, select, unit {The time to decide the review has passed. Decide it at once.} requester {Your appeal was not decided in time. The administrative route is exhausted and you may turn to amparo (article 60).} other {The review was not decided in time.}}',
  'next.cumplida':
    '{side, select, unit {Complied with. There is nothing to do.} requester {The unit says that it complied. If not, state so.} other {The unit did what the review ordered.}}',
  'next.incumplida':
    '{side, select, unit {The time to comply has passed. The head of the body must refer the matter to the prosecutor (certificar lo conducente, article 60).} requester {The unit did not comply. You may turn to amparo (article 60).} other {The unit did not do what the review ordered.}}',
  'next.en_amparo': 'The case is before an amparo court. Note here what is decided.',
  'next.remitida': 'The request was sent to another institution and goes on there as a new case.',
  'next.desistida': 'The requester withdrew the request. There is nothing to do.',
  'next.cerrada': 'The case is over. There is nothing to do.',
}
