import { PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { nameOf } from './pdf-tree.ts'

/** Reports are drawn with opaque lines, areas and letters alone; what else a page could be painted with is a fault. */
export function checkPaint(document: PDFDocument): string[] {
  const findings = new Set<string>()
  for (const { node } of document.getPages())
    if (node.get(PDFName.of('Group')) !== undefined) findings.add('colour: transparency of a page')
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    if (nameOf(dict, 'Subtype') === 'Image') findings.add('image: one')
    if (nameOf(dict, 'Type') === 'ExtGState' && isSeenThrough(dict))
      findings.add('colour: transparency of a state')
    if (nameOf(dict, 'Type') === 'FontDescriptor')
      for (const finding of checkDescriptor(dict)) findings.add(finding)
  }
  return [...findings]
}

function isSeenThrough(state: PDFDict): boolean {
  const shares = ['ca', 'CA'].map(key => state.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? 1)
  const mode = nameOf(state, 'BM') ?? 'Normal'
  const mask = nameOf(state, 'SMask') ?? (state.get(PDFName.of('SMask')) === undefined ? 'None' : 'one')
  return shares.some(share => share < 1) || mode !== 'Normal' || mask !== 'None'
}

/** ISO 32000-1, table 122: what is required of a font that is not one of the standard fourteen. */
function checkDescriptor(dict: PDFDict): string[] {
  const required = 'FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV'.split(' ')
  return required.filter(key => dict.get(PDFName.of(key)) === undefined).map(key => `font: no ${key}`)
}
