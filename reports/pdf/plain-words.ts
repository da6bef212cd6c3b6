import type { LetterPairs } from './letter-pairs.ts'

/**
 * Letters, figures and marks of which kerning of two and ligatures are all that a face can make: no accents put
 * together from parts, no fractions, no forms that a wider context asks for, as of two ï, of L·L, or of the serif
 * faces' apostrophes.
 */
const plain = /^[A-Za-z0-9ÁÉÍÓÚÜÑÄËÖáéíóúüñäëö .,;:()«»“”¿?¡!%"_+=<>/÷•–—-]+$|^·$/

export function isPlainWord(word: string): boolean {
  return plain.test(word)
}

/** The glyphs of a plain word and their places, in thousandths of an em: what the library would give for it. */
export function layoutPlainWord(
  font: PDFKit.ParsedFont,
  pairs: LetterPairs,
  word: string,
  ligatures: boolean,
): PDFKit.Layout {
  const glyphs = glyphsOf(font, ligatures ? pairs : null, word)
  const scale = 1000 / font.unitsPerEm
  const positions = glyphs.map(({ id, advanceWidth }, at) => {
    const next = glyphs[at + 1]
    const xAdvance = advanceWidth + (next === undefined ? 0 : pairs.kern(id, next.id))
    return { xAdvance: xAdvance * scale, xOffset: 0, yOffset: 0, advanceWidth: advanceWidth * scale }
  })
  return { glyphs, positions }
}

function glyphsOf(font: PDFKit.ParsedFont, pairs: LetterPairs | null, word: string): PDFKit.Glyph[] {
  const letters = [...word].map(letter => letter.codePointAt(0) ?? 0)
  const single = letters.map(letter => font.glyphForCodePoint(letter))
  if (pairs === null) return single
  const numbers = single.map(({ id }) => id)
  const glyphs: PDFKit.Glyph[] = []
  for (let at = 0; at < single.length;) {
    const ligature = pairs.ligatureAt(numbers, at)
    const length = ligature?.length ?? 1
    glyphs.push(
      ...(ligature === null
        ? single.slice(at, at + 1)
        : [font.getGlyph(ligature.glyph, letters.slice(at, at + length))]),
    )
    at += length
  }
  return glyphs
}
