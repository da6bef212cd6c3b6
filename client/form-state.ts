import type { MessageKey } from '../server/i18n/es.ts'
import type { MessageValues } from './page-context.ts'

/** What was typed and what is wrong with it: a page that failed is drawn again from this, nothing lost. */
export interface FormState {
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly errors: readonly FieldError[]
  /** Made once for a form and kept through its errors, so that sending it twice records it once. */
  readonly idempotencyKey: string
}

export interface FieldError {
  readonly field: string
  readonly key: MessageKey
  readonly values: MessageValues
}

export function valueOf(form: FormState, field: string): string {
  const value = form.values[field]
  if (value === undefined) return ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}

export function valuesOf(form: FormState, field: string): readonly string[] {
  const value = form.values[field]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

export function errorOf(form: FormState, field: string): FieldError | null {
  return form.errors.find(error => error.field === field) ?? null
}
