import { setImmediate } from 'node:timers/promises'
import { decodeDocument } from '../decode-document.ts'
import { indexKeys, type IndexKey } from './keys.ts'
import type { IndexTable, Tables } from './tables.ts'

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
    for (const [index, count] of expected) {
      const keys = indexKeys(index.definition, document)
      expected.set(index, count + keys.length)
      if (!keys.every(each => isIn(index, each)))
        faults.push(`${collection}.${index.name} lacks ${document._id}`)
    }
    read += 1
    if (read % turn === 0) await setImmediate()
  }
  const surplus = [...expected].filter(([{ keys }, count]) => keys.getKeysCount() !== count)
  return [
    ...faults,
    ...surplus.map(([{ name }, count]) => `${collection}.${name} should have ${count} entries`),
  ]
}

function isIn({ keys }: IndexTable, { bytes, idAt }: IndexKey): boolean {
  return keys.get(bytes)?.readUInt16BE(0) === idAt
}
