/** A repeatable source of chance: the same seed gives the same draws on any machine. */
export interface Chance {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** True in `share` of the draws. */
  happens(share: number): boolean
  pick<T>(items: readonly T[]): T
  /** A draw by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T
  /** 32 hexadecimal digits. */
  id(): string
}

/** A seed as somebody writes it: a number from 0 to 2,147,483,647 is itself, any other text becomes one. */
export function seedFrom(text: string): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return number <= mostSeed ? number : hashOf(text) & mostSeed
}

const mostSeed = 0x7fff_ffff

/** The mulberry32 generator, seeded by the text's hash (FNV-1a). */
export function chanceFrom(text: string): Chance {
  let state = hashOf(text)

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  function hex(): string {
    return Math.floor(next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0')
  }

  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    happens: share => next() < share,
    pick(items) {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    weighted(weights) {
      const names = Object.keys(weights).filter(name => isNameIn(name, weights))
      const total = names.reduce((sum, name) => sum + weights[name], 0)
      let left = next() * total
      const found = names.find(name => (left -= weights[name]) < 0) ?? names.at(-1)
      if (found === undefined) throw new RangeError('Nothing to pick from')
      return found
    },
    id: () => hex() + hex() + hex() + hex(),
  }
}

function isNameIn<T extends string>(name: string, weights: Readonly<Record<T, number>>): name is T {
  return name in weights
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return hash | 0
}
