import { Transform, type TransformCallback } from 'node:stream'
import { deflateSync } from 'node:zlib'

/** Objects that share one stream; more would make a reader inflate much to find one. */
const objectsAPack = 200
/** How much is gathered before it is looked through. Bytes. */
const readAtOnce = 1 << 16

/**
 * Packs what pdfkit writes: small objects go into object streams and the table of offsets becomes a
 * cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8; allowed by ISO 19005-3). pdfkit has no option for
 * either, and the tags of a report, an object each, would be most of its file.
 * The stream fails with RangeError where its input is not a file as pdfkit 0.20 writes it.
 */
export function packObjects(): Transform {
  const packer: Packer = { offset: 0, places: [], open: [], packed: [], chunks: [], waiting: 0 }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      packer.chunks.push(chunk)
      packer.waiting += chunk.length
      if (packer.waiting < readAtOnce) return done()
      take(packer, this, done, readObjects)
    },
    flush(done) {
      take(packer, this, done, (input, sink) => finish(packer, readObjects(input, sink, packer), sink))
    },
  })
}

interface Packer {
  /** Bytes written so far. */
  offset: number
  /** By object number: its offset, or what `packedAt` makes of its pack and its place there. */
  places: (number | undefined)[]
  open: { readonly id: number; readonly source: string }[]
  /** Streams of objects, deflated; their numbers come after all others. */
  packed: { readonly ids: readonly number[]; readonly first: number; readonly bytes: Buffer }[]
  chunks: Buffer[]
  waiting: number
}

/** Below zero, so that a long report keeps one number for each of a million objects. */
function packedAt(pack: number, index: number): number {
  return -(pack * objectsAPack + index) - 1
}

type Sink = Pick<Transform, 'push'>

function take(
  packer: Packer,
  sink: Sink,
  done: TransformCallback,
  read: (input: Buffer, sink: Sink, packer: Packer) => Buffer,
): void {
  try {
    const rest = read(Buffer.concat(packer.chunks), sink, packer)
    packer.chunks = [rest]
    // What is left is the beginning of an object that may be long: it is read again once there is as much more.
    packer.waiting = Math.min(rest.length, readAtOnce) - rest.length
    done()
  } catch (error) {
    done(error instanceof Error ? error : new RangeError(String(error)))
  }
}

/** Takes the whole objects at the beginning of the input; returns what is left of it. */
function readObjects(input: Buffer, sink: Sink, packer: Packer): Buffer {
  let at = packer.offset === 0 ? writeHeader(input, sink, packer) : 0
  let found = objectAt(input, at, 0)
  while (found !== null) {
    if (found.isStream) writeWhole(input.subarray(at, found.next), sink, packer)
    else keep(input.toString('latin1', at, found.next - marks.end.length), packer)
    at = found.next
    found = objectAt(input, at, found.stream)
  }
  return input.subarray(at)
}

interface Found {
  readonly isStream: boolean
  /** Where the object after this one begins. */
  readonly next: number
  /** Where the next stream begins: known, it is not sought again for each of the objects before it. */
  readonly stream: number
}

/** The object that begins at a place; null where it goes on after the input, and at the table of offsets. */
function objectAt(input: Buffer, at: number, known: number): Found | null {
  if (isTable(input, at)) return null
  const stream = known > at ? known : positionOf(input, marks.stream, at)
  const end = positionOf(input, marks.end, at)
  const isStream = stream < end
  const next = isStream ? endOfStream(input, at, stream) : end + marks.end.length
  return next <= input.length ? { isStream, next, stream } : null
}

/** Infinity where it is nowhere. */
function positionOf(input: Buffer, mark: Buffer, from: number): number {
  const at = input.indexOf(mark, from)
  return at < 0 ? Infinity : at
}

const marks = {
  stream: Buffer.from('\nstream\n'),
  end: Buffer.from('\nendobj\n'),
  endOfStream: '\nendstream\nendobj\n',
  table: 'xref\n',
} as const

function isTable(input: Buffer, at: number): boolean {
  return input.toString('latin1', at, at + marks.table.length) === marks.table
}

/** '%PDF-1.7' and a line of bytes above 127, so that nothing takes the file for text. */
function writeHeader(input: Buffer, sink: Sink, packer: Packer): number {
  const end = input.indexOf('\n', input.indexOf('\n') + 1) + 1
  if (end < 10) throw new RangeError('The PDF has no header')
  write(input.subarray(0, end), sink, packer)
  return end
}

function endOfStream(input: Buffer, at: number, stream: number): number {
  const length = /\/Length (\d+)/.exec(input.toString('latin1', at, stream))?.[1]
  if (length === undefined) throw new RangeError('A stream of the PDF has no length')
  const end = stream + marks.stream.length + Number(length)
  const next = end + marks.endOfStream.length
  if (next <= input.length && input.toString('latin1', end, next) !== marks.endOfStream)
    throw new RangeError('A stream has a wrong length')
  return next
}

function writeWhole(bytes: Buffer, sink: Sink, packer: Packer): void {
  packer.places[idOf(bytes.toString('latin1', 0, 24))] = packer.offset
  write(bytes, sink, packer)
}

function keep(text: string, packer: Packer): void {
  packer.open.push({ id: idOf(text), source: text.slice(text.indexOf('\n') + 1) })
  if (packer.open.length >= objectsAPack) closePack(packer)
}

function idOf(text: string): number {
  const id = /^(\d+) 0 obj\n/.exec(text)?.[1]
  if (id === undefined) throw new RangeError(`The PDF has no object at «${text.slice(0, 24)}»`)
  return Number(id)
}

function closePack(packer: Packer): void {
  const { open, packed, places } = packer
  if (open.length === 0) return
  let offset = 0
  const index = open.map(({ id, source }, at) => {
    places[id] = packedAt(packed.length, at)
    const entry = `${id} ${offset}`
    offset += source.length + 1
    return entry
  })
  const head = `${index.join(' ')}\n`
  const body = open.map(({ source }) => source).join('\n')
  const bytes = deflateSync(Buffer.from(`${head}${body}`, 'latin1'))
  packed.push({ ids: open.map(({ id }) => id), first: head.length, bytes })
  packer.open = []
}

/** Writes the packs, then the cross-reference stream in place of the table that the input ends with. */
function finish(packer: Packer, rest: Buffer, sink: Sink): Buffer {
  closePack(packer)
  const trailer = /^xref\n[\s\S]*\ntrailer\n<<([\s\S]*)>>\nstartxref\n\d+\n%%EOF\n$/.exec(
    rest.toString('latin1'),
  )
  const entries = trailer?.[1]?.replace(/\/Size \d+/, '').trim()
  if (entries === undefined) throw new RangeError('The PDF has no trailer')
  const firstPack = Math.max(packer.places.length, 1)
  for (const [at, { ids, first, bytes }] of packer.packed.entries()) {
    const dictionary = `/Type/ObjStm/N ${ids.length}/First ${first}`
    writeStream({ id: firstPack + at, dictionary, bytes }, sink, packer)
  }
  const start = packer.offset
  const id = packer.places.length
  packer.places[id] = start
  const bytes = deflateSync(entriesOf(packer.places, firstPack))
  writeStream({ id, dictionary: `/Type/XRef/Size ${id + 1}/W[1 4 2]${entries}`, bytes }, sink, packer)
  write(Buffer.from(`startxref\n${start}\n%%EOF\n`), sink, packer)
  return Buffer.alloc(0)
}

interface OwnStream {
  readonly id: number
  readonly dictionary: string
  readonly bytes: Buffer
}

function writeStream({ id, dictionary, bytes }: OwnStream, sink: Sink, packer: Packer): void {
  packer.places[id] = packer.offset
  const head = `${id} 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${bytes.length}>>\nstream\n`
  write(
    Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream\nendobj\n')]),
    sink,
    packer,
  )
}

/** Kind, place and index of each object, in 1, 4 and 2 bytes; an unused number is free. */
function entriesOf(places: Packer['places'], firstPack: number): Buffer {
  const entries = Buffer.alloc(entryBytes * places.length)
  // ISO 32000-1, 7.5.4: object 0 is free and cannot be used again.
  entries.writeUInt16BE(0xffff, 5)
  // By number: the numbers that no object has are holes.
  for (let id = 0; id < places.length; id += 1) {
    const place = places[id]
    if (place === undefined) continue
    const packed = -place - 1
    const at = entryBytes * id
    entries[at] = place < 0 ? 2 : 1
    entries.writeUInt32BE(place < 0 ? firstPack + Math.floor(packed / objectsAPack) : place, at + 1)
    entries.writeUInt16BE(place < 0 ? packed % objectsAPack : 0, at + 5)
  }
  return entries
}

const entryBytes = 7

function write(bytes: Buffer, sink: Sink, packer: Packer): void {
  sink.push(bytes)
  packer.offset += bytes.length
}
