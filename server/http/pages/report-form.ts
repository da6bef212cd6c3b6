import type { FieldError } from '../../../client/form-state.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { AppError } from '../../errors.ts'
import type { Language } from '../../i18n/translate.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors } from './form-faults.ts'
import { typedDay } from './typed-day.ts'

/** The days of a report, as its form and its addresses call them. */
export const reportDays = ['desde', 'hasta', 'al'] as const

export interface AskedPeriod {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Null is today. */
  readonly asOf: CalendarDate | null
}

/** The period as typed; null beside what is wrong with it. */
export function periodIn(
  values: SentValues,
  language: Language,
  today: CalendarDate,
): { period: AskedPeriod | null; errors: readonly FieldError[] } {
  const [from, to, asOf] = reportDays.map(name => typedDay(textOf(values, name), today))
  const errors = reportDays.flatMap(name => {
    const text = textOf(values, name)
    if (text === '') return name === 'al' ? [] : [fieldError(language, name, 'invalid.required')]
    return typedDay(text, today) === null ? [fieldError(language, name, 'invalid.date')] : []
  })
  return { period: from && to && errors.length === 0 ? { from, to, asOf: asOf ?? null } : null, errors }
}

/**
 * A refusal in the form's words, since those of the API speak of acts and write days another way; null for one that
 * is not about the form.
 */
export function reportErrors(
  error: unknown,
  language: Language,
  values: SentValues,
): readonly FieldError[] | null {
  const code = error instanceof AppError ? error.code : null
  if (code === 'period-invalid')
    return [fieldError(language, 'hasta', 'report.wrong.period', { from: textOf(values, 'desde') })]
  if (code === 'in-the-future') return [fieldError(language, 'al', 'invalid.date.future')]
  if (code === 'too-many-reports')
    return [{ field: 'desde', key: 'error.too-many-reports.detail', values: {} }]
  return formErrors(error, language, 'hasta')
}
