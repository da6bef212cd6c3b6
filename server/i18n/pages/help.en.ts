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
}
