import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { letterPairsOf, type LetterPairs } from './letter-pairs.ts'

/** Static TrueType faces only: pdfkit cannot embed variable fonts or WOFF2. Licence: fonts/OFL-*.md. */
const files = {
  sans: 'SourceSans3-Regular.ttf',
  sansBold: 'SourceSans3-Semibold.ttf',
  sansItalic: 'SourceSans3-It.ttf',
  serif: 'SourceSerif4Subhead-Regular.ttf',
  display: 'SourceSerif4Display-Semibold.ttf',
} as const

export type FaceName = keyof typeof files

export type Faces = Readonly<Record<FaceName, PDFKit.ParsedFont>>

let shared: Faces | null = null

/** The parsed faces: read once and shared by all documents, since parsing costs more than a page. */
export function loadFaces(): Faces {
  shared ??= {
    sans: parse(files.sans),
    sansBold: parse(files.sansBold),
    sansItalic: parse(files.sansItalic),
    serif: parse(files.serif),
    display: parse(files.display),
  }
  return shared
}

/** How the letters of a face go together: read once, as its face. */
export function letterPairs(face: FaceName): LetterPairs {
  const known = pairs.get(face) ?? letterPairsOf(bytesOf(files[face]))
  pairs.set(face, known)
  return known
}

const pairs = new Map<FaceName, LetterPairs>()

function parse(file: string): PDFKit.ParsedFont {
  return new PDFDocument({ autoFirstPage: false, font: '' }).font(bytesOf(file))._font.font
}

function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(`fonts/${file}`, import.meta.url))
}
