/** What a feature does, as it lies in a font file (OpenType 1.9, chapter 2). Offsets are from its beginning. */
export interface Lookup {
  readonly type: number
  readonly subtables: readonly number[]
}

/**
 * The lookups of a feature of GPOS or GSUB for the Latin script in no language of its own, in the order in which
 * they apply.
 * @throws RangeError for a file without the table or the script.
 */
export function lookupsOf(file: DataView, table: 'GPOS' | 'GSUB', feature: string): Lookup[] {
  const start = file.getUint32(recordAt(file, 12, file.getUint16(4), 16, table) + 8)
  const scripts = start + file.getUint16(start + 4)
  const script = scripts + file.getUint16(recordAt(file, scripts + 2, file.getUint16(scripts), 6, 'latn') + 4)
  const language = script + file.getUint16(script)
  const features = start + file.getUint16(start + 6)
  const records = numbersAt(file, language + 4).map(index => features + 2 + 6 * index)
  const indices = records
    .filter(record => tagAt(file, record) === feature)
    .flatMap(record => numbersAt(file, features + file.getUint16(record + 4) + 2))
  const lookups = start + file.getUint16(start + 8)
  return [...new Set(indices)]
    .sort((a, b) => a - b)
    .map(index => lookupAt(file, lookups + file.getUint16(lookups + 2 + 2 * index)))
}

function lookupAt(file: DataView, at: number): Lookup {
  const subtables = numbersAt(file, at + 4).map(offset => at + offset)
  return { type: file.getUint16(at), subtables }
}

/** A 16-bit count, and so many 16-bit numbers. */
export function numbersAt(file: DataView, at: number): number[] {
  return Array.from({ length: file.getUint16(at) }, (_, index) => file.getUint16(at + 2 + 2 * index))
}

/** The place of a glyph in a coverage table; -1 where it is not covered. */
export function coverageOf(file: DataView, at: number, glyph: number): number {
  const isList = file.getUint16(at) === 1
  const record = recordOf(file, at + 2, isList ? 2 : 6, glyph)
  if (record === -1) return -1
  if (isList) return (record - at - 4) / 2
  return file.getUint16(record + 4) + glyph - file.getUint16(record)
}

/** The class of a glyph in a class definition; 0 for one that it does not name. */
export function classOf(file: DataView, at: number, glyph: number): number {
  if (file.getUint16(at) === 1) {
    const index = glyph - file.getUint16(at + 2)
    return index >= 0 && index < file.getUint16(at + 4) ? file.getUint16(at + 6 + 2 * index) : 0
  }
  const record = recordOf(file, at + 2, 6, glyph)
  return record === -1 ? 0 : file.getUint16(record + 4)
}

/**
 * Among records in order, after their count, the one that begins with a glyph or, where they are longer than a
 * number, with a range that holds it; -1 where there is none.
 */
function recordOf(file: DataView, at: number, size: number, glyph: number): number {
  let low = 0
  let high = file.getUint16(at) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const record = at + 2 + middle * size
    const last = file.getUint16(size === 2 ? record : record + 2)
    if (glyph > last) low = middle + 1
    else if (glyph < file.getUint16(record)) high = middle - 1
    else return record
  }
  return -1
}

function recordAt(file: DataView, at: number, count: number, size: number, tag: string): number {
  for (let index = 0; index < count; index += 1) {
    if (tagAt(file, at + index * size) === tag) return at + index * size
  }
  throw new RangeError(`The font has no ${tag}`)
}

function tagAt(file: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map(index => file.getUint8(at + index)))
}
