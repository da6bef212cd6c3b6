import { createHash } from 'node:crypto'
import type { ReportMeta } from '../blocks.ts'
import { raw } from './syntax.ts'
import { xmpPacket } from './xmp.ts'

/**
 * The places where pdfkit 0.20.2 has to be put right by replacing a part of it or writing into it. Each has a test that fails
 * without it in test/reports/pdf/pdfkit-faults.test.ts; pdfkit is pinned exactly because of this file.
 */
export function mendPdfkit(document: PDFKit.PDFDocument, meta: ReportMeta, producer: string): void {
  identifyByData(document, meta)
  writeOwnMetadata(document, meta, producer)
  handOnInBulk(document)
}

/** pdfkit hashes the info dictionary alone: two reports of different data would have one identifier. */
function identifyByData(document: PDFKit.PDFDocument, meta: ReportMeta): void {
  const seed = `${meta.digest} ${meta.createdAt.toISOString()} ${meta.lang}`
  document._id = createHash('md5').update(seed).digest()
}

/** pdfkit writes title, author and subject unescaped into its XMP, and can claim one standard only. */
function writeOwnMetadata(document: PDFKit.PDFDocument, meta: ReportMeta, producer: string): void {
  document.endMetadata = () => {
    const packet = new TextEncoder().encode(xmpPacket(meta, producer))
    const reference = document.ref({ Type: 'Metadata', Subtype: 'XML', Length: 0 })
    // PDF/A wants the packet readable without inflating it.
    reference.compress = false
    reference.end(packet)
    Object.assign(document._root.data, { Metadata: raw(String(reference)) })
  }
}

/**
 * pdfkit hands on three pieces for each object and, when it ends, one for each offset in the file, all in one go:
 * for the tags of a long table a queue of a hundred thousand, which costs more memory than the report.
 */
function handOnInBulk(document: PDFKit.PDFDocument): void {
  let waiting = ''
  const handOn = (): void => {
    if (waiting !== '') document.push(Buffer.from(waiting, 'latin1'))
    waiting = ''
  }
  document._write = piece => {
    const text = typeof piece === 'string' ? `${piece}\n` : ''
    document._offset += typeof piece === 'string' ? text.length : piece.length
    waiting += text
    // Nothing comes after the mark of the end.
    if (typeof piece !== 'string' || waiting.length >= bulk || piece === '%%EOF') handOn()
    if (typeof piece !== 'string') document.push(piece)
  }
}

/** Letters, a byte each. */
const bulk = 1 << 14

/**
 * pdfkit does not say of a font program how long it is (Length1), which ISO 32000-1, table 127 requires of TrueType:
 * a strict reader refuses the font. The stream is the first object that embedding makes.
 */
export function sayProgramLength(document: PDFKit.PDFDocument, font: PDFKit.EmbeddedFont): void {
  const embed = font.embed.bind(font)
  font.embed = () => {
    const program = font.subset.encode()
    font.subset.encode = () => program
    const makeRef = document.ref.bind(document)
    document.ref = (data = {}) => {
      Reflect.deleteProperty(document, 'ref')
      return makeRef({ ...data, Length1: program.length })
    }
    embed()
  }
}

/**
 * pdfkit counts what is below an open entry of the outline and not what is below the root or a closed one, where
 * ISO 32000-1, tables 152 and 153 require it too: below zero, as many as would be seen if it were opened.
 */
export function countEntries({ children, dictionary }: PDFKit.PDFOutline, isRoot: boolean): void {
  Object.assign(dictionary.data, { Count: isRoot ? children.length : -children.length })
}

export type Encoded = { codes: readonly string[]; positions: readonly PDFKit.GlyphPosition[] }

/**
 * Encodes a text, as it was laid out, for one embedded font. pdfkit's `encode` gives each glyph the letters of
 * the first text in the process that used it: where two characters share a glyph (ʼ and ’, blank and no-break
 * blank, the hyphens) copied text would change letters, and bytes would depend on earlier reports. Here the same
 * glyph is embedded once for each of its meanings. `known` belongs to the font and the document.
 */
export function encodeLetters(
  font: PDFKit.EmbeddedFont,
  known: Map<string, number>,
  text: string,
  { glyphs, positions }: PDFKit.Layout,
): Encoded {
  const meanings = lettersOf(glyphs, text)
  const codes = glyphs.map((glyph, at) => {
    const letters = meanings[at] ?? glyph.codePoints
    const key = `${glyph.id} ${letters.join(' ')}`
    const code = known.get(key) ?? embed(font, glyph, letters)
    known.set(key, code)
    return code.toString(16).padStart(4, '0')
  })
  return { codes, positions }
}

function embed(font: PDFKit.EmbeddedFont, glyph: PDFKit.Glyph, letters: readonly number[]): number {
  // Forgotten, the glyph is taken up a second time under a number of its own.
  Reflect.deleteProperty(font.subset.mapping, glyph.id)
  const code = font.subset.includeGlyph(glyph.id)
  font.widths[code] = glyph.advanceWidth
  font.unicode[code] = letters
  // pdfkit names U+0000 for glyph 0, which no text shows: a letter that ISO 19005-3, 6.2.11.7.2 forbids.
  font.unicode[0] = [0xfffd]
  return code
}

/** One letter a glyph, several for a ligature. */
function lettersOf(glyphs: readonly PDFKit.Glyph[], text: string): number[][] {
  const letters = [...text].map(letter => letter.codePointAt(0) ?? 0)
  if (glyphs.length === letters.length) return letters.map(letter => [letter])
  let at = 0
  return glyphs.map(glyph => {
    const from = at
    at += Math.max(glyph.codePoints.length, 1)
    return letters.slice(from, at)
  })
}
