import type { Writable } from 'node:stream'
import type { ReportDocument } from '../../reports/blocks.ts'
import { checkDocument } from '../../reports/pdf/check-document.ts'
import { renderPdf, type PdfOptions } from '../../reports/pdf/render-pdf.ts'
import { MissingGlyphError } from '../../reports/pdf/typesetter.ts'
import { AppError } from '../errors.ts'

/**
 * Writes a report as a PDF. The sink is opened once the report is known to be printable, so that a refusal
 * can still be answered as one: no header, no file, no byte.
 * @throws AppError 'missing-glyph' {character, codePoint, text, place}
 */
export async function printReport(
  document: ReportDocument,
  open: () => Writable,
  options: PdfOptions = {},
): Promise<{ pages: number }> {
  try {
    checkDocument(document)
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error
    const { character, codePoint, text, place } = error
    throw new AppError('missing-glyph', { character, codePoint, text: around(text, character), place })
  }
  return renderPdf(document, open(), options)
}

/** At most 80 characters of a text, with the one that matters among them. */
function around(text: string, character: string): string {
  const characters = [...text]
  if (characters.length <= 80) return text
  const start = Math.max(0, characters.indexOf(character) - 40)
  return `…${characters.slice(start, start + 80).join('')}…`
}
