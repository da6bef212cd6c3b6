import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { decodeStream, formsOf, glyphsOf, operationsOf, operationsOn } from './pdf-content.ts'
import type { Operation } from './pdf-content.ts'
import { nameOf } from './pdf-tree.ts'

/** The glyphs that pages show: each has a letter, and the width that its font program gives it. */
export function checkGlyphs(document: PDFDocument): string[] {
  const findings = new Set<string>()
  const used = new Map<PDFDict, Set<number>>()
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    collectGlyphs(operationsOn(document, page), resources, used, findings)
    for (const form of formsOf(page).values()) {
      const own = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
      collectGlyphs(operationsOf(decodeStream(form)), own, used, findings)
    }
  }
  for (const [font, glyphs] of used) for (const finding of checkFont(font, glyphs)) findings.add(finding)
  return [...findings]
}

function collectGlyphs(
  operations: readonly Operation[],
  resources: PDFDict | undefined,
  used: Map<PDFDict, Set<number>>,
  findings: Set<string>,
): void {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  let font: PDFDict | undefined
  for (const operation of operations) {
    const { operator, operands } = operation
    const name = PDFName.of((operands[0] ?? '').slice(1))
    if (operator === 'Do' && objects?.get(name) === undefined) findings.add(`resources: no ${operands[0]}`)
    if (operator === 'Tf') {
      font = fonts?.lookupMaybe(name, PDFDict)
      if (font === undefined) findings.add(`resources: no font ${operands[0]}`)
    }
    if (font === undefined) continue
    const glyphs = used.get(font) ?? new Set()
    used.set(font, glyphs)
    for (const glyph of glyphsOf(operation)) glyphs.add(Number.parseInt(glyph, 16))
  }
}

function checkFont(font: PDFDict, glyphs: ReadonlySet<number>): string[] {
  const findings: string[] = []
  const name = nameOf(font, 'BaseFont') ?? '?'
  if (nameOf(font, 'Encoding') !== 'Identity-H') findings.push(`font: ${name} has no Identity-H`)
  const letters = lettersIn(font)
  for (const glyph of glyphs) {
    const letter = letters.get(glyph)
    if (letter === undefined || letter === '') findings.push(`letters: glyph ${glyph} of ${name} has none`)
  }
  for (const letter of letters.values()) {
    if (['\u0000', '\ufeff', '\ufffe'].some(none => letter.includes(none)))
      findings.push(`letters: ${name} names one that is none`)
  }
  const cid = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
  return cid === undefined ? findings : [...findings, ...checkCidFont(cid, name, glyphs)]
}

function checkCidFont(cid: PDFDict, name: string, glyphs: ReadonlySet<number>): string[] {
  const findings: string[] = []
  const descriptor = cid.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  if (nameOf(cid, 'CIDToGIDMap') !== 'Identity') findings.push(`font: ${name} has no CIDToGIDMap`)
  if (!/^[A-Z]{6}\+/.test(name)) findings.push(`font: ${name} does not say that it is a subset`)
  const names = [nameOf(cid, 'BaseFont'), descriptor && nameOf(descriptor, 'FontName')]
  if (names.some(each => each !== name)) findings.push(`font: ${name} has two names`)
  const program = descriptor?.lookup(PDFName.of('FontFile2'))
  if (!(program instanceof PDFRawStream)) return findings
  const bytes = Buffer.from(decodePDFRawStream(program).decode())
  if (program.dict.lookupMaybe(PDFName.of('Length1'), PDFNumber)?.asNumber() !== bytes.length)
    findings.push(`font: ${name} does not say how long its program is`)
  const advances = advancesIn(bytes)
  if (advances === null) return [...findings, `font: ${name} has a broken program`]
  const widths = widthsIn(cid)
  for (const glyph of glyphs) {
    const advance = advances[glyph]
    if (advance === undefined) findings.push(`font: ${name} has no glyph ${glyph}`)
    else if (Math.abs(advance - (widths.get(glyph) ?? 1000)) > 1)
      findings.push(`widths: glyph ${glyph} of ${name}`)
  }
  return findings
}

/** What ToUnicode says of each code. */
function lettersIn(font: PDFDict): Map<number, string> {
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const letters = new Map<number, string>()
  if (!(stream instanceof PDFRawStream)) return letters
  for (const [, first = '', list = ''] of decodeStream(stream).matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi,
  )) {
    const texts = list.match(/<[^>]*>/g) ?? []
    texts.forEach((text, at) => letters.set(Number.parseInt(first, 16) + at, decodeUnits(text)))
  }
  return letters
}

function decodeUnits(text: string): string {
  const units = text.match(/[0-9a-f]{4}/gi) ?? []
  return String.fromCharCode(...units.map(unit => Number.parseInt(unit, 16)))
}

/** The W array: 'first [widths]' and 'first last width'. */
function widthsIn(cid: PDFDict): Map<number, number> {
  const widths = new Map<number, number>()
  const list = cid.lookupMaybe(PDFName.of('W'), PDFArray)
  for (let at = 0; list !== undefined && at + 1 < list.size(); at += 2) {
    const first = list.lookup(at, PDFNumber).asNumber()
    const next = list.lookup(at + 1)
    if (!(next instanceof PDFArray)) continue
    for (let index = 0; index < next.size(); index++)
      widths.set(first + index, next.lookup(index, PDFNumber).asNumber())
  }
  return widths
}

/** Advance widths of a TrueType program by glyph, in thousandths of an em; null where it cannot be read. */
function advancesIn(program: Buffer): number[] | null {
  try {
    const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map(tag => tableAt(program, tag))
    if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return null
    const scale = 1000 / program.readUInt16BE(head + 18)
    const metrics = program.readUInt16BE(hhea + 34)
    return Array.from({ length: program.readUInt16BE(maxp + 4) }, (_, glyph) => {
      return program.readUInt16BE(hmtx + 4 * Math.min(glyph, metrics - 1)) * scale
    })
  } catch {
    return null
  }
}

function tableAt(program: Buffer, tag: string): number | undefined {
  for (let table = 0; table < program.readUInt16BE(4); table++) {
    const at = 12 + 16 * table
    if (program.toString('latin1', at, at + 4) === tag) return program.readUInt32BE(at + 8)
  }
  return undefined
}
