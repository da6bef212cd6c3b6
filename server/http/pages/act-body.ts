import type { FieldError } from '../../../client/form-state.ts'
import type { FormAct } from '../../../client/pages/acts/act-form.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { AskedAct } from '../../domain/request/decide.ts'
import type { Language } from '../../i18n/translate.ts'
import { actBody } from '../../requests/act-schemas.ts'
import { askedAct } from '../../requests/asked-act.ts'
import { parse } from '../parse.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError } from './form-faults.ts'
import { typedDay } from './typed-day.ts'

/** What each act says of its own, by the names of its form fields. */
const dataFields: Readonly<Record<FormAct, readonly string[]>> = {
  admitted: ['caseNumber'],
  clarification_requested: ['days', 'text'],
  clarified: ['text'],
  assigned: ['liaison'],
  referred: ['toInstitutionId', 'reason'],
  extended: ['days', 'motive'],
  resolved: ['outcome', 'grounds', 'article', 'classificationResolution', 'reasoning', 'costQuetzales'],
  notified: ['means'],
  delivered: ['costQuetzales', 'note'],
  review_filed: ['ground', 'text'],
  review_defects_fixed: ['text'],
  review_decided: ['sense', 'text'],
  review_notified: ['means'],
  complied: ['note'],
  amparo_noted: ['reference'],
  withdrawn: ['reason'],
  stated: ['fact', 'outcome', 'days', 'note'],
  corrected: ['corrects', 'occurredOn', 'reason', 'approvedBy'],
  disputed: ['breachId', 'text'],
}

/** Left out where nothing was typed: their schemas say what that means. */
const leftOutWhenEmpty = new Set([
  'costQuetzales',
  'outcome',
  'ground',
  'sense',
  'fact',
  'days',
  'toInstitutionId',
  'corrects',
])

export type ReadAct =
  | { readonly act: AskedAct; readonly errors: null }
  | { readonly act: null; readonly errors: readonly FieldError[] }

/**
 * The act that a form asks for.
 * @throws AppError 'invalid-input' with the schema's faults.
 */
export function readAct(
  type: FormAct,
  values: SentValues,
  { language, today }: { language: Language; today: CalendarDate },
): ReadAct {
  const typed = textOf(values, 'occurredOn')
  const day = typed === '' ? null : typedDay(typed, today)
  if (typed !== '' && day === null)
    return { act: null, errors: [fieldError(language, 'occurredOn', 'invalid.date')] }
  const data = dataOf(type, values, day)
  // A correction carries the right day in its data: the act of correcting is of today.
  const occurredOn = type === 'corrected' ? null : day
  return {
    act: askedAct(parse(actBody, { type, occurredOn, evidence: evidenceOf(type, values), data }), today),
    errors: null,
  }
}

function dataOf(type: FormAct, values: SentValues, day: CalendarDate | null): Record<string, unknown> {
  const entries = dataFields[type].flatMap((name): [string, unknown][] => {
    if (name === 'grounds') return [[name, listOf(values, name)]]
    if (name === 'occurredOn') return [[name, day ?? undefined]]
    const text = textOf(values, name)
    return text === '' && leftOutWhenEmpty.has(name) ? [] : [[name, text]]
  })
  return Object.fromEntries(entries)
}

function listOf(values: SentValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

function evidenceOf(type: FormAct, values: SentValues) {
  if (type === 'corrected') return []
  return [
    {
      kind: textOf(values, 'evidenceKind') || 'declarada',
      sha256: textOf(values, 'fileSha256') || null,
      note: null,
    },
  ]
}
