import type { Share } from './intervals.ts'

export interface BeforeAndAfter {
  readonly key: string
  readonly before: Share
  readonly after: Share
}

/** The overall share moved one way, and that of every part the other way (honesty rule 8). */
export interface Reversal {
  readonly overall: 'up' | 'down'
  /** The parts that were there before and after. */
  readonly parts: readonly BeforeAndAfter[]
}

/**
 * Looks for Simpson's paradox between two periods. Parts that have cases in one period alone did not move and
 * are left out; of fewer than two that moved nothing is said. Shares are compared as whole numbers.
 */
export function reversalIn(
  overall: Omit<BeforeAndAfter, 'key'>,
  parts: readonly BeforeAndAfter[],
): Reversal | null {
  const direction = moveOf(overall)
  const moved = parts.filter(({ before, after }) => before.n > 0 && after.n > 0)
  if (direction === 0 || moved.length < 2) return null
  if (!moved.every(part => moveOf(part) === -direction)) return null
  return { overall: direction > 0 ? 'up' : 'down', parts: moved }
}

/** The sign of the change. */
function moveOf({ before, after }: Omit<BeforeAndAfter, 'key'>): number {
  return Math.sign(after.count * before.n - before.count * after.n)
}
