/**
 * What @types/pdfkit leaves out of pdfkit 0.20.2, as far as reports/pdf uses it. Names with an underscore are
 * pdfkit's own; they are read, and in pdfkit-faults.ts alone replaced.
 */
declare namespace PDFKit {
  interface PDFDocument {
    _root: { data: object }
    _id: Uint8Array
    _font: EmbeddedFont
    endMetadata: () => void
    /** Takes what goes into the file next; a line break follows a text. Has nothing to do with writable streams. */
    _write: (piece: string | Uint8Array) => void
    /** Bytes that went into the file so far. */
    _offset: number
    push(bytes: Uint8Array): boolean
  }

  interface PDFOutline {
    dictionary: PDFKitReference
  }

  interface EmbeddedFont {
    id: string
    font: ParsedFont
    ref(): PDFKitReference
    layout(text: string, features: Record<string, boolean>): Layout
    /** The glyphs that will be embedded: number in the font to number in the subset. */
    subset: {
      includeGlyph(glyph: number): number
      mapping: Record<number, number>
      encode: () => Uint8Array
    }
    /** Writes the font into the document, when that ends. */
    embed: () => void
    /** By number in the subset: advance widths, and the letters that ToUnicode will name. */
    widths: (number | undefined)[]
    unicode: (readonly number[] | undefined)[]
  }

  interface Layout {
    glyphs: readonly Glyph[]
    positions: readonly GlyphPosition[]
  }

  interface Glyph {
    id: number
    advanceWidth: number
    /** As of the first text in this process that used the glyph, whatever the text at hand. */
    codePoints: readonly number[]
  }

  /** In font units scaled to 1000 an em. */
  interface GlyphPosition {
    xAdvance: number
    xOffset: number
    yOffset: number
    advanceWidth: number
  }

  interface ParsedFont {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    /** The letters count the first time that anybody asks for this glyph. */
    getGlyph(glyph: number, codePoints: readonly number[]): Glyph
    layout(text: string): unknown
  }

  namespace Mixins {
    interface PDFFont {
      font(source: Uint8Array): this
      /** Given a parsed font, the name is only the key under which the document knows it. */
      font(source: ParsedFont, name: string): this
    }
  }
}
