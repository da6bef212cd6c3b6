import { setImmediate } from 'node:timers/promises'
import { indexKeys } from './keys.ts'
import { decodeDocument, type IndexTable, type Tables } from './tables.ts'

const turn = 500

/**
 * Compares every index entry with its record and every record with its entries. Returns what disagrees, in
 * words; nothing when the store is sound. For a store that nobody writes to meanwhile.
 */
export async function disagreements({ collection, documents, indexes }: Tables): Promise<string[]> {
  const faults: string[] = []
  const expected = new Map<IndexTable, number>(indexes.map(index => [index, 0]))
  let read = 0
  for (const { key, value } of documents.getRange({ snapshot: false })) {
    const document = decodeDocument(value)
    if (document._id !== key.toString()) faults.push(`${collection}: ${key.toString()} holds ${document._id}`)
    for (const index of indexes) {
      const keys = indexKeys(index.definition, document)
      expected.set(index, (expected.get(index) ?? 0) + keys.length)
      const missing = keys.filter(({ bytes, idAt }) => index.keys.get(bytes)?.readUInt16BE(0) !== idAt)
      if (missing.length > 0) faults.push(`${collection}.${index.name} lacks ${document._id}`)
    }
    read += 1
    if (read % turn === 0) await setImmediate()
  }
  for (const [index, count] of expected) {
    const found = index.keys.getKeysCount()
    if (found !== count) faults.push(`${collection}.${index.name} has ${found} entries for ${count}`)
  }
  return faults
}
