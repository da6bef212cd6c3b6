import { classOf, coverageOf, lookupsOf, numbersAt } from './font-tables.ts'

/** How the letters of a face go together, as its tables say. Glyphs by number, amounts in units of the face. */
export interface LetterPairs {
  /** What is added to the advance of a glyph that stands before another. */
  kern(left: number, right: number): number
  /** The ligature of the glyphs from a place on, and of how many; null where they make none. */
  ligatureAt(glyphs: readonly number[], at: number): Ligature | null
}

export interface Ligature {
  readonly glyph: number
  readonly length: number
}

/**
 * Reads the pairs of `kern` and the ligatures of `liga` out of a font file. For a word of plain letters these are
 * all that the library's shaping comes to, which takes a hundred times as long for it. Kerning that looks beyond
 * the pair is left out: no plain letter has any.
 */
export function letterPairsOf(bytes: Uint8Array): LetterPairs {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pairs = lookupsOf(file, 'GPOS', 'kern').flatMap(({ type, subtables }) =>
    type === extension ? [subtables.map(at => at + file.getUint32(at + 4))] : [],
  )
  const ligatures = lookupsOf(file, 'GSUB', 'liga').flatMap(({ subtables }) => subtables)
  const known = new Map<number, number>()
  return {
    kern(left, right) {
      const key = left * 65_536 + right
      const amount =
        known.get(key) ?? pairs.reduce((sum, lookup) => sum + kernIn(file, lookup, left, right), 0)
      known.set(key, amount)
      return amount
    },
    ligatureAt(glyphs, at) {
      for (const table of ligatures) {
        const found = ligatureIn(file, table, glyphs, at)
        if (found) return found
      }
      return null
    },
  }
}

/** Of GPOS: a subtable that says where the real one lies. In these faces they are all pairs, type 2. */
const extension = 9

/** The first subtable that knows the pair decides. */
function kernIn(file: DataView, subtables: readonly number[], left: number, right: number): number {
  for (const at of subtables) {
    const index = coverageOf(file, at + file.getUint16(at + 2), left)
    if (index === -1) continue
    const amount =
      file.getUint16(at) === 1 ? ofPair(file, at, index, right) : ofClasses(file, at, left, right)
    if (amount !== null) return amount
  }
  return 0
}

/** Every record is a glyph and the amount: value format 4 and no second value. */
function ofPair(file: DataView, at: number, index: number, right: number): number | null {
  const set = at + file.getUint16(at + 10 + 2 * index)
  for (let record = set + 2; record < set + 2 + 4 * file.getUint16(set); record += 4) {
    if (file.getUint16(record) === right) return file.getInt16(record + 2)
  }
  return null
}

function ofClasses(file: DataView, at: number, left: number, right: number): number {
  const first = classOf(file, at + file.getUint16(at + 8), left)
  const second = classOf(file, at + file.getUint16(at + 10), right)
  return file.getInt16(at + 16 + 2 * (first * file.getUint16(at + 14) + second))
}

function ligatureIn(file: DataView, at: number, glyphs: readonly number[], from: number): Ligature | null {
  const index = coverageOf(file, at + file.getUint16(at + 2), glyphs[from] ?? 0)
  if (index === -1) return null
  const set = at + file.getUint16(at + 6 + 2 * index)
  for (const offset of numbersAt(file, set)) {
    const record = set + offset
    const length = file.getUint16(record + 2)
    const isHere = numbersOf(file, record + 4, length - 1).every(
      (each, next) => each === glyphs[from + 1 + next],
    )
    if (isHere) return { glyph: file.getUint16(record), length }
  }
  return null
}

function numbersOf(file: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => file.getUint16(at + 2 * index))
}
