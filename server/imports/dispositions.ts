import { foldName } from '../domain/names.ts'
import type { Outcome } from '../domain/request/states.ts'

/** What the words of a log say came of a request. */
export type Disposition =
  | {
      readonly kind: 'answer'
      readonly outcome: Outcome
      /** A refusal that names no ground of Guatemala's law. */
      readonly groundless: boolean
    }
  | { readonly kind: 'withdrawn' }
  /** Closed in a way that is none of the senses of LAIP 42: the words are kept, the outcome is not known. */
  | { readonly kind: 'no-sense' }
  /** The case goes on. */
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' }

interface Rule {
  readonly words: RegExp
  readonly says: Disposition
}

const noSense = { kind: 'no-sense' } as const
const open = { kind: 'open' } as const
const answer = (outcome: Outcome, groundless = false) => ({ kind: 'answer', outcome, groundless }) as const

/**
 * In this order: the first that fits is taken.
 * - A refusal on grounds of another country's law names no ground of ours. It is read as confidential and
 *   not as reserved: a reserve without its published resolution would be a fault under article 25, of which
 *   nobody can accuse an office that never decided under it.
 * - Sent to another body, directed elsewhere, "already public", duplicate, improper or unpaid: the office
 *   closed the case on that day, and neither delivered, refused nor said that the information does not exist.
 * - "Not an agency record" speaks of whose record it is, not of whether it exists.
 */
const rules: readonly Rule[] = [
  { words: /^(en tramite|pendiente|abierta|open|pending|in process|in progress|assigned)\b/, says: open },
  { words: /\b(withdrawn|withdrew|desisti\w*|desistimiento|retirad[ao])\b/, says: { kind: 'withdrawn' } },
  { words: /^other\b/, says: noSense },
  { words: /\b(duplicad?[ao]|duplicate|improper|not a proper|not reasonably described)\b/, says: noSense },
  { words: /\b(referred|remitid[ao]|trasladad[ao]|directed|incompeten\w*)\b/, says: noSense },
  {
    words: /\b(not an agency record|publical?ly available|fee related|unable to locate requester)\b/,
    says: noSense,
  },
  { words: /\b(desechad[ao]|dismissed)\b/, says: answer('desechada') },
  { words: /\b(partial\w*|parcial\w*|granted denied in part|in part)\b/, says: answer('entrega_parcial') },
  {
    words: /\b(no( responsive)? records?|inexisten\w+|no existe|does not exist)\b/,
    says: answer('inexistencia'),
  },
  { words: /\b(reserva|reservad[ao])\b/, says: answer('negativa_reserva') },
  { words: /\b(confidencial|datos personales)\b/, says: answer('negativa_confidencial') },
  {
    words: /\b(denial|denied|exemptions?|negad[ao]|denegad[ao]|negativa|withheld)\b/,
    says: answer('negativa_confidencial', true),
  },
  {
    words: /\b(full grant|granted( in full)?|entrega total|entregad[ao]|concedid[ao]|positiva)\b/,
    says: answer('entrega_total'),
  },
]

/** Reads the words of a log: in Spanish or English, and the law's own names of the outcomes. */
export function readDisposition(words: string): Disposition {
  const folded = foldName(words)
  return rules.find(rule => rule.words.test(folded))?.says ?? { kind: 'unknown' }
}
