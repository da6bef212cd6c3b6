import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import * as fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { loadFaces, type FaceName } from '../../../reports/pdf/fonts.ts'
import { featuresFor } from '../../../reports/pdf/typesetter.ts'

const faces: readonly FaceName[] = ['sans', 'sansBold', 'sansItalic', 'serif', 'display']
const letters = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑÄËÖabcdefghijklmnopqrstuvwxyzáéíóúüñäëö.,;:()«»“”¿?¡!%"-',
]

describe('the features that a word is shaped with', () => {
  const document = new PDFDocument({ autoFirstPage: false, font: '' })

  function shaped(face: FaceName, text: string, features: Record<string, boolean>) {
    const { glyphs, positions } = document.font(loadFaces()[face], face)._font.layout(text, { ...features })
    return {
      glyphs: glyphs.map(({ id }) => id),
      places: positions.map(({ xAdvance, xOffset, yOffset }) => [xAdvance, xOffset, yOffset]),
    }
  }

  /** The oracle: every feature that the face has by itself, but ligatures where they are not wanted. */
  function expectSame(face: FaceName, text: string, ligatures: boolean) {
    const all = ligatures ? {} : { liga: false, clig: false, dlig: false }
    expect(shaped(face, text, featuresFor(text, ligatures)), `${face}: ${text.slice(0, 40)}`).to.eql(
      shaped(face, text, all),
    )
  }

  for (const face of faces) {
    for (const ligatures of [true, false]) {
      const title = `${face}, ${ligatures ? 'with' : 'without'} ligatures`

      it(`give any two plain letters what all features give them: ${title}`, function () {
        this.timeout(60_000)
        expectSame(face, letters.flatMap(a => letters.map(b => a + b)).join(''), ligatures)
      })

      it(`give the words of the reports what all features give them: ${title}`, function () {
        this.timeout(60_000)
        expectSame(face, plainWords.join('.'), ligatures)
        for (const name of [
          'Kʼicheʼ',
          'Qʼeqchiʼ',
          'Tzʼutujil',
          'Poqomchiʼ',
          'ẍikin',
          'mäs',
          'n̈aqʼ',
          'B’alam',
        ])
          expectSame(face, name.normalize('NFD'), ligatures)
      })
    }

    it(`give any plain word what all features give it: ${face}`, function () {
      this.timeout(60_000)
      const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
      fc.assert(
        fc.property(word, fc.boolean(), (chosen, ligatures) => expectSame(face, chosen.join(''), ligatures)),
        { numRuns: 150 },
      )
    })
  }
})

const folder = new URL('../../../reports/activity-4/', import.meta.url)
const text = readdirSync(folder)
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))
  .join(' ')
const plainWords = [...new Set(text.match(/[\p{Script=Latin}]+/gu) ?? [])].filter(word =>
  [...word].every(letter => letters.includes(letter)),
)
