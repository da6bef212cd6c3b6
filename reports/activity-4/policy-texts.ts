import type { CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import type { ReportLanguage } from '../blocks.ts'

interface PolicyText {
  readonly setting: string
  /** By the option's own name; a number or an option that is not here is printed as it is. */
  readonly options: Readonly<Record<string, string>>
}

type PolicyTexts = Record<keyof CountingPolicy, PolicyText>

const es: PolicyTexts = {
  weekendReceipt: {
    setting: 'Recibida en día inhábil',
    options: { 'next-working-day': 'cuenta como el día hábil siguiente', literal: 'cuenta ese mismo día' },
  },
  afterHours: {
    setting: 'Recibida fuera de horario',
    options: { 'same-day': 'cuenta ese mismo día', 'next-working-day': 'cuenta como el día hábil siguiente' },
  },
  cutoffMinutes: { setting: 'Hora de cierre, en minutos desde la medianoche', options: { null: 'ninguna' } },
  halfDays: {
    setting: 'Medios días de asueto (24 y 31 de diciembre)',
    options: { count: 'se cuentan', 'do-not-count': 'no se cuentan' },
  },
  holyWednesday: {
    setting: 'Miércoles Santo',
    options: {
      'as-half-days': 'como los medios días',
      counts: 'se cuenta',
      'does-not-count': 'no se cuenta',
    },
  },
  clarification: {
    setting: 'Aclaración de quien solicita (art. 42)',
    options: { restarts: 'el plazo empieza de nuevo', 'no-suspension': 'el plazo sigue corriendo' },
  },
  silenceReview: {
    setting: 'Inicio del plazo para revisión por silencio (art. 54 y 55)',
    options: {
      'from-due-day': 'desde el vencimiento',
      'from-ficta-end': 'desde que vence la entrega del art. 44',
    },
  },
  dayUnit: { setting: 'Días de los plazos', options: { working: 'hábiles', calendar: 'calendario' } },
  extensionWindow: {
    setting: 'Aviso de la prórroga (art. 43)',
    options: {
      'd-2-to-d-1': 'uno o dos días hábiles antes del vencimiento',
      'at-least-two-days-before': 'dos días hábiles antes, o más',
      'until-due-day': 'hasta el día de vencimiento',
    },
  },
  complianceFrom: {
    setting: 'Inicio del plazo para cumplir la revisión (art. 60)',
    options: { notification: 'desde la notificación', decision: 'desde la decisión' },
  },
  referral: {
    setting: 'Remitida a otra institución (art. 38)',
    options: { 'new-term': 'plazo nuevo', 'same-term': 'el mismo plazo' },
  },
}

const en: PolicyTexts = {
  weekendReceipt: {
    setting: 'Received on a day off',
    options: { 'next-working-day': 'counts as the next working day', literal: 'counts on that day' },
  },
  afterHours: {
    setting: 'Received after hours',
    options: { 'same-day': 'counts on that day', 'next-working-day': 'counts as the next working day' },
  },
  cutoffMinutes: { setting: 'Closing time, in minutes after midnight', options: { null: 'none' } },
  halfDays: {
    setting: 'Half days off (24 and 31 December)',
    options: { count: 'count', 'do-not-count': 'do not count' },
  },
  holyWednesday: {
    setting: 'Holy Wednesday',
    options: { 'as-half-days': 'as the half days', counts: 'counts', 'does-not-count': 'does not count' },
  },
  clarification: {
    setting: 'Clarification by the requester (art. 42)',
    options: { restarts: 'the term starts again', 'no-suspension': 'the term runs on' },
  },
  silenceReview: {
    setting: 'Start of the term for a review of silence (art. 54 and 55)',
    options: {
      'from-due-day': 'from the due day',
      'from-ficta-end': 'from the end of the delivery of art. 44',
    },
  },
  dayUnit: { setting: 'Days of the terms', options: { working: 'working days', calendar: 'calendar days' } },
  extensionWindow: {
    setting: 'Notice of the extension (art. 43)',
    options: {
      'd-2-to-d-1': 'one or two working days before the due day',
      'at-least-two-days-before': 'two working days before, or more',
      'until-due-day': 'until the due day',
    },
  },
  complianceFrom: {
    setting: 'Start of the term to comply with a review (art. 60)',
    options: { notification: 'from the notice', decision: 'from the decision' },
  },
  referral: {
    setting: 'Referred to another institution (art. 38)',
    options: { 'new-term': 'a new term', 'same-term': 'the same term' },
  },
}

/** Each doubtful point of the law and the reading used, in the order of the policy. */
export function policyLines(
  policy: CountingPolicy,
  language: ReportLanguage,
): readonly { readonly setting: string; readonly value: string }[] {
  const texts = language === 'en' ? en : es
  const values: Readonly<Record<string, string | number | null>> = { ...policy }
  return Object.entries(texts).map(([key, { setting, options }]) => {
    const option = String(values[key] ?? null)
    return { setting, value: options[option] ?? option }
  })
}
