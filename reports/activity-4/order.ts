import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'

/** By day of receipt, then reference and id: an order that no storage engine can change. */
export function byReceipt(a: CaseFacts, b: CaseFacts): number {
  return (
    compareText(a.receivedOn, b.receivedOn) ||
    compareText(a.reference, b.reference) ||
    compareText(a.id, b.id)
  )
}

interface Nameable {
  readonly id: string
  readonly name: string
  readonly kind?: string
}

/** By kind and name, accents and case aside; equal names by id. Without Intl, whose order may change. */
export function byName(a: Nameable, b: Nameable): number {
  return (
    compareText(a.kind ?? '', b.kind ?? '') ||
    compareText(plain(a.name), plain(b.name)) ||
    compareText(a.id, b.id)
  )
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
