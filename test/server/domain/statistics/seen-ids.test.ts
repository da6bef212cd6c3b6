import { expect } from 'chai'
import fc from 'fast-check'
import { createSeenIds } from '../../../../server/domain/statistics/seen-ids.ts'

describe('ids that were seen', () => {
  it('are told from those that were not, however many and however alike', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uuid(), fc.string(), fc.integer().map(String))), ids => {
        const [seen, known] = [createSeenIds(2), new Set<string>()]
        for (const id of [...ids, ...ids]) {
          expect(seen.add(id), id).to.equal(!known.has(id))
          known.add(id)
        }
      }),
    )
  })

  it('stay known when there are many', () => {
    const seen = createSeenIds()
    const ids = Array.from({ length: 60_000 }, (_, at) => `GT-2025-${at}`)
    expect(ids.every(id => seen.add(id))).to.equal(true)
    expect(ids.some(id => seen.add(id))).to.equal(false)
  })
})
