import type { ParseArgsConfig } from 'node:util'
import { knownClosures } from '../../server/domain/calendar/closures.ts'
import { defaultPolicy, type CountingPolicy } from '../../server/domain/law/counting-policy.ts'
import type { DeadlineEvent } from '../../server/domain/law/deadlines.ts'
import type { Moment } from '../../server/domain/law/effective-receipt.ts'
import type { RequestKind } from '../../server/domain/law/laip.ts'
import {
  policyAlternative,
  policyAlternatives,
  type Alternative,
} from '../../server/domain/law/policy-alternatives.ts'
import { policyChoices, readPolicyOption } from '../../server/domain/law/policy-options.ts'
import type { Office } from '../../server/domain/law/terms.ts'
import { readArguments, UsageError } from '../command.ts'
import { readEvent, toKind } from './events.ts'
import { readMoment } from './moments.ts'

/** One case to count. */
export interface CaseQuestion {
  readonly kind: RequestKind
  /** As it was written. */
  readonly received: string
  readonly receivedAt: Moment
  readonly office: Office
  readonly policy: CountingPolicy
  readonly events: readonly DeadlineEvent[]
  /** False where a comparison with something that is not the law was asked for. */
  readonly isLaw: boolean
}

export type DeadlinesQuestion =
  | { readonly asks: 'examples'; readonly file: string }
  | { readonly asks: 'case'; readonly json: boolean; readonly case: CaseQuestion }

export const usage = `Uso: npm run deadlines -- --received FECHA [opciones]
     npm run deadlines -- --examples ARCHIVO

  --received FECHA   instante con zona (2026-02-02T09:15:00-06:00) o día (2026-02-02: en horas de oficina)
  --kind CLASE       access (por defecto), habeas_access o habeas_modify
  --capital          oficina en la Ciudad de Guatemala: el 15 de agosto es inhábil
  --closures         aplica los acuerdos gubernativos de 2022 a 2025 que trae el programa; los que se
                     registran después cuentan en la aplicación y no aquí
  --policy N=V       una lectura de la ley, repetible; también --policy alternative=NOMBRE; las demás, como
                     las dice COUNTING_POLICY
  --event DATOS      un hecho, repetible: type=extension_notified,at=2027-01-05T11:00:00-06:00,days=10
  --examples ARCHIVO comprueba los ejemplos de un archivo e imprime {"checked", "mismatches"}; no mira
                     COUNTING_POLICY: cada ejemplo dice su lectura
  --json             un documento JSON
  --help             esta ayuda`

/**
 * @param configured asked for only where a case is counted: the readings that the options do not name.
 * @throws UsageError naming the option and the remedy.
 */
export function readQuestion(
  args: string[],
  configured: () => CountingPolicy = () => defaultPolicy,
): DeadlinesQuestion {
  const { values } = readArguments({ args, options })
  if (values.examples !== undefined) return { asks: 'examples', file: values.examples }
  if (values.received === undefined) throw new UsageError(`Falta --received o --examples.\n${usage}`)
  const asked = { inCapital: values.capital, closures: values.closures ? knownClosures : [] }
  const { policy, office, isLaw } = readPolicies(values.policy, {
    policy: configured(),
    office: asked,
    isLaw: true,
  })
  return {
    asks: 'case',
    json: values.json,
    case: {
      kind: toKind(values.kind),
      received: values.received,
      receivedAt: readMoment('--received', values.received),
      office,
      policy,
      events: values.event.map(readEvent),
      isLaw,
    },
  }
}

const options = {
  received: { type: 'string' },
  kind: { type: 'string', default: 'access' },
  capital: { type: 'boolean', default: false },
  closures: { type: 'boolean', default: false },
  policy: { type: 'string', multiple: true, default: [] },
  event: { type: 'string', multiple: true, default: [] },
  examples: { type: 'string' },
  json: { type: 'boolean', default: false },
} satisfies NonNullable<ParseArgsConfig['options']>

interface Reading {
  readonly policy: CountingPolicy
  readonly office: Office
  readonly isLaw: boolean
}

/** An alternative laid over a reading. */
export function applyAlternative(reading: Reading, { policy, office, isLaw }: Alternative): Reading {
  return {
    policy: { ...reading.policy, ...policy },
    office: { ...reading.office, ...office },
    isLaw: reading.isLaw && isLaw,
  }
}

function readPolicies(options: readonly string[], configured: Reading): Reading {
  return options.map(readPolicy).reduce(applyAlternative, configured)
}

function readPolicy(text: string): Alternative {
  const at = text.indexOf('=')
  if (at < 1) throw new UsageError(`--policy ${text}: escriba nombre=valor. Nombres: ${policyNames}.`)
  const name = text.slice(0, at)
  const value = text.slice(at + 1)
  if (name === 'alternative') return readAlternative(value)
  const read = readPolicyOption(name, value)
  if (read.ok) return { policy: read.policy, office: {}, isLaw: true }
  throw new UsageError(
    read.refusal === 'unknown-option'
      ? `--policy ${name}: no existe. Nombres: ${policyNames}.`
      : `--policy ${name}=${value}: valor desconocido. Valores: ${valuesOf(name)}.`,
  )
}

function readAlternative(name: string): Alternative {
  const alternative = policyAlternative(name)
  if (alternative) return alternative
  const names = Object.keys(policyAlternatives).join(', ')
  throw new UsageError(`--policy alternative=${name}: no existe. Alternativas: ${names}, officeHoursHHMM.`)
}

const policyNames = [...Object.keys(policyChoices), 'alternative'].join(', ')

function valuesOf(name: string): string {
  if (name === 'cutoffMinutes') return 'HH:MM, minutos desde la medianoche (0 a 1439), o none'
  const choices: Readonly<Record<string, readonly unknown[]>> = policyChoices
  return (choices[name] ?? []).join(', ')
}
