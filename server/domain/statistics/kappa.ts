/** How far two raters agree beyond chance. */
export interface Agreement {
  readonly pairs: number
  readonly agreed: number
  /** From -1 to 1; null of no pair, and where both used one and the same category throughout. */
  readonly kappa: number | null
}

/** Cohen's kappa, unweighted. Cohen 1960, Educational and Psychological Measurement 20:37-46. */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): Agreement {
  const agreed = pairs.filter(([first, second]) => first === second).length
  const [firsts, seconds] = [
    countsOf(pairs.map(([first]) => first)),
    countsOf(pairs.map(([, second]) => second)),
  ]
  // In whole numbers: the share agreed by chance is `chance` in n².
  let chance = 0
  for (const [category, count] of firsts) chance += count * (seconds.get(category) ?? 0)
  const all = pairs.length ** 2
  return {
    pairs: pairs.length,
    agreed,
    kappa: chance === all ? null : (agreed * pairs.length - chance) / (all - chance),
  }
}

function countsOf(categories: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const category of categories) counts.set(category, (counts.get(category) ?? 0) + 1)
  return counts
}
