import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect } from 'chai'
import { openEmbedded, type EmbeddedEngine } from '../../../../server/store/embedded/open.ts'
import { sample, sampleCollection } from '../records.ts'

const rounds = 40

describe('the embedded store, read while it writes', () => {
  let dir = ''
  let engine: EmbeddedEngine

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'vigia-reading-'))
    engine = await openEmbedded({ dir, now: () => new Date(0) })
  })
  afterEach(async () => {
    await engine.close()
    await rm(dir, { recursive: true, force: true })
  })

  it('gives the state before until a write is kept, and never again afterwards', async () => {
    const samples = engine.collection(sampleCollection('samples'))
    await samples.insert(sample('a', { rank: 0 }))
    const listed = async () =>
      (await samples.find({ index: 'byRank', limit: 5 })).items.map(({ rank }) => rank)
    for (let round = 1; round <= rounds; round += 1) {
      let isKept = false
      const writing = samples.updateIf('a', {}, { set: { rank: round } }).then(() => (isKept = true))
      while (!isKept) {
        const seen = [(await samples.get('a'))?.rank, ...(await listed())]
        expect([round - 1, round], 'the state before, or after').to.include.members(seen)
        await setImmediate()
      }
      await writing
      expect([(await samples.get('a'))?.rank, ...(await listed())]).to.eql([round, round])
    }
  })
})
