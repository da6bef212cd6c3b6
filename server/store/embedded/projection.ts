import type { RawDocument } from '../raw-collection.ts'
import { decodeDocument } from './tables.ts'

/**
 * Decodes only the top-level fields asked for. Most of a request's bytes are its history, which lists and
 * passes do not need: skipping it makes them several times faster than decoding and discarding.
 */
export function decodeFields(bytes: Buffer, fields: ReadonlySet<string>): RawDocument {
  const picked: Buffer[] = []
  let at = 4
  while (at < bytes.length - 1) {
    const nameEnd = bytes.indexOf(0, at + 1)
    const end = nameEnd + 1 + valueLength(bytes, at, nameEnd + 1)
    if (fields.has(bytes.toString('utf8', at + 1, nameEnd))) picked.push(bytes.subarray(at, end))
    at = end
  }
  const body = Buffer.concat([Buffer.alloc(4), ...picked, Buffer.alloc(1)])
  body.writeInt32LE(body.length)
  return decodeDocument(body)
}

/** The lengths of the BSON types (bsonspec.org) that a document of ours can hold. */
const fixedLengths: Readonly<Record<number, number>> = {
  0x01: 8, // double
  0x07: 12, // object id
  0x08: 1, // boolean
  0x09: 8, // date
  0x0a: 0, // null
  0x10: 4, // int32
  0x11: 8, // timestamp
  0x12: 8, // int64
  0x13: 16, // decimal128
}

function valueLength(bytes: Buffer, typeAt: number, valueAt: number): number {
  const type = bytes.readUInt8(typeAt)
  const fixed = fixedLengths[type]
  if (fixed !== undefined) return fixed
  const stated = bytes.readInt32LE(valueAt)
  if (type === 0x03 || type === 0x04) return stated
  if (type === 0x02) return 4 + stated
  if (type === 0x05) return 5 + stated
  throw new RangeError(`A BSON type that is never stored: ${type}`)
}
