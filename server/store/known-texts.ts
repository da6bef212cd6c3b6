/** Bytes; nearly all days, ids, types and names of fields. */
const longest = 48
const places = 8_192

/** At each place the text whose bytes came there last, its length and its bytes. */
const texts = new Array<string>(places).fill('')
const lengths = new Uint8Array(places)
const kept = new Uint8Array(places * longest)

/**
 * The UTF-8 text from one byte up to another. A short one that was read lately is the very same string: to make
 * it anew takes longer than to look it up, and of ten thousand requests the days alone would be a million.
 */
export function textIn(bytes: Buffer, from: number, to: number): string {
  const length = to - from
  if (length > longest) return bytes.toString('utf8', from, to)
  const place = placeOf(bytes, from, to)
  const known = texts[place]
  if (known !== undefined && lengths[place] === length && isKept(bytes, from, length, place * longest)) {
    return known
  }
  const text = bytes.toString('utf8', from, to)
  texts[place] = text
  lengths[place] = length
  for (let at = 0; at < length; at += 1) kept[place * longest + at] = bytes[from + at] ?? 0
  return text
}

function placeOf(bytes: Buffer, from: number, to: number): number {
  let hash = to - from
  for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0
  return (hash ^ (hash >>> 15)) & (places - 1)
}

function isKept(bytes: Buffer, from: number, length: number, keptFrom: number): boolean {
  for (let at = 0; at < length; at += 1) if (kept[keptFrom + at] !== bytes[from + at]) return false
  return true
}
