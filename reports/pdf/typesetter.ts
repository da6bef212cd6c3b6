import { letterPairs, loadFaces } from './fonts.ts'
import type { FaceName } from './fonts.ts'
import { encodeLetters, sayProgramLength } from './pdfkit-faults.ts'
import type { Encoded } from './pdfkit-faults.ts'
import { isPlainWord, layoutPlainWord } from './plain-words.ts'

/** A text made of glyphs: an operand for TJ, and its width in thousandths of an em. */
export type Shaped = { tj: string; width: number }

export type Typesetter = {
  /** Shapes a text without line breaks. Throws MissingGlyphError. */
  shape(face: FaceName, text: string, ligatures?: boolean): Shaped
  /** Width in points at a size in points. Throws MissingGlyphError. */
  width(face: FaceName, text: string, size: number): number
  /** The embedded font, to be listed in a page's resources. */
  embedded(face: FaceName): PDFKit.EmbeddedFont
}

/** Tells the whole text, not just the word that was being shaped. */
export function inText<T>(text: string, shape: () => T): T {
  try {
    return shape()
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error
    throw new MissingGlyphError(error.character, error.face, text)
  }
}

/** A character that a face cannot draw: better no report than one with a box for a letter. */
export class MissingGlyphError extends Error {
  readonly character: string
  readonly face: FaceName
  /** Such as 'U+1F600'. */
  readonly codePoint: string
  readonly text: string
  /** The heading, caption or title that the text stands under, where it is known. */
  readonly place: string

  constructor(character: string, face: FaceName, text: string, place = '') {
    const hexadecimal = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    const under = place === '' ? '' : `, under «${place}»`
    super(`The face ${face} has no glyph for «${character}» (U+${hexadecimal}) in «${text}»${under}`)
    this.name = 'MissingGlyphError'
    this.character = character
    this.face = face
    this.codePoint = `U+${hexadecimal}`
    this.text = text
    this.place = place
  }
}

/** Beyond this many words a cache starts anew, so that a long table does not fill the memory. */
const cacheLimit = 20_000

/** Ligatures would hide letters of codes and hashes from whoever copies them. */
const features = { withLigatures: {}, without: { liga: false, clig: false, dlig: false } }

export function createTypesetter(document: PDFKit.PDFDocument): Typesetter {
  const faces = loadFaces()
  const fonts = new Map<FaceName, PDFKit.EmbeddedFont>()
  const codes = new Map<FaceName, Map<string, number>>()
  const cacheOf = createCaches()

  function embedded(face: FaceName): PDFKit.EmbeddedFont {
    const known = fonts.get(face)
    if (known !== undefined) return known
    const font = document.font(faces[face], face)._font
    sayProgramLength(document, font)
    fonts.set(face, font)
    codes.set(face, new Map())
    return font
  }

  function shapeToken(face: FaceName, token: string, ligatures: boolean, text: string): Shaped {
    const cache = cacheOf(face, ligatures)
    const known = cache.get(token)
    if (known !== undefined) return known
    const drawable = drawableForm(faces[face], face, token, text)
    const font = embedded(face)
    const layout = isPlainWord(drawable)
      ? layoutPlainWord(faces[face], letterPairs(face), drawable, ligatures)
      : font.layout(drawable, ligatures ? features.withLigatures : features.without)
    const shaped = toOperand(encodeLetters(font, codes.get(face) ?? new Map(), drawable, layout))
    if (cache.size >= cacheLimit) cache.clear()
    cache.set(token, shaped)
    return shaped
  }

  function shape(face: FaceName, text: string, ligatures = true): Shaped {
    // Most texts asked for are single words, and met before.
    const known = cacheOf(face, ligatures).get(text)
    if (known !== undefined) return known
    const tokens = tokensOf(text)
    const [only] = tokens
    if (tokens.length === 1 && only !== undefined) return shapeToken(face, only, ligatures, text)
    let tj = ''
    let width = 0
    for (const token of tokens) {
      const shaped = shapeToken(face, token, ligatures, text)
      tj += shaped.tj
      width += shaped.width
    }
    return { tj, width }
  }

  return { shape, width: (face, text, size) => (shape(face, text).width * size) / 1000, embedded }
}

/** What was shaped in each face, by its text. */
function createCaches(): (face: FaceName, ligatures: boolean) => Map<string, Shaped> {
  const caches = new Map<FaceName, Record<keyof typeof features, Map<string, Shaped>>>()
  return (face, ligatures) => {
    const cache = caches.get(face) ?? { withLigatures: new Map(), without: new Map() }
    caches.set(face, cache)
    return ligatures ? cache.withLigatures : cache.without
  }
}

/** Throws MissingGlyphError, with `place`, unless the face has every character of a text. */
export function requireGlyphs(face: FaceName, text: string, place: string): void {
  const font = loadFaces()[face]
  const known = drawable[face]
  for (const character of plainText(text)) {
    if (known.has(character)) continue
    drawableForm(font, face, character, text, place)
    known.add(character)
  }
}

const drawable: Readonly<Record<FaceName, Set<string>>> = {
  sans: new Set(),
  sansBold: new Set(),
  sansItalic: new Set(),
  serif: new Set(),
  display: new Set(),
}

/** One space for any run of blanks; characters that only steer layout elsewhere are left out. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
}

/**
 * Words, blanks and single digits. The faces' digits are tabular and do not kern, so figures are put
 * together from ten cached glyphs instead of being shaped each for itself.
 */
function tokensOf(text: string): readonly string[] {
  return text.match(/[0-9]| |[^0-9 ]+/g) ?? []
}

function drawableForm(
  font: PDFKit.ParsedFont,
  face: FaceName,
  token: string,
  text: string,
  place = '',
): string {
  const forms = [...token].map(character => {
    if (hasAll(font, character)) return character
    const apart = character.normalize('NFD')
    // ẍ has no glyph of its own in these faces, but x and the two dots do.
    if (apart !== character && hasAll(font, apart)) return apart
    throw new MissingGlyphError(character, face, text, place)
  })
  return forms.join('')
}

function hasAll(font: PDFKit.ParsedFont, text: string): boolean {
  return [...text].every(character => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
}

/** Kerning and the sideways shift of accents as TJ adjustments; glyph codes as hexadecimal strings. */
function toOperand({ codes, positions }: Encoded): Shaped {
  let tj = ''
  let open = ''
  let width = 0
  let pending = 0
  const flush = (): void => {
    if (open !== '') tj += `<${open}>`
    open = ''
  }
  const adjust = (amount: number): void => {
    pending += amount
  }
  positions.forEach((position, at) => {
    adjust(-position.xOffset)
    if (pending !== 0) {
      flush()
      tj += String(Math.round(pending * 100) / 100)
      pending = 0
    }
    open += codes[at] ?? ''
    adjust(position.xOffset - (position.xAdvance - position.advanceWidth))
    width += position.xAdvance
  })
  flush()
  if (pending !== 0) tj += String(Math.round(pending * 100) / 100)
  return { tj, width }
}
