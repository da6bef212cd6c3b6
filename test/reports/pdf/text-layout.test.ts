import { expect } from 'chai'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { breakLines } from '../../../reports/pdf/line-breaking.ts'
import { pathOperators } from '../../../reports/pdf/path-operators.ts'
import { layoutRuns, layoutText } from '../../../reports/pdf/text-layout.ts'
import { styles } from '../../../reports/pdf/theme.ts'
import { createTypesetter, MissingGlyphError, requireGlyphs } from '../../../reports/pdf/typesetter.ts'
import { unprintableIn } from '../../../server/domain/names.ts'

const typesetter = createTypesetter(new PDFDocument({ autoFirstPage: false, font: '' }))
const words = (text: string): { text: string; width: number; spaceAfter: number }[] =>
  text.split(' ').map(word => ({ text: word, width: word.length, spaceAfter: 1 }))
const textsOf = (lines: { text: string }[][]): string[] =>
  lines.map(line => line.map(word => word.text).join(' '))

describe('breakLines', () => {
  it('leaves no short last line where the others can give', () => {
    expect(textsOf(breakLines(words('aaaa bbbb cccc dddd eeee f'), 24))).to.deep.equal([
      'aaaa bbbb cccc dddd',
      'eeee f',
    ])
  })

  it('keeps on one line what fits on one line', () => {
    expect(textsOf(breakLines(words('aaaa bbbb'), 9))).to.deep.equal(['aaaa bbbb'])
  })

  it('loses no word, breaks no order and overfills no line', () => {
    const width = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(fc.array(width, { maxLength: 60 }), fc.integer({ min: 40, max: 120 }), (widths, limit) => {
        const given = widths.map((each, at) => ({ at, width: each, spaceAfter: 1 }))
        const lines = breakLines(given, limit)
        expect(lines.flat()).to.deep.equal(given)
        for (const line of lines) {
          expect(line.reduce((sum, word) => sum + word.width + 1, -1)).to.be.at.most(limit)
        }
      }),
    )
  })
})

describe('the layout of text', () => {
  it('breaks a word that is wider than its column, and cuts nothing off', () => {
    const lines = layoutText(typesetter, 'x'.repeat(300), styles.cell, 60)
    expect(lines).to.have.length.above(10)
    for (const line of lines) expect(line.width).to.be.at.most(60)
  })

  it('breaks codes behind their own marks first', () => {
    const style = styles.code
    const whole = typesetter.width('sans', 'incumplimientos-', style.size)
    const [first] = layoutText(typesetter, 'incumplimientos-actualizados', style, whole + 4)
    expect(first?.width).to.be.closeTo(whole, 0.01)
  })

  it('never parts a letter from its accent', () => {
    const one = layoutText(typesetter, 'ẍ', styles.cell, 200)[0]?.width ?? 0
    const lines = layoutText(typesetter, 'ẍ'.repeat(9), styles.cell, one + 0.01)
    expect(lines).to.have.length(9)
  })

  it('draws codes without ligatures', () => {
    const joined = typesetter.shape('serif', 'ffi').tj
    const apart = typesetter.shape('serif', 'ffi', false).tj
    expect(apart.replace(/[^0-9a-f]/g, '').length).to.be.above(joined.replace(/[^0-9a-f]/g, '').length)
  })

  it('gives all digits one width', () => {
    for (const face of ['sans', 'sansBold', 'sansItalic', 'serif', 'display'] as const) {
      const widths = new Set([...'0123456789'].map(digit => typesetter.shape(face, digit).width))
      expect(widths.size, face).to.equal(1)
    }
  })

  it('keeps one link together over several lines', () => {
    const lines = layoutRuns(
      typesetter,
      ['Véase ', { kind: 'link', text: 'el texto de la ley', href: '#a' }],
      styles.body,
      60,
    )
    const links = new Set(
      lines.flatMap(line => line.pieces.map(piece => piece.link)).filter(link => link !== null),
    )
    expect(links.size).to.equal(1)
    expect(lines.length).to.be.above(1)
  })

  it('names the letter that no face has, and the text', () => {
    expect(() => layoutText(typesetter, 'Un texto con 🦜 dentro', styles.body, 100))
      .to.throw(MissingGlyphError, 'in «Un texto con 🦜 dentro»')
      .with.property('character', '🦜')
  })
})

describe('pathOperators', () => {
  const cases: [string, string][] = [
    ['M0,0L10,20Z', '5 7 m 15 27 l h'],
    ['M1,1L2,2,3,3', '6 8 m 7 9 l 8 10 l'],
    ['M0,0C1,1,2,2,3,3', '5 7 m 6 8 7 9 8 10 c'],
  ]
  for (const [path, operators] of cases) {
    it(`writes ${path}`, () => expect(pathOperators(path, 5, 7)).to.equal(operators))
  }

  it('refuses commands it would draw wrong', () => {
    expect(() => pathOperators('M0,0A1,1,0,0,1,2,2', 0, 0)).to.throw(RangeError)
  })
})

describe('the names that the register takes', () => {
  it('hold no letter that any face lacks', () => {
    const letters = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code))
    const taken = letters.filter(letter => unprintableIn(letter) === null)
    expect(taken).to.include.members(['a', 'Ñ', 'ʼ', 'ẍ', '—'])
    for (const letter of taken)
      for (const face of ['sans', 'sansBold', 'sansItalic', 'serif', 'display'] as const)
        requireGlyphs(face, letter, letter)
  })
})
