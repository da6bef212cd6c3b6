import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import * as fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { letterPairs, loadFaces, type FaceName } from '../../../reports/pdf/fonts.ts'
import { isPlainWord, layoutPlainWord } from '../../../reports/pdf/plain-words.ts'

const faces: readonly FaceName[] = ['sans', 'sansBold', 'sansItalic', 'serif', 'display']
const letters = [
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZÁÉÍÓÚÜÑÄËÖabcdefghijklmnopqrstuvwxyzáéíóúüñäëö',
  ...'0123456789 .,;:()«»“”¿?¡!%"_+=<>/÷•–—-',
]

describe('the shaping of plain words', () => {
  const document = new PDFDocument({ autoFirstPage: false, font: '' })

  /** The oracle: every feature that the face has by itself, but ligatures where they are not wanted. */
  function expectSame(face: FaceName, text: string, ligatures: boolean) {
    expect(isPlainWord(text), text).to.equal(true)
    const features = ligatures ? {} : { liga: false, clig: false, dlig: false }
    const font = loadFaces()[face]
    const ours = layoutPlainWord(font, letterPairs(face), text, ligatures)
    const whole = document.font(font, face)._font.layout(text, features)
    expect(told(ours), `${face}: ${text.slice(0, 40)}`).to.eql(told(whole))
  }

  for (const face of faces) {
    for (const ligatures of [true, false]) {
      const title = `${face}, ${ligatures ? 'with' : 'without'} ligatures`

      it(`puts any two letters as the library does: ${title}`, () => {
        for (const a of letters) expectSame(face, letters.map(b => a + b).join(''), ligatures)
      }).timeout(60_000)

      it(`puts the words of the reports as the library does: ${title}`, () => {
        for (let at = 0; at < plainWords.length; at += 200)
          expectSame(face, plainWords.slice(at, at + 200).join(' '), ligatures)
      }).timeout(60_000)
    }

    it(`puts a dot alone as the library does: ${face}`, () => expectSame(face, '·', true))

    it(`puts any word as the library does: ${face}`, () => {
      const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
      const property = fc.property(word, fc.boolean(), (chosen, ligatures) =>
        expectSame(face, chosen.join(''), ligatures),
      )
      fc.assert(property, { numRuns: 300 })
    }).timeout(60_000)
  }

  for (const word of ['Kʼicheʼ', 'B’alam', 'ẍikin', 'naïï', 'L·L', '1⁄2', 'x\u0308', '']) {
    it(`is not for «${word}»`, () => {
      expect(isPlainWord(word)).to.equal(false)
    })
  }
})

function told({ glyphs, positions }: PDFKit.Layout) {
  return {
    glyphs: glyphs.map(({ id, codePoints }) => `${id} ${codePoints.length}`),
    places: positions.map(({ xAdvance, xOffset, yOffset, advanceWidth }) =>
      [xAdvance, xOffset, yOffset, advanceWidth].join(' '),
    ),
  }
}

const folder = new URL('../../../reports/activity-4/', import.meta.url)
const text = readdirSync(folder)
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(new URL(name, folder), 'utf8'))
  .join(' ')
const plainWords = [...new Set(text.match(/[\p{Script=Latin}]+/gu) ?? [])].filter(word => isPlainWord(word))
