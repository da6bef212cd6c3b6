import type { PDFDocument } from 'pdf-lib'
import { readText } from './pdf-text.ts'

/** What a screen reader stops at has words; a figure has its alternative text instead. */
export function checkWords(document: PDFDocument): string[] {
  const stops = /^(H[1-6]|P|Caption|Lbl|LBody|TH|Link)$/
  return readText(document).flatMap(({ type, text }) =>
    stops.test(type) && text.trim() === '' ? [`words: a ${type} of blanks`] : [],
  )
}
