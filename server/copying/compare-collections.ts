import { createHash } from 'node:crypto'
import type { RawDocument } from '../store/raw-collection.ts'
import { canonicalText } from './canonical-text.ts'
import type { Pair } from './copy-everything.ts'

export interface ComparedCollection {
  readonly name: string
  readonly documents: number
  readonly copied: number
  /** SHA-256 (hex) of all documents of the original, by id. */
  readonly sha256: string
  readonly equal: boolean
  /** The id of the first document that is not the same, or is on one side only. */
  readonly firstDifference: string | null
}

/** Reads both sides to the end, each document against its copy. */
export async function compareCollections({ name, original, copy }: Pair): Promise<ComparedCollection> {
  const originals = hashed(original.stream())
  const copied = hashed(copy.stream())
  const next = () => Promise.all([originals.next(), copied.next()])
  let firstDifference: string | null = null
  for (let [one, other] = await next(); one.id !== null || other.id !== null; [one, other] = await next()) {
    if (one.text !== other.text) firstDifference ??= lesser(one.id, other.id)
  }
  const [left, right] = [originals.sum(), copied.sum()]
  return {
    name,
    documents: left.count,
    copied: right.count,
    sha256: left.sha256,
    equal: left.count === right.count && left.sha256 === right.sha256,
    firstDifference,
  }
}

function lesser(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** Documents one after another, with the hash of all that went by. */
function hashed(documents: AsyncIterable<RawDocument>) {
  const iterator = documents[Symbol.asyncIterator]()
  const hash = createHash('sha256')
  let count = 0
  return {
    async next(): Promise<{ id: string | null; text: string | null }> {
      const { done, value } = await iterator.next()
      if (done) return { id: null, text: null }
      const text = canonicalText(value)
      hash.update(text).update('\n')
      count += 1
      return { id: value._id, text }
    },
    sum: () => ({ count, sha256: hash.copy().digest('hex') }),
  }
}
