import { buffer } from 'node:stream/consumers'
import { expect } from 'chai'
import type { Engine } from '../../../server/store/engine.ts'
import { refusalOf } from '../../support/refusal.ts'

/** What every engine promises of the files that are kept for a while. */
export function results(engine: () => Engine): void {
  const content = (name: string) => engine().results.open(name).then(buffer)

  describe('results', () => {
    it('are found whole under their name, however long, and as raw bytes', async () => {
      const { results } = engine()
      const bytes = new Uint8Array(700_000).map((_, at) => at % 251)
      await results.put('long-1.pdf', bytes)
      await results.put('empty-1.pdf', new Uint8Array(0))
      expect((await content('long-1.pdf')).equals(bytes)).to.equal(true)
      expect(await content('empty-1.pdf')).to.have.length(0)
    })

    it('put again take the place of the older', async () => {
      const { results } = engine()
      await results.put('again-1.cases', Buffer.from('first'))
      await results.put('again-1.cases', Buffer.from('second'))
      expect((await content('again-1.cases')).toString()).to.equal('second')
      await results.remove('again-1.cases')
      expect(await refusalOf(results.open('again-1.cases'))).to.include({ code: 'not-found' })
    })

    it('removed are gone, and removing what is not there is no fault', async () => {
      const { results } = engine()
      await results.put('gone-1.summary', Buffer.from('{}'))
      await results.put('gone-2.summary', Buffer.from('{}'))
      await results.remove('gone-1.summary')
      await results.remove('gone-1.summary')
      expect(await refusalOf(results.open('gone-1.summary'))).to.include({ code: 'not-found' })
      expect((await content('gone-2.summary')).toString()).to.equal('{}')
    })

    it('have plain names alone', async () => {
      for (const name of ['../escape.pdf', 'a/b.pdf', '', 'without-kind', '.pdf']) {
        expect(await refusalOf(engine().results.put(name, Buffer.from('x')))).to.include({
          code: 'not-found',
        })
        expect(await refusalOf(engine().results.open(name))).to.include({ code: 'not-found' })
      }
    })

    it('are written without an index being built: all are declared', async () => {
      await engine().ensureIndexes()
      await engine().results.put('declared-1.figures', Buffer.from('{}'))
      expect(await engine().missingIndexes()).to.eql([])
    })
  })
}
