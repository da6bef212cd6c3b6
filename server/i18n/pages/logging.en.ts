import type { loggingEs } from './logging.es.ts'

export const loggingEn: Record<keyof typeof loggingEs, string> = {
  'log.many': 'You filed the same text with several institutions',
  'log.others': 'Other institutions',
  'log.others.search': 'Search the other institutions',
  'log.others.show': 'Show',
  'log.others.found':
    '{found, plural, =0 {None match} =1 {1 shown} other {# shown}} of {count}. Those ticked are always shown.',
  'log.others.hint':
    'One request is logged for each, with the same text and the same date, and each with its own deadline.',
  'log.receipt': 'When and how they received it',
  'log.channel': 'How did you file it?',
  'log.channel.electronica': 'By e-mail or portal',
  'log.channel.electronica.hint': 'What counts is the date and time of sending on the acknowledgement.',
  'log.channel.escrita': 'On paper, at the office',
  'log.channel.escrita.hint':
    'Type the date and time of the received stamp, choose “Stamp” below, and add a photo of the stamp.',
  'log.channel.verbal': 'By word of mouth',
  'log.channel.verbal.hint':
    'The law admits it all the same (article 38). Ask for a record: without one the date is open to dispute.',
  'log.file': 'Proof: photo or scan',
  'log.file.hint':
    'The photo of the stamp, the acknowledgement or the e-mail. With several institutions it is kept with each.',
  'log.previews': '{count, plural, =1 {One institution} other {# institutions}}, each with its own deadline',
  'log.preview.due': 'must answer by {day}',
  'log.saveDraft': 'Save draft',
  'log.draftSaved': 'Draft saved. It is at the end of this page; files have to be chosen again.',
  'log.anyway': 'It is another one: log it',
  'log.similar.title':
    '{count, plural, =1 {You have already logged a request like this} other {You have already logged # requests like this}}',
  'log.similar.texto': '{reference}, received on {day}: says almost the same.',
  'log.similar.expediente': '{reference}, received on {day}: has the same case number.',
  'log.similar.what':
    'Nothing has been logged yet. If it is the same one, record there what has happened; if it is another, log it with the button at the end.',
  'log.done.title': '{count, plural, =1 {One request logged} other {# requests logged}}',
  'log.done.lead': 'The same text, one request an institution. Each follows its own deadline.',
}
