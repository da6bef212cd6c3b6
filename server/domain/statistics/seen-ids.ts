/** Ids that were seen, without the ids: as many bytes each whatever their length. */
export interface SeenIds {
  /** False where it was seen before. */
  add(id: string): boolean
}

/**
 * Tells ids apart by 64 bits of each: of ten million, two are taken for one with a chance of three in a million, and
 * of a million three in a hundred million. They take 11 to 22 bytes each, where a set of texts takes a hundred.
 */
export function createSeenIds(places = 1_024): SeenIds {
  let table = new Uint32Array(2 * places)
  let count = 0

  function grow(): void {
    const old = table
    table = new Uint32Array(2 * old.length)
    for (let at = 0; at < old.length; at += 2) {
      const [low = 0, high = 0] = [old[at], old[at + 1]]
      if (low !== 0) put(table, low, high)
    }
  }

  return {
    add(id) {
      if (!put(table, lowOf(id), highOf(id))) return false
      count += 1
      if (count * 8 > table.length * 3) grow()
      return true
    },
  }
}

/** To the first free place from its own on; false where it is there. */
function put(table: Uint32Array, low: number, high: number): boolean {
  const last = table.length - 1
  for (let at = (high * 2) & last; ; at = (at + 2) & last) {
    if (table[at] === 0) {
      table[at] = low
      table[at + 1] = high
      return true
    }
    if (table[at] === low && table[at + 1] === high) return false
  }
}

/** Never 0, which says that a place is free. */
function lowOf(id: string): number {
  return mixed(id, 0x811c9dc5, 0x01000193) || 1
}

function highOf(id: string): number {
  return mixed(id, 0x9e3779b9, 0x85ebca6b)
}

function mixed(id: string, start: number, factor: number): number {
  let hash = start
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), factor)
    hash ^= hash >>> 15
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
