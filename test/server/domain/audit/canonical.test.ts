import { expect } from 'chai'
import fc from 'fast-check'
import { canonical, canonicalEvent } from '../../../../server/domain/audit/canonical.ts'
import { history } from '../../../support/history.ts'

describe('the one text of a value', () => {
  const cases = [
    ['keys in order', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['accents composed', 'Pe\u0301ten', '"Péten"'],
    ['accents composed in keys', { 'a\u0301': 1 }, '{"á":1}'],
    ['instants with milliseconds', new Date('2026-02-02T09:15:00-06:00'), '"2026-02-02T15:15:00.000Z"'],
    ['what is undefined is not there', { a: undefined, b: null }, '{"b":null}'],
    ['lists keep their order', [3, 'a', true, null], '[3,"a",true,null]'],
    ['numbers in their shortest form', [1.0, 0.1, 1e21, -0], '[1,0.1,1e+21,0]'],
    ['quotes and control characters escaped', 'a"\n\u2028', JSON.stringify('a"\n\u2028')],
  ] as const
  for (const [title, value, text] of cases) {
    it(title, () => expect(canonical(value)).to.equal(text))
  }

  for (const value of [
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    () => 1,
    10n,
    Symbol('s'),
    new Date(Number.NaN),
    new Map([[1, 2]]),
    new Set([1]),
    [undefined],
  ]) {
    it(`there is none for ${typeof value === 'symbol' ? 'a symbol' : Object.prototype.toString.call(value)}`, () => {
      expect(() => canonical(value)).to.throw(RangeError)
    })
  }

  it('is the same after a trip through JSON, whatever the order of the keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).to.equal(canonical(value))
        expect(JSON.parse(canonical('x')) as unknown).to.equal('x')
      }),
    )
  })

  it('of an event tells any two apart', () => {
    const [event] = history('2026-02-02')
    const [other] = history('2026-02-03')
    if (!event || !other) throw new Error('no filing')
    expect(canonicalEvent(event)).to.equal(canonicalEvent({ ...event }))
    expect(canonicalEvent(event)).to.not.equal(canonicalEvent(other))
    expect(canonicalEvent(event)).to.not.equal(canonicalEvent({ ...event, prev: 'x' }))
  })
})
