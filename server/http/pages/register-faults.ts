import type { FieldError } from '../../../client/form-state.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { faultsOf, type FieldFault } from '../parse.ts'
import { fieldMessage } from '../problem.ts'

/** Nothing was typed there, whatever the rule that says so first. */
const emptiness = new Set([
  'any.required',
  'string.empty',
  'number.base',
  'array.min',
  'any.only',
  'string.base',
])

/** The faults of a form by the labels it shows, each field once; null for an error that is not about its fields. */
export function labelledErrors(
  error: unknown,
  language: Language,
  labels: Readonly<Record<string, MessageKey>>,
  isEmpty: (field: string) => boolean,
): readonly FieldError[] | null {
  if (!(error instanceof AppError) || error.code !== 'invalid-input') return null
  const first = new Map<string, FieldError>()
  for (const fault of faultsOf(error)) {
    const field = fault.path.split('.')[0] ?? ''
    const key = labels[field]
    if (!key) return null
    const label = translator(language)(key)
    if (!first.has(field))
      first.set(field, wording(fault, { field, label, language, isEmpty: isEmpty(field) }))
  }
  return first.size === 0 ? null : [...first.values()]
}

interface Worded {
  readonly field: string
  readonly label: string
  readonly language: Language
  readonly isEmpty: boolean
}

function wording({ type, limits }: FieldFault, { field, label, language, isEmpty }: Worded): FieldError {
  if (isEmpty && emptiness.has(type)) return { field, key: 'invalid.required', values: { label } }
  if (type === 'day.invalid')
    return { field, key: isEmpty ? 'invalid.required' : 'invalid.date', values: { label } }
  const problem = fieldMessage(type, limits, language)
  return { field, key: 'invalid.field', values: { label, problem } }
}
