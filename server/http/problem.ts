import type { AppError, ErrorCode } from '../errors.ts'
import { isMessageKey, translator, type Language, type MessageValues } from '../i18n/translate.ts'
import { faultsOf, type FieldFault } from './parse.ts'
import { statusOf } from './status.ts'

/** A failure as the API says it (RFC 9457), in the reader's language. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** The path that was asked for, without its query. */
  readonly instance: string
  readonly code: ErrorCode
  readonly errors: readonly FieldProblem[]
}

export interface FieldProblem {
  /** Dotted path into what was sent. */
  readonly field: string
  readonly code: string
  readonly message: string
}

export function problemOf(
  error: AppError,
  { language, instance }: { language: Language; instance: string },
): Problem {
  const { code } = error
  const say = translator(language)
  const values = valuesOf(error)
  return {
    type: `urn:vigia:problem:${code}`,
    title: say(`error.${code}.title`, values),
    status: statusOf[code],
    detail: say(`error.${code}.detail`, values),
    instance,
    code,
    errors: fieldProblems(error, language),
  }
}

/** What is wrong with each field, to be shown beside it. */
export function fieldProblems(error: AppError, language: Language): FieldProblem[] {
  const faults = faultsOf(error).map(({ path, type, limits }) => ({
    field: path,
    code: type,
    message: fieldMessage(type, limits, language),
  }))
  const { field } = error.details
  if (faults.length > 0 || typeof field !== 'string') return faults
  const message = translator(language)(`error.${error.code}.detail`, valuesOf(error))
  return [{ field, code: error.code, message }]
}

/** What a fault says, in words. */
export function fieldMessage(type: string, limits: FieldFault['limits'], language: Language): string {
  const say = translator(language)
  const key = `field.${type}`
  return isMessageKey(key) ? say(key, { limit: 0, valids: '', ...limits }) : say('field.any.invalid')
}

/** Everything that a title or detail may name; a dash where the thrower did not know. */
function valuesOf({ details, code }: AppError): MessageValues {
  const known = Object.entries(details).filter(isShowable)
  const seconds = typeof details.retryAfterSeconds === 'number' ? details.retryAfterSeconds : 60
  const unknown = { pid: '–', dir: '–', host: '–', port: '–' }
  const count = code === 'invalid-input' && Array.isArray(details.fields) ? details.fields.length : 1
  return { ...unknown, ...Object.fromEntries(known), minutes: Math.ceil(seconds / 60), count }
}

function isShowable(entry: [string, unknown]): entry is [string, string | number] {
  return typeof entry[1] === 'string' || typeof entry[1] === 'number'
}
