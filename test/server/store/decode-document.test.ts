import { deserialize, serialize, Long } from 'bson'
import { expect } from 'chai'
import fc from 'fast-check'
import { decodeDocument } from '../../../server/store/decode-document.ts'

const library = (bytes: Uint8Array) => deserialize(bytes, { promoteBuffers: true })

const value: fc.Memo<unknown> = fc.memo(depth =>
  depth <= 1 ? leaf : fc.oneof(leaf, fc.array(value(depth - 1), { maxLength: 5 }), fields(value(depth - 1))),
)

const leaf = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true, min: new Date('0001-01-01'), max: new Date('9999-12-31') }),
  fc.uint8Array({ maxLength: 8 }).map(bytes => Buffer.from(bytes)),
  fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(number => Long.fromBigInt(number)),
)

function fields(of: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(text => !text.includes('\0')),
    fc.constantFrom('_id', 'events', 'occurredOn', '$ref', '$id', '__proto__', '7'),
  )
  return fc.array(fc.tuple(name, of), { maxLength: 8 }).map(entries => Object.fromEntries(entries))
}

describe('the decoding of stored documents', () => {
  it('reads whatever can be stored as the library does', () => {
    fc.assert(
      fc.property(fields(value(3)), document => {
        const bytes = serialize(document)
        expect(decodeDocument(bytes)).to.deep.equal(library(bytes))
      }),
      { numRuns: 500 },
    )
  })

  it('reads the fields asked for as if the others were not there', () => {
    fc.assert(
      fc.property(fields(value(3)), fc.func(fc.boolean()), (document, isAsked) => {
        const asked = new Set(Object.keys(document).filter(name => isAsked(name)))
        const bytes = serialize(document)
        const expected = Object.entries(library(bytes)).filter(([name]) => asked.has(name))
        const read = decodeDocument(bytes, asked)
        expect(Object.entries(read)).to.deep.equal(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps nothing of the bytes, which the next read overwrites', () => {
    const bytes = Buffer.from(
      serialize({ _id: 'a', short: 'día', long: 'x'.repeat(100), bytes: Buffer.from('abc') }),
    )
    const read = decodeDocument(bytes)
    bytes.fill(0)
    expect(read).to.deep.equal({ _id: 'a', short: 'día', long: 'x'.repeat(100), bytes: Buffer.from('abc') })
  })

  it('tells apart texts that differ in one byte, however many it has read', () => {
    for (let round = 0; round < 2; round += 1) {
      for (let number = 0; number < 20_000; number += 1) {
        const _id = `2026-${number}`
        expect(decodeDocument(serialize({ _id }))._id).to.equal(_id)
      }
    }
  })

  it('refuses bytes that are not a whole document', () => {
    const bytes = serialize({ _id: 'a', list: [1, 'dos', { tres: null }], on: new Date(0), rate: 0.5 })
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => decodeDocument(bytes.subarray(0, length)), `${length} bytes`).to.throw()
    }
  })
})
