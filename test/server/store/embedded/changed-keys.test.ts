import { expect } from 'chai'
import * as fc from 'fast-check'
import type { IndexDefinition } from '../../../../server/store/collection.ts'
import { changedKeys, indexKeys } from '../../../../server/store/embedded/keys.ts'

describe('the index keys that a change moves', () => {
  it('are those of one version that the other lacks', () => {
    const property = fc.property(definition, document, document, (index, before, after) => {
      const [old, fresh] = [textsOf(indexKeys(index, before)), textsOf(indexKeys(index, after))]
      const { removed, added } = changedKeys(index, before, after)
      expect(textsOf(removed)).to.eql(old.filter(key => !fresh.includes(key)))
      expect(textsOf(added)).to.eql(fresh.filter(key => !old.includes(key)))
    })
    fc.assert(property, { numRuns: 2_000 })
  })
})

const definition: fc.Arbitrary<IndexDefinition> = fc.record({
  fields: fc.constantFrom(
    ['office'],
    ['terms'],
    ['office', 'terms'],
    ['terms', 'at'],
    ['at', 'open', 'rank'],
  ),
  sparse: fc.boolean(),
})

const document = fc.record({
  _id: fc.constant('í'),
  office: fc.constantFrom('a', 'a\0', '', null),
  terms: fc.array(fc.constantFrom('a', 'ab', 'b', '\u0001'), { maxLength: 3 }),
  at: fc.option(
    fc.constantFrom(-1, 0, 1).map(ms => new Date(ms)),
    { nil: null },
  ),
  open: fc.boolean(),
  rank: fc.constantFrom(-1, -0, 0, 2),
})

function textsOf(keys: readonly { readonly bytes: Buffer; readonly idAt: number }[]): string[] {
  return keys.map(({ bytes, idAt }) => `${idAt} ${bytes.toString('hex')}`).toSorted()
}
