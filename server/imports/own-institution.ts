import { basename, extname } from 'node:path'
import type { RequestLog } from './read-log.ts'

/** The one institution that a log without such a column belongs to, and how that is known. */
export interface OwnInstitution {
  readonly name: string
  readonly from: 'told' | 'numbers' | 'file-name'
}

/** Of the request numbers, so many must share a word for it to be the institution's. */
const shareNeeded = 0.8

/** As told; else the acronym inside the numbers (2012-APHIS-01438-F); else the file's name. */
export function ownInstitution(
  log: Pick<RequestLog, 'rows' | 'fileName'>,
  told: string | null,
): OwnInstitution {
  if (told !== null) return { name: told, from: 'told' }
  const word = sharedWord(log.rows.flatMap(({ trackingNumber }) => trackingNumber ?? []))
  if (word !== null) return { name: word, from: 'numbers' }
  return { name: basename(log.fileName, extname(log.fileName)), from: 'file-name' }
}

function sharedWord(numbers: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const number of numbers) {
    const words = number.split(/[^\p{Letter}]+/u).filter(word => word.length > 1)
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const shared = [...counts].filter(([, count]) => count >= numbers.length * shareNeeded)
  return shared.toSorted(([a, x], [b, y]) => y - x || b.length - a.length)[0]?.[0] ?? null
}
