/** Anything with a width that a line may end after. */
type Breakable = { width: number; spaceAfter: number }

/** Beyond this many words the even breaking is not worth its time. */
const evenLimit = 400

/**
 * Parts words into lines no wider than `limit`. Short texts get the breaks that leave the least uneven right
 * edge (the sum of the squared gaps, the last line free); long ones are filled line by line.
 */
export function breakLines<W extends Breakable>(words: readonly W[], limit: number): W[][] {
  const filled = fillLines(words, limit)
  if (filled.length < 2 || words.length > evenLimit) return filled
  return evenLines(words, limit)
}

function fillLines<W extends Breakable>(words: readonly W[], limit: number): W[][] {
  const lines: W[][] = []
  let width = Infinity
  for (const word of words) {
    if (width + word.width > limit + tolerance) {
      lines.push([])
      width = 0
    }
    lines.at(-1)?.push(word)
    width += word.width + word.spaceAfter
  }
  return lines
}

/** Points: sums of widths must not break a line that fits exactly. */
const tolerance = 0.001

function evenLines<W extends Breakable>(words: readonly W[], limit: number): W[][] {
  const costs: number[] = [0]
  const starts: number[] = [0]
  for (let end = 1; end <= words.length; end += 1) {
    const best = bestStart(words, end, limit, costs)
    costs[end] = best.cost
    starts[end] = best.start
  }
  const lines: W[][] = []
  for (let end = words.length; end > 0; end = starts[end] ?? 0) lines.unshift(words.slice(starts[end], end))
  return lines
}

/** Where the line that ends before `end` had best begin. A line of one word may be too wide. */
function bestStart(
  words: readonly Breakable[],
  end: number,
  limit: number,
  costs: readonly number[],
): { start: number; cost: number } {
  const isLast = end === words.length
  let width = words[end - 1]?.width ?? 0
  let best = { start: end - 1, cost: (costs[end - 1] ?? 0) + lineCost(width, limit, isLast) }
  for (let start = end - 2; start >= 0; start -= 1) {
    width += reach(words[start])
    if (width > limit + tolerance) break
    const cost = (costs[start] ?? 0) + lineCost(width, limit, isLast)
    if (cost < best.cost) best = { start, cost }
  }
  return best
}

function reach(word: Breakable | undefined): number {
  return word === undefined ? 0 : word.width + word.spaceAfter
}

/** A last line much shorter than the others looks lost; a little slack elsewhere is better. */
function lineCost(width: number, limit: number, isLast: boolean): number {
  if (!isLast) return Math.max(limit - width, 0) ** 2
  return Math.max(limit * 0.36 - width, 0) ** 2 * 4
}
