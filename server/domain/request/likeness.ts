import { foldName } from '../names.ts'

/** From here on, two requests may be the same one, logged twice: most of their words are shared. */
export const alike = 0.6

/**
 * How alike two texts are, from 0 to 1: the words they share over all their words (Jaccard), folded and
 * without those of one or two letters. Two empty texts are not alike: they say nothing.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  const shared = [...a].filter(word => b.has(word)).length
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldName(text)
      .split(' ')
      .filter(word => word.length > 2),
  )
}
