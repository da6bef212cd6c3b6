import { loadFaces } from './fonts.ts'
import type { FaceName } from './fonts.ts'
import { encodeLetters } from './pdfkit-faults.ts'
import type { Encoded } from './pdfkit-faults.ts'

/** A text made of glyphs: an operand for TJ, and its width in thousandths of an em. */
export type Shaped = { tj: string; width: number }

export type Typesetter = {
  /** Shapes a text without line breaks. */
  shape(face: FaceName, text: string, ligatures?: boolean): Shaped
  /** Width in points at a size in points. */
  width(face: FaceName, text: string, size: number): number
  /** The embedded font, to be listed in a page's resources. */
  embedded(face: FaceName): PDFKit.EmbeddedFont
}

/** Beyond this many words the cache starts anew, so that a long table does not fill the memory. */
const cacheLimit = 20_000

/** Ligatures would hide letters of codes and hashes from whoever copies them. */
const features = { withLigatures: {}, without: { liga: false, clig: false, dlig: false } }

export function createTypesetter(document: PDFKit.PDFDocument): Typesetter {
  const faces = loadFaces()
  const fonts = new Map<FaceName, PDFKit.EmbeddedFont>()
  const codes = new Map<FaceName, Map<string, number>>()
  const cache = new Map<string, Shaped>()

  function embedded(face: FaceName): PDFKit.EmbeddedFont {
    const known = fonts.get(face)
    if (known !== undefined) return known
    const font = document.font(faces[face], face)._font
    fonts.set(face, font)
    codes.set(face, new Map())
    return font
  }

  function shapeToken(face: FaceName, token: string, ligatures: boolean): Shaped {
    const key = `${face}${ligatures ? '' : '-'} ${token}`
    const known = cache.get(key)
    if (known !== undefined) return known
    const drawable = drawableForm(faces[face], token)
    const font = embedded(face)
    const wanted = ligatures ? features.withLigatures : features.without
    const shaped = toOperand(encodeLetters(font, codes.get(face) ?? new Map(), drawable, wanted))
    if (cache.size >= cacheLimit) cache.clear()
    cache.set(key, shaped)
    return shaped
  }

  function shape(face: FaceName, text: string, ligatures = true): Shaped {
    const tokens = tokensOf(text)
    const [only] = tokens
    if (tokens.length === 1 && only !== undefined) return shapeToken(face, only, ligatures)
    let tj = ''
    let width = 0
    for (const token of tokens) {
      const shaped = shapeToken(face, token, ligatures)
      tj += shaped.tj
      width += shaped.width
    }
    return { tj, width }
  }

  return { shape, width: (face, text, size) => (shape(face, text).width * size) / 1000, embedded }
}

/** The characters of a text that a face cannot draw; others are drawn in their place. */
export function lettersMissing(face: FaceName, text: string): readonly string[] {
  const font = loadFaces()[face]
  const known = drawable[face]
  const missing: string[] = []
  for (const character of plainText(text)) {
    if (known.has(character)) continue
    if (formIn(font, character) === null) missing.push(character)
    else known.add(character)
  }
  return missing
}

const drawable: Readonly<Record<FaceName, Set<string>>> = {
  sans: new Set(),
  sansBold: new Set(),
  sansItalic: new Set(),
  serif: new Set(),
  display: new Set(),
}

/** Such as 'U+1F600'. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Drawn where a face has no glyph: a report with a box for a letter is better than none. */
export const replacement = '\u25a1'

/** One space for any run of blanks; characters that only steer layout elsewhere are left out. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]|[\ufe00-\ufe0f]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
}

/**
 * Words, blanks and single digits. The faces' digits are tabular and do not kern, so figures are put
 * together from ten cached glyphs instead of being shaped each for itself.
 */
function tokensOf(text: string): readonly string[] {
  return text.match(/[0-9]| |[^0-9 ]+/g) ?? []
}

function drawableForm(font: PDFKit.ParsedFont, token: string): string {
  return [...token].map(character => formIn(font, character) ?? replacementIn(font, character)).join('')
}

/** As the face draws it, or null where it cannot. */
function formIn(font: PDFKit.ParsedFont, character: string): string | null {
  if (hasAll(font, character)) return character
  const apart = character.normalize('NFD')
  // ẍ has no glyph of its own in these faces, but x and the two dots do.
  return apart !== character && hasAll(font, apart) ? apart : null
}

/** The faces of titles have no box. */
function replacementIn(font: PDFKit.ParsedFont, character: string): string {
  return hasAll(font, replacement) ? replacement : `[${codePointOf(character)}]`
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
