import type { annualEs } from './annual.es.ts'

export const annualEn: Readonly<Record<keyof typeof annualEs, string>> = {
  'nav.annual': 'Annual report',
  'annual.title': 'Annual report {year}',
  'annual.lead':
    'Draft of what {institution} must report to the regulator (article 48). {count, plural, =0 {No request was received in the year.} =1 {1 request received in the year.} other {# requests received in the year.}}',
  'annual.due': 'It must be handed in by {day}.',
  'annual.wasDue': 'It was to be handed in by {day}.',
  'annual.asOf': 'Figures are as of {day}.',
  'annual.years': 'Other years',
  'annual.year': 'See {year}',
  'annual.gaps': 'What to fix first',
  'annual.gaps.lead':
    'Each case in these lists changes a figure of the report or leaves it in doubt. Open it and record what is missing.',
  'annual.gaps.none': 'Nothing was found missing in the record.',
  'annual.gap.vencidas': 'Overdue without an answer',
  'annual.gap.sin_notificar': 'Resolved, and nobody has given notice',
  'annual.gap.reserva_sin_resolucion':
    'Refused as reserved without the resolution that classified it (article 25)',
  'annual.gap.negativa_sin_motivo': 'Refused or delivered in part with no ground cited',
  'annual.gap.en_disputa': 'With dates that the organisation contradicts',
  'annual.gap.sin_constancia': 'Answered without evidence',
  'annual.none': 'There are no requests of the year to report. If there were any, log them first.',
  'annual.items': 'What article 48 asks for',
  'annual.cases': 'See the cases',
  'annual.of': '{count} of {n}',
  'annual.pending': 'No result yet',
  'annual.item.1': 'Number of requests and what was asked for',
  'annual.item.2': 'Result of each',
  'annual.item.3': 'Response times',
  'annual.item.4': 'Pending',
  'annual.item.5': 'Extended',
  'annual.item.6': 'Dismissed',
  'annual.item.7': 'Not satisfied because reserved or confidential',
  'annual.item.8': 'Challenges',
  'annual.median': 'Median: {days, plural, =1 {1 working day} other {# working days}}',
  'annual.days': 'Mean of {mean} working days and at most {max}, from receipt to notice (n = {n}).',
  'annual.days.none': 'No answer has been notified.',
  'annual.xlsx': 'Download spreadsheet (XLSX)',
  'annual.pdf': 'Download PDF',
  'annual.files': 'They say what this page says. Until the year is over, they bear the word “Draft”.',
  'annual.checks': 'Cross-checks',
  'annual.checks.agree':
    '{count, plural, =1 {The cross-check agrees} other {All # cross-checks agree}}: the items add up to the cases.',
  'annual.check.tipos_suman': 'The kinds of request add up to {left}, and there are {right} cases.',
  'annual.check.resultados_suman': 'The results add up to {left}, and there are {right} cases.',
  'annual.check.pendientes_coinciden':
    '{left} are pending (4) and {right} have no result (2): some were delivered or closed with no resolution on record.',
  'annual.check.desechadas_coinciden': '{left} are dismissed (6) and {right} have that result (2).',
  'annual.check.no_satisfechas_coinciden':
    '{left} are not satisfied (7) and {right} are refused or partial among the results (2).',
  'annual.check.tiempos_y_no_notificadas_suman':
    'With a response time (3) and without notice there are {left}, and there are {right} cases.',
  'annual.check.cada_caso_una_vez': 'There are {left} different codes in {right} cases.',
}
