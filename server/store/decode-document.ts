import { deserialize } from 'bson'
import type { RawDocument } from './raw-collection.ts'
import { textIn } from './known-texts.ts'

/**
 * Reads a document as either engine holds it: all of it, or the top-level fields asked for, and nothing else of
 * it. It keeps no part of `bytes`. Written by hand because most of a report's or a scan's time went into the library,
 * which still reads what this does not know.
 * @throws RangeError or BSONError for bytes that are not a document.
 */
export function decodeDocument(bytes: Uint8Array, fields: ReadonlySet<string> | null = null): RawDocument {
  const reader: Reader = { bytes: bufferOver(bytes), at: 0, isPlain: true }
  const document = readFields(reader, fields)
  if (reader.isPlain && reader.at === bytes.length) return documentFrom(document)
  // A copy, since the library's binaries are views of what it read.
  return documentFrom(picked(deserialize(Buffer.from(reader.bytes), ownBytes), fields))
}

function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Text that we encoded ourselves is UTF-8. */
const ownBytes = { promoteBuffers: true, validation: { utf8: false } } as const

/** The brand of what we wrote ourselves: every document went through the schema. */
function documentFrom(fields: object): RawDocument {
  return fields as RawDocument
}

function picked(document: object, fields: ReadonlySet<string> | null): object {
  if (!fields) return document
  return Object.fromEntries(Object.entries(document).filter(([name]) => fields.has(name)))
}

interface Reader {
  readonly bytes: Buffer
  at: number
  /** False once anything was met that only the library reads; what was read by then is thrown away. */
  isPlain: boolean
}

function readFields(reader: Reader, fields: ReadonlySet<string> | null): Record<string, unknown> {
  const document: Record<string, unknown> = {}
  reader.at += 4
  for (let type = nextType(reader); type !== 0; type = nextType(reader)) {
    const name = readName(reader)
    // The library makes references of objects with names like $ref.
    if (name.startsWith('$') || name === '__proto__') reader.isPlain = false
    else if (fields && !fields.has(name)) skipValue(reader, type)
    else document[name] = readValue(reader, type)
  }
  return document
}

function readList(reader: Reader): unknown[] {
  const list: unknown[] = []
  reader.at += 4
  for (let type = nextType(reader); type !== 0; type = nextType(reader)) {
    passName(reader)
    list.push(readValue(reader, type))
  }
  return list
}

/** The type of the next element; 0 at the end of its object or list, and once all is to be given up. */
function nextType(reader: Reader): number {
  const type = reader.bytes[reader.at++]
  if (type === undefined) reader.isPlain = false
  return reader.isPlain ? (type ?? 0) : 0
}

function readName(reader: Reader): string {
  const from = reader.at
  passName(reader)
  return textIn(reader.bytes, from, reader.at - 1)
}

function passName(reader: Reader): void {
  const { bytes } = reader
  let at = reader.at
  while (at < bytes.length && bytes[at] !== 0) at += 1
  reader.at = at + 1
}

/** The types of bsonspec.org that documents of ours are made of, but for binaries. */
function readValue(reader: Reader, type: number): unknown {
  switch (type) {
    case 0x02:
      return readText(reader)
    case 0x03:
      return readFields(reader, null)
    case 0x04:
      return readList(reader)
    case 0x0a:
      return null
    default:
      return readScalar(reader, type)
  }
}

function readScalar(reader: Reader, type: number): unknown {
  const { bytes, at } = reader
  skipValue(reader, type)
  switch (type) {
    case 0x01:
      return bytes.readDoubleLE(at)
    case 0x08:
      return bytes[at] === 1
    case 0x09:
      return new Date(bytes.readInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at))
    case 0x10:
      return bytes.readInt32LE(at)
    default:
      reader.isPlain = false
      return null
  }
}

function readText(reader: Reader): string {
  const from = reader.at + 4
  skipValue(reader, 0x02)
  return textIn(reader.bytes, from, reader.at - 1)
}

const fixedLengths: Readonly<Record<number, number>> = { 0x01: 8, 0x08: 1, 0x09: 8, 0x0a: 0, 0x10: 4 }

function skipValue(reader: Reader, type: number): void {
  const length = fixedLengths[type] ?? statedLength(reader, type)
  if (length < 0 || reader.at + length > reader.bytes.length) reader.isPlain = false
  else reader.at += length
}

/** In bytes, with the number that states it; negative for a type that only the library reads. */
function statedLength({ bytes, at }: Reader, type: number): number {
  if (type === 0x02) return 4 + Math.max(1, bytes.readInt32LE(at))
  return type === 0x03 || type === 0x04 ? bytes.readInt32LE(at) : -1
}
