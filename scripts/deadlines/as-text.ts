import { dayOfWeek, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { DayReason } from '../../server/domain/calendar/working-calendar.ts'
import type { LedgerDay } from '../../server/domain/calendar/day-ledger.ts'
import type { Deadlines } from '../../server/domain/law/deadlines.ts'
import type { ExtensionDefect } from '../../server/domain/law/extension.ts'
import { rulesOf, type RequestKind } from '../../server/domain/law/laip.ts'

/** The deadlines and the day ledger for people, in aligned columns. */
export function asText(kind: RequestKind, deadlines: Deadlines, notes: readonly string[]): string {
  const { response } = rulesOf[kind]
  return [
    ...dates(response.article, deadlines),
    ...deadlines.extensions.flatMap(({ notifiedOn, defects }) =>
      defects.map(defect => `Prórroga notificada el ${inWords(notifiedOn)}: ${defectText[defect]}`),
    ),
    '',
    `Cómo se cuentan los ${response.days} días (artículo ${response.article}), desde el día siguiente al ${inWords(deadlines.responseFrom)}:`,
    ...deadlines.ledger.map(line),
    ...(notes.length > 0 ? ['', ...notes.map(note => `Nota: ${note}`)] : []),
  ].join('\n')
}

function dates(article: string, deadlines: Deadlines): readonly string[] {
  const rows: readonly (readonly [string, CalendarDate | null])[] = [
    ['Se tiene por presentada', deadlines.effectiveReceipt],
    ['Vence la aclaración (art. 42)', deadlines.clarificationDue],
    ['Aclarada y admitida', deadlines.admittedOn],
    [`Vence la respuesta (art. ${article})`, deadlines.responseDue],
    ['Sin suspensión vencería', deadlines.responseDueWithoutSuspension],
    ['Prórroga: notificar desde (art. 43)', deadlines.extensionNoticeFrom],
    ['Prórroga: notificar a más tardar', deadlines.extensionNoticeBy],
    ['Vence la respuesta prorrogada', deadlines.extendedResponseDue],
    ['Fuera de plazo desde', deadlines.overdueFrom],
    ['Entrega tras el silencio (art. 44)', deadlines.fictaDeliveryDue],
    ['Revisión por silencio hasta (art. 54, 55)', deadlines.silenceReviewFileBy],
    ['Recurso de revisión hasta (art. 54)', deadlines.reviewFileBy],
    ['Vence la decisión (art. 58)', deadlines.reviewDecisionDue],
    ['Vence el cumplimiento (art. 60)', deadlines.complianceDue],
  ]
  return rows.flatMap(([label, date]) => (date === null ? [] : [`${label.padEnd(42)} ${inWords(date)}`]))
}

function line({ date, ordinal, reason, name, source }: LedgerDay): string {
  const number = ordinal === null ? '–' : String(ordinal)
  const why = [name ?? reasonText[reason], source && `(${source})`].filter(Boolean).join(' ')
  return `${number.padStart(4)}  ${inWords(date)}  ${ordinal === null ? 'no cuenta' : 'cuenta   '}  ${why}`
}

const weekdays = ['dom', 'lun', 'mar', 'mié', 'jue', 'vie', 'sáb']

function inWords(date: CalendarDate): string {
  return `${weekdays[dayOfWeek(date)] ?? ''} ${date}`
}

const reasonText: Readonly<Record<DayReason, string>> = {
  'working-day': 'día hábil',
  weekend: 'fin de semana',
  'day-off': 'asueto',
  closure: 'acuerdo gubernativo',
  'half-day': 'medio día',
}

const defectText: Readonly<Record<ExtensionDefect, string>> = {
  'late-notice': 'fuera de los dos días anteriores al vencimiento (art. 43).',
  'too-long': 'más de diez días (art. 43).',
  'no-motive': 'sin motivar (art. 45).',
  second: 'es la segunda; solo cabe una (art. 43).',
}
