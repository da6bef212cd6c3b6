import { expect } from 'chai'
import { canonicalText } from '../../../server/copying/canonical-text.ts'

describe('the canonical text of a document', () => {
  const at = new Date('2026-02-02T15:15:00Z')

  it('does not depend on the order of fields, at any depth', () => {
    const one = { _id: 'a', list: [{ x: 1, y: null }], on: at }
    const other = { on: at, list: [{ y: null, x: 1 }], _id: 'a' }
    expect(canonicalText(one)).to.equal(canonicalText(other))
  })

  const different: readonly (readonly [string, unknown, unknown])[] = [
    ['an instant and its text', { at }, { at: at.toISOString() }],
    ['bytes and their text', { b: new Uint8Array([104]) }, { b: 'h' }],
    ['null and nothing', { a: null }, {}],
    ['the order of a list', ['a', 'b'], ['b', 'a']],
    ['a number and its text', { n: 1 }, { n: '1' }],
    ['one field and two', { 'a":1,"b': 1 }, { a: 1, b: 1 }],
  ]
  for (const [title, one, other] of different)
    it(`tells apart ${title}`, () => expect(canonicalText(one)).not.to.equal(canonicalText(other)))
})
