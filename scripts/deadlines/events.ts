import type { DeadlineEvent } from '../../server/domain/law/deadlines.ts'
import { rulesOf, type RequestKind } from '../../server/domain/law/laip.ts'
import { UsageError } from '../command.ts'
import { readDay, readMoment } from './moments.ts'

/** An event as it is written in an examples file and, as text, in `--event`. */
export interface WrittenEvent {
  readonly type: string
  readonly at: string
  readonly days?: number | undefined
  readonly motivated?: boolean | undefined
  readonly outcome?: string | undefined
  readonly decidedOn?: string | undefined
}

const eventTypes = [
  'extension_notified',
  'clarification_requested',
  'clarification_received',
  'resolution_notified',
  'review_filed',
  'review_decision_notified',
] as const satisfies readonly DeadlineEvent['type'][]

/** `type=…,at=…,days=…`. @throws UsageError naming what is wrong. */
export function readEvent(text: string): DeadlineEvent {
  const pairs = text.split(',').map(pair => pair.split('='))
  if (pairs.some(pair => pair.length !== 2)) {
    throw new UsageError(`--event ${text}: escriba type=…,at=…,days=… sin espacios.`)
  }
  const written = new Map(pairs.map(([name = '', value = '']) => [name, value]))
  const unknown = [...written.keys()].find(name => !fields.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`--event ${unknown}: no existe. Campos: ${fields.join(', ')}.`)
  const motivated = written.get('motivated')
  const days = written.get('days')
  return toEvent('--event', {
    type: written.get('type') ?? '',
    at: written.get('at') ?? '',
    days: days === undefined ? undefined : Number(days),
    motivated: motivated === undefined ? undefined : motivated !== 'false',
    outcome: written.get('outcome'),
    decidedOn: written.get('decidedOn'),
  })
}

const fields = ['type', 'at', 'days', 'motivated', 'outcome', 'decidedOn']

/** @throws UsageError naming what is wrong. */
export function toEvent(field: string, written: WrittenEvent): DeadlineEvent {
  const type = eventTypes.find(known => known === written.type)
  if (!type) {
    throw new UsageError(`${field} type=${written.type}: no existe. Tipos: ${eventTypes.join(', ')}.`)
  }
  const at = readMoment(`${field} at`, written.at)
  switch (type) {
    case 'extension_notified':
      return { type, at, days: readDays(field, written.days), motivated: written.motivated ?? null }
    case 'clarification_requested':
      return { type, at, days: readDays(field, written.days) }
    case 'review_decision_notified': {
      const { decidedOn } = written
      return {
        type,
        at,
        outcome: toOutcome(written.outcome),
        decidedOn: decidedOn ? readDay(`${field} decidedOn`, decidedOn) : null,
      }
    }
    default:
      return { type, at }
  }
}

/** @throws UsageError naming the kinds. */
export function toKind(text: string): RequestKind {
  if (isKind(text)) return text
  throw new UsageError(`--kind ${text}: no existe. Clases: ${Object.keys(rulesOf).join(', ')}.`)
}

function isKind(text: string): text is RequestKind {
  return Object.hasOwn(rulesOf, text)
}

function readDays(field: string, days: number | undefined): number | null {
  if (days === undefined) return null
  if (Number.isInteger(days) && days >= 0 && days <= 1_000) return days
  throw new UsageError(`${field} days: indique un número entero de días de 0 a 1000.`)
}

/** In the law's words (article 59) or in English; anything else is not known. */
function toOutcome(text: string | undefined): 'confirma' | 'revoca' | 'modifica' | null {
  return outcomes.get(text?.toLowerCase() ?? '') ?? null
}

const outcomes = new Map<string, 'confirma' | 'revoca' | 'modifica'>([
  ['confirma', 'confirma'],
  ['confirmed', 'confirma'],
  ['upheld', 'confirma'],
  ['revoca', 'revoca'],
  ['revoked', 'revoca'],
  ['modifica', 'modifica'],
  ['modified', 'modifica'],
])
