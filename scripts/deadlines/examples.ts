import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import Joi from 'joi'
import { knownClosures } from '../../server/domain/calendar/closures.ts'
import { workingCalendar } from '../../server/domain/calendar/working-calendar.ts'
import { defaultPolicy } from '../../server/domain/law/counting-policy.ts'
import { deadlinesFor, type Deadlines } from '../../server/domain/law/deadlines.ts'
import {
  policyAlternative,
  policyAlternatives,
  type Alternative,
} from '../../server/domain/law/policy-alternatives.ts'
import { articleFortyEightDue, officeCalendar } from '../../server/domain/law/terms.ts'
import { fieldMessage } from '../../server/http/problem.ts'
import { RefusedError, UsageError } from '../command.ts'
import { toEvent, toKind, type WrittenEvent } from './events.ts'
import { readMoment } from './moments.ts'
import { applyAlternative } from './options.ts'

export interface Mismatch {
  readonly id: string
  /** Null for the default reading. */
  readonly alternative: string | null
  readonly field: string
  readonly expected: unknown
  readonly actual: unknown
}

export interface ExamplesResult {
  /** Examples and alternatives. */
  readonly checked: number
  readonly mismatches: readonly Mismatch[]
}

interface Example {
  readonly id: string
  readonly kind: string
  readonly receivedAt: string
  readonly calendar: { readonly capital: boolean; readonly adhoc: boolean }
  readonly events: readonly WrittenEvent[]
  readonly expected: Readonly<Record<string, unknown>>
  readonly countedDays: readonly string[] | null
  readonly alternatives: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface ExamplesFile {
  readonly meta: { readonly annualReportDue: Readonly<Record<string, string>> }
  readonly examples: readonly Example[]
}

/** @throws UsageError where the file cannot be read; RefusedError where it is not a file of examples. */
export async function readExamples(path: string): Promise<ExamplesFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--examples: ${unreadable(path, error)}`)
  })
  const { value, error } = examplesFile.required().validate(parseJson(path, text), { allowUnknown: true })
  const [fault] = error?.details ?? []
  if (!fault) return value
  const where = fault.path.join('.') || 'el documento'
  throw new RefusedError(
    `--examples: ${path} no tiene la forma esperada. ${where}: ${fieldMessage(fault.type, {}, 'es')}`,
  )
}

function unreadable(path: string, error: unknown): string {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isAbsent ? `el archivo ${path} no existe.` : `no se puede leer ${path} (${reasonOf(error)}).`
}

/** Counts every example and every alternative of it, and says what came out otherwise. */
export function checkExamples({ meta, examples }: ExamplesFile): ExamplesResult {
  const alternatives = examples.reduce((sum, example) => sum + Object.keys(example.alternatives).length, 0)
  return {
    checked: examples.length + alternatives,
    mismatches: [...examples.flatMap(checkExample), ...checkAnnualReports(meta.annualReportDue)],
  }
}

function checkExample(example: Example): readonly Mismatch[] {
  const asWritten = compare(example, null, example.expected, reading({}))
  const others = Object.entries(example.alternatives).flatMap(([name, expected]) => {
    const alternative = policyAlternative(name)
    if (alternative) return compare(example, name, expected, alternative)
    const known = Object.keys(policyAlternatives).join(', ')
    return [{ id: example.id, alternative: name, field: 'alternative', expected: known, actual: name }]
  })
  return [...asWritten, ...others]
}

function compare(
  example: Example,
  name: string | null,
  expected: Readonly<Record<string, unknown>>,
  alternative: Alternative,
): readonly Mismatch[] {
  const { id } = example
  const counted = count(example, alternative)
  if (counted instanceof Error) {
    return [{ id, alternative: name, field: 'error', expected: null, actual: counted.message }]
  }
  const actual = new Map<string, unknown>([...Object.entries(counted), ['countedDays', countedIn(counted)]])
  const fields = Object.entries(expected)
    .filter(([field, value]) => !isDeepStrictEqual(actual.get(field) ?? null, value))
    .map(([field, value]) => ({
      id,
      alternative: name,
      field,
      expected: value,
      actual: actual.get(field) ?? null,
    }))
  return name === null ? [...fields, ...compareDays(example, counted)] : fields
}

function compareDays({ id, countedDays }: Example, deadlines: Deadlines): readonly Mismatch[] {
  const actual = countedIn(deadlines)
  if (countedDays === null || isDeepStrictEqual(actual, countedDays)) return []
  return [{ id, alternative: null, field: 'countedDays', expected: countedDays, actual }]
}

function countedIn({ ledger }: Deadlines): readonly string[] {
  return ledger.filter(({ counted }) => counted).map(({ date }) => date)
}

/** An example that cannot be counted is one more difference, not the end of the run. */
function count(example: Example, alternative: Alternative): Deadlines | Error {
  const written = {
    policy: defaultPolicy,
    office: { inCapital: example.calendar.capital, closures: example.calendar.adhoc ? knownClosures : [] },
    isLaw: true,
  }
  const { policy, office } = applyAlternative(written, alternative)
  try {
    return deadlinesFor({
      kind: toKind(example.kind),
      receivedAt: readMoment('receivedAt', example.receivedAt),
      events: example.events.map(event => toEvent('events', event)),
      calendar: officeCalendar(office, policy),
      policy,
    })
  } catch (error) {
    if (error instanceof UsageError || error instanceof RangeError) return error
    throw error
  }
}

function checkAnnualReports(annualReportDue: Readonly<Record<string, string>>): readonly Mismatch[] {
  const calendar = workingCalendar({ inCapital: true, closures: [] })
  return Object.entries(annualReportDue)
    .map(([year, expected]) => ({ year, expected, actual: articleFortyEightDue(Number(year), calendar) }))
    .filter(({ expected, actual }) => actual !== expected)
    .map(({ year, ...found }) => ({ id: 'annualReportDue', alternative: null, field: year, ...found }))
}

function reading(policy: Alternative['policy']): Alternative {
  return { policy, office: {}, isLaw: true }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new RefusedError(`--examples: ${path} no es JSON (${reasonOf(error)}).`)
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const fields = Joi.object().pattern(Joi.string(), Joi.any())

const example = Joi.object({
  id: Joi.string().required(),
  kind: Joi.string().default('access'),
  receivedAt: Joi.string().required(),
  calendar: Joi.object({
    capital: Joi.boolean().default(false),
    adhoc: Joi.boolean().default(false),
  }).default({ capital: false, adhoc: false }),
  events: Joi.array()
    .items(
      Joi.object({
        type: Joi.string().required(),
        at: Joi.string().required(),
        days: Joi.number().allow(null).empty(null),
        motivated: Joi.boolean().allow(null).empty(null),
        outcome: Joi.string().allow(null).empty(null),
        decidedOn: Joi.string().allow(null).empty(null),
      }),
    )
    .default([]),
  expected: fields.required(),
  countedDays: Joi.array().items(Joi.string()).allow(null).default(null),
  alternatives: Joi.object().pattern(Joi.string(), fields).default({}),
})

const examplesFile = Joi.object<ExamplesFile>({
  meta: Joi.object({
    annualReportDue: Joi.object()
      .pattern(/^\d{4}$/, Joi.string())
      .default({}),
  }).default({ annualReportDue: {} }),
  examples: Joi.array().items(example).required(),
})
