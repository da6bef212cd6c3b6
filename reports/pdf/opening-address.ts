import type { Opens } from '../blocks.ts'

/** The page that lists the cases of these figures, one after the other. */
export function openingAddress(casesAt: string, opens: Opens): string {
  return `${casesAt}${opens.map(address => `cifra=${encodeURIComponent(address)}`).join('&')}`
}
