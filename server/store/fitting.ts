import { Schema, type SchemaType } from 'mongoose'

/**
 * A copy of a value that its schema takes just as it is, with its defaults. Undefined for every other value:
 * one that has to be cast, that is to be refused, or of a kind that is not known here.
 */
export type Fit = (value: unknown) => unknown

export interface Fitting {
  /** Of a whole document; undefined as `Fit`. */
  whole(given: object): Fields | undefined
  /** Of some of its fields, the others being left out; undefined as `Fit`. */
  part(given: object): Fields | undefined
}

export type Fields = Record<string, unknown>

/**
 * Reads a schema once, so that what is right already is not cast again: mongoose, which alone judges all the
 * rest, makes a document of its own for each and every subdocument, at many times the cost. Null for a schema
 * with a path, an option or a validator that is not known here: then mongoose judges everything.
 */
export function fittingFor(schema: Schema): Fitting | null {
  const whole = fieldsOf(schema, 'with-defaults')
  const part = fieldsOf(schema, 'without-defaults')
  return (
    whole &&
    part && {
      whole: given => copyOf(given, whole, true),
      part: given => copyOf(given, part, false),
    }
  )
}

interface Field {
  readonly name: string
  readonly fit: Fit
  readonly required: boolean
  /** The default; undefined for none. */
  readonly absent: unknown
}

/** In a change, mongoose gives no defaults, those of the subdocuments not excepted. */
type Filling = 'with-defaults' | 'without-defaults'

function fieldsOf(schema: Schema, filling: Filling): readonly Field[] | null {
  const fields = Object.entries(schema.paths).map(([name, type]) => fieldOf(name, type, filling))
  return fields.every(field => field !== null) ? fields : null
}

const knownOptions = new Set(
  'type required default enum match min max minlength maxlength minLength maxLength'.split(' '),
)
const knownValidators = new Set(['required', 'enum', 'regexp', 'min', 'max', 'minlength', 'maxlength'])

function fieldOf(name: string, type: SchemaType, filling: Filling): Field | null {
  const required = isRequired(type)
  const absent = defaultOf(type)
  const isKnown =
    !name.includes('.') &&
    Object.keys(type.options).every(option => knownOptions.has(option)) &&
    type.validators.every(({ type: kind }) => kind !== undefined && knownValidators.has(kind))
  const fit = isKnown ? fitOf(type, filling) : null
  if (!fit || !absent || required === null) return null
  return {
    name,
    required,
    absent: filling === 'with-defaults' ? absent.value : undefined,
    fit: judged(fit, type, required),
  }
}

/** Null for what depends on the document. */
function isRequired({ options }: SchemaType): boolean | null {
  const required: unknown = options.required ?? false
  return typeof required === 'boolean' ? required : null
}

/** Null for a default that is made anew each time. */
function defaultOf({ options, instance }: SchemaType): { readonly value: unknown } | null {
  // A prototype of mongoose's gives null for an option that is not set.
  const isSet = Object.hasOwn(options, 'default')
  if (instance === 'Array') return !isSet || isEmptyList(options.default) ? { value: [] } : null
  const value: unknown = isSet ? options.default : undefined
  const isConstant = value === null || (typeof value !== 'object' && typeof value !== 'function')
  return isConstant ? { value } : null
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

/** With what mongoose asks of a value of the right type: its own validators, which look at nothing but the value. */
function judged(fit: Fit, { validators }: SchemaType, required: boolean): Fit {
  const checks = validators.flatMap(({ type, validator }) => (type === 'required' ? [] : (validator ?? [])))
  return value => {
    if (required && (value === null || value === '')) return undefined
    const fitted = fit(value)
    return fitted === undefined || checks.every(check => check(fitted)) ? fitted : undefined
  }
}

function fitOf(type: SchemaType, filling: Filling): Fit | null {
  if (type instanceof Schema.Types.DocumentArray) return everyOf(subdocumentOf(type.schema, filling))
  if (type instanceof Schema.Types.Array) return everyOf(elementOf(type.embeddedSchemaType, filling))
  if (type instanceof Schema.Types.Subdocument) return nullable(subdocumentOf(type.schema, filling))
  return nullable(leaves[type.instance] ?? null)
}

const leaves: Readonly<Record<string, Fit>> = {
  String: value => (typeof value === 'string' ? value : undefined),
  Number: finite,
  Boolean: value => (typeof value === 'boolean' ? value : undefined),
  Date: dateOf,
  Mixed: freeOf,
}

function nullable(fit: Fit | null): Fit | null {
  return fit && (value => (value === null ? null : fit(value)))
}

function elementOf(type: SchemaType, filling: Filling): Fit | null {
  return type instanceof Schema.Types.Array ? null : (fieldOf('element', type, filling)?.fit ?? null)
}

function subdocumentOf(schema: Schema, filling: Filling): Fit | null {
  const fields = fieldsOf(schema, filling)
  return fields && (value => copyOf(value, fields, true))
}

function everyOf(fit: Fit | null): Fit | null {
  return (
    fit &&
    (value => {
      if (!Array.isArray(value)) return undefined
      const copy: unknown[] = []
      for (const element of value) {
        const fitted = fit(element)
        if (fitted === undefined) return undefined
        copy.push(fitted)
      }
      return copy
    })
  )
}

function copyOf(given: unknown, fields: readonly Field[], isWhole: boolean): Fields | undefined {
  if (!isPlain(given)) return undefined
  const copy: Fields = {}
  for (const field of fields) {
    const own = given[field.name]
    const isLeftOut = own === undefined && !isWhole
    if (!isLeftOut && !put(copy, field, own)) return undefined
  }
  const isAll = Object.keys(given).every(name => given[name] === undefined || Object.hasOwn(copy, name))
  return isAll ? copy : undefined
}

function put(copy: Fields, { name, fit, required, absent }: Field, own: unknown): boolean {
  const value = own === undefined ? absent : own
  if (value === undefined) return !required
  const fitted = fit(value)
  if (fitted === undefined) return false
  copy[name] = fitted
  return true
}

function isPlain(value: unknown): value is Readonly<Fields> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function finite(value: unknown): unknown {
  return Number.isFinite(value) ? value : undefined
}

function dateOf(value: unknown): Date | undefined {
  return value instanceof Date && !Number.isNaN(value.getTime()) ? new Date(value.getTime()) : undefined
}

/** A value of no schema: what JSON can hold, or an instant. */
function freeOf(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return finite(value)
  if (Array.isArray(value)) return freeList(value)
  return isPlain(value) ? freeFields(value) : dateOf(value)
}

const freeList = everyOf(freeOf) ?? (() => undefined)

function freeFields(given: Readonly<Fields>): Fields | undefined {
  const copy: Fields = {}
  for (const name of Object.keys(given)) {
    const own = given[name]
    if (own === undefined) continue
    const fitted = isOrdinary(name) ? freeOf(own) : undefined
    if (fitted === undefined) return undefined
    copy[name] = fitted
  }
  return copy
}

/** Names that mean something to mongoose or bson, when an object has them, begin so or are those of methods. */
function isOrdinary(name: string): boolean {
  return !name.startsWith('_') && !name.startsWith('$') && !meaningful.has(name)
}

const meaningful = new Set(
  'constructor prototype toObject toJSON toBSON valueOf isMongooseArray isMongooseBuffer isMongooseMap'.split(
    ' ',
  ),
)
