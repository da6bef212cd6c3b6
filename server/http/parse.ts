import type { ObjectSchema } from 'joi'
import { AppError } from '../errors.ts'

/** One thing wrong with the input: where, which rule, and the rule's figures. Never the value itself. */
export interface FieldFault {
  /** Dotted path from the root of the input; '' for the input as a whole. */
  readonly path: string
  /** Joi's name of the rule, such as 'string.max', or one of our own, such as 'day.invalid'. */
  readonly type: string
  readonly limits: Readonly<Record<string, string | number>>
}

/**
 * Turns untrusted input into a typed value.
 * @throws AppError 'invalid-input' { fields: FieldFault[] } naming every wrong field at once.
 */
export function parse<Output>(schema: ObjectSchema<Output>, input: unknown): Output {
  const { value, error } = requiredOf(schema).validate(input, { abortEarly: false, allowUnknown: false })
  if (error) throw invalidInput(error.details.map(toFault))
  return value
}

/** Required, since Express 5 leaves req.body undefined for a type that it does not parse. Made once: it copies all. */
function requiredOf<Output>(schema: ObjectSchema<Output>): ObjectSchema<Output> {
  const known: ObjectSchema<Output> | undefined = required.get(schema)
  const made = known ?? schema.required()
  required.set(schema, made)
  return made
}

const required = new WeakMap<ObjectSchema, ObjectSchema>()

/** For what a schema cannot see: a rule that needs the store, say. */
export function invalidInput(fields: readonly FieldFault[]): AppError {
  return new AppError('invalid-input', { fields })
}

export function fault(path: string, type: string, limits: FieldFault['limits'] = {}): FieldFault {
  return { path, type, limits }
}

/** The faults that an 'invalid-input' carries. */
export function faultsOf(error: AppError): readonly FieldFault[] {
  const { fields } = error.details
  return Array.isArray(fields) ? fields.filter(isFault) : []
}

function toFault({
  path,
  type,
  context,
}: {
  path: readonly (string | number)[]
  type: string
  context?: object
}) {
  return fault(path.join('.'), type, limitsIn(context ?? {}))
}

/** A rule's figures may be shown; `value` and `label` hold what was typed and stay out. */
function limitsIn(context: object): FieldFault['limits'] {
  const limits: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(context)) {
    if (name === 'limit' && (typeof value === 'number' || typeof value === 'string')) limits[name] = value
    if (name === 'valids' && Array.isArray(value))
      limits[name] = value.filter(each => each !== null).join(', ')
  }
  return limits
}

function isFault(value: unknown): value is FieldFault {
  return (
    typeof value === 'object' && value !== null && 'path' in value && 'type' in value && 'limits' in value
  )
}
