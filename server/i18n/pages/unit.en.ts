import type { unitEs } from './unit.es.ts'

export const unitEn: Readonly<Record<keyof typeof unitEs, string>> = {
  'week.title': 'This week',
  'week.calm': 'No deadline ends within the next five working days.',
  'week.more': '{count, plural, =1 {One more warning} other {# more warnings}}',
  'week.which': 'See all {count}',
  'week.silencio':
    '{when, select, today {If nothing happens, {count, plural, =1 {1 request lapses} other {# requests lapse}} unanswered today, {day}.} tomorrow {If nothing happens, {count, plural, =1 {1 request lapses} other {# requests lapse}} unanswered tomorrow, {day}.} other {If nothing happens, {count, plural, =1 {1 request lapses} other {# requests lapse}} unanswered on {day}.}}',
  'week.prorroga':
    '{when, select, today {Today, {day}, is the last day to give notice of an extension in {count, plural, =1 {1 request} other {# requests}}.} tomorrow {Tomorrow, {day}, is the last day to give notice of an extension in {count, plural, =1 {1 request} other {# requests}}.} other {{day} is the last day to give notice of an extension in {count, plural, =1 {1 request} other {# requests}}.}}',
  'week.entrega':
    '{when, select, today {Today, {day}, the term to deliver free of charge after silence ends in {count, plural, =1 {1 request} other {# requests}}.} tomorrow {Tomorrow, {day}, the term to deliver free of charge after silence ends in {count, plural, =1 {1 request} other {# requests}}.} other {On {day} the term to deliver free of charge after silence ends in {count, plural, =1 {1 request} other {# requests}}.}} After that it is a ground of criminal liability (article 44).',
  'week.revision':
    '{when, select, today {Today, {day}, the term to decide {count, plural, =1 {1 review} other {# reviews}} ends.} tomorrow {Tomorrow, {day}, the term to decide {count, plural, =1 {1 review} other {# reviews}} ends.} other {On {day} the term to decide {count, plural, =1 {1 review} other {# reviews}} ends.}}',
  'week.cumplimiento':
    '{when, select, today {Today, {day}, the term to comply with a review decision ends in {count, plural, =1 {1 request} other {# requests}}.} tomorrow {Tomorrow, {day}, the term to comply with a review decision ends in {count, plural, =1 {1 request} other {# requests}}.} other {On {day} the term to comply with a review decision ends in {count, plural, =1 {1 request} other {# requests}}.}}',
  'inbox.new': 'Log a request received',
  'inbox.shares': 'Whose requests these are',
  'inbox.share.todas': 'All',
  'inbox.share.mias': 'Assigned to me',
  'inbox.share.sin_asignar': 'Unassigned',
  'inbox.none.todas': 'Nothing is pending.',
  'inbox.none.mias': 'No request is assigned to you.',
  'inbox.none.sin_asignar': 'Each pending request is assigned to somebody.',
  'inbox.showAll': 'See all the unit’s requests',
  'inbox.showClosed': 'See the requests already dealt with',
  'inbox.assignee': 'Assigned to {name}',
  'inbox.unassigned': 'Unassigned',
  'casework.title': 'The unit’s own work',
  'casework.lead': 'Only your unit sees this. It is not in the file, in reports or in open data.',
  'casework.assignee': 'Assigned to',
  'casework.nobody': 'Nobody yet',
  'casework.assign': 'Save',
  'casework.assigned':
    '{name, select, none {Nobody is assigned to this request any more.} other {Assigned to {name}.}}',
  'casework.unassigned': 'The assignment was undone.',
  'casework.notes': 'Internal notes',
  'casework.notes.none': 'There are no notes.',
  'casework.note': 'New note',
  'casework.note.hint': 'For your team. It moves no deadline.',
  'casework.note.add': 'Add the note',
  'casework.noted': 'Note added.',
  'casework.withdrawn': 'The note was removed.',
  'casework.withdraw': 'Remove',
  'casework.withdraw.about': 'the note of {day}',
  'band.undo': 'Undo',
  'reply.title': 'What the organisation stated',
  'reply.lead':
    'The organisation stated {count, plural, =1 {one fact} other {# facts}} of this unit. If you know otherwise, answer it: both versions are kept, and neither is erased.',
  'reply.fact': '{fact}: {day}.',
  'reply.own': 'Record what we know',
  'reply.dispute': 'Say that we disagree',
  'reply.prefill': 'On “{fact}”, which the organisation stated for {day}: ',
}
