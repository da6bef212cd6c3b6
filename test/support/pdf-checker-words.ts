import type { PDFDocument } from 'pdf-lib'
import { readMarks } from './pdf-text.ts'
import type { Element } from './pdf-tree.ts'

/** What a screen reader stops at has words; a figure has its alternative text instead. */
export function checkWords(document: PDFDocument, elements: readonly Element[]): string[] {
  const said = readMarks(document)
  const stops = /^(H[1-6]|P|Caption|Lbl|LBody|TH|Link)$/
  return elements.flatMap(element =>
    stops.test(element.type) && !speaks(element, said) ? [`words: a ${element.type} of blanks`] : [],
  )
}

function speaks({ marks, children }: Element, said: ReadonlyMap<string, string>): boolean {
  const isSaid = marks.some(({ page, mcid }) => (said.get(`${page} ${mcid}`) ?? '').trim() !== '')
  return isSaid || children.some(child => speaks(child, said))
}
