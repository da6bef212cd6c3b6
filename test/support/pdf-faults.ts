import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { contentOf } from './pdf-content.ts'
import { readFiles } from './pdf-checker-resources.ts'
import { readElements, readParentTree } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

/** A fault to plant in the sample report, with the words of the finding that must name it. */
export type Fault = readonly [title: string, finding: string, plant: (document: PDFDocument) => unknown]

export const faults: readonly Fault[] = [
  ['a language that is none', 'lang', doc => doc.catalog.set(name('Lang'), PDFString.of('es_419!'))],
  ['no Marked', 'marked', doc => doc.catalog.delete(name('MarkInfo'))],
  ['no shown title', 'title', doc => doc.catalog.delete(name('ViewerPreferences'))],
  ['no output intent', 'colour', doc => doc.catalog.delete(name('OutputIntents'))],
  [
    'an unescaped ampersand',
    'metadata: not well-formed',
    doc => metadata(doc, xml => xml.replace('&amp;', '&')),
  ],
  [
    'an unescaped bracket',
    'metadata: not well-formed',
    doc => metadata(doc, xml => xml.replace('&lt;', '<')),
  ],
  [
    'no claim of PDF/UA',
    'metadata: no pdfuaid',
    doc => metadata(doc, xml => xml.replace(/<pdfuaid:part>.*/, '')),
  ],
  [
    'no extension schema',
    'metadata: no ext',
    doc => metadata(doc, xml => xml.replace(/<pdfaSchema:names.*/, '')),
  ],
  ['a type of its own', 'type', doc => retype(first(doc, 'P'), 'Paragraph')],
  ['a list item outside a list', 'nesting', doc => retype(first(doc, 'L'), 'Div')],
  ['a paragraph in a row', 'nesting', doc => retype(first(doc, 'TD'), 'P')],
  ['a table without TH', 'table: no TH', doc => all(doc, 'TH').forEach(cell => retype(cell, 'TD'))],
  ['a TH without Scope', 'scope', doc => first(doc, 'TH').dict.delete(name('A'))],
  [
    'a row that lacks a cell',
    'table: rows',
    doc => first(doc, 'TR').dict.lookup(name('K'), PDFArray).remove(0),
  ],
  ['a figure without Alt', 'figure: no Alt', doc => first(doc, 'Figure').dict.delete(name('Alt'))],
  ['a figure without BBox', 'figure: no BBox', doc => first(doc, 'Figure').dict.delete(name('A'))],
  ['a heading that skips', 'headings', doc => retype(first(doc, 'H2'), 'H3')],
  ['a parent that is another', 'parent:', doc => first(doc, 'TD').dict.set(name('P'), first(doc, 'L').ref)],
  ['paint outside any mark', 'marks: f outside', doc => content(doc, 1, text => `${text}\n0 0 9 9 re f`)],
  [
    'an artifact in content',
    'marks: one inside',
    doc => content(doc, 1, text => text.replace(/BDC\n/, 'BDC\n/Artifact BMC EMC\n')),
  ],
  [
    'a mark left open',
    'marks: one is not closed',
    doc => content(doc, 1, text => text.replace(/EMC\s*$/, '')),
  ],
  [
    'an MCID used twice',
    'marks: one MCID twice',
    doc => content(doc, 1, text => text.replace('/MCID 1>>', '/MCID 0>>')),
  ],
  [
    'an MCID without owner',
    'owner: nobody',
    doc => first(doc, 'H1').dict.set(name('K'), doc.context.obj([])),
  ],
  ['an MCID with two owners', 'owner: MCID', doc => ownTwice(doc)],
  ['a parent tree that disagrees', 'parent tree', doc => swapParents(doc)],
  ['a box for a letter', 'glyph', doc => content(doc, 1, text => text.replace(/<[0-9a-f]{4}/, '<0000'))],
  ['no tab order', 'tabs', doc => doc.getPage(1).node.delete(name('Tabs'))],
  ['a link without Contents', 'link: no Contents', doc => link(doc).delete(name('Contents'))],
  ['a link outside the structure', 'link: outside', doc => link(doc).delete(name('StructParent'))],
  ['an OBJR on another page', 'link: its OBJR', doc => moveReference(doc)],
  [
    'a link that leads nowhere',
    'link: no destination',
    doc => link(doc).lookup(name('A'), PDFDict).set(name('D'), PDFString.of('x')),
  ],
  [
    'a font without ToUnicode',
    'font: no ToUnicode',
    doc => fonts(doc).forEach(font => font.delete(name('ToUnicode'))),
  ],
  [
    'a font that is not embedded',
    'font: not embedded',
    doc => descriptors(doc).forEach(each => each.delete(name('FontFile2'))),
  ],
  [
    'a file without Desc',
    'file: incumplimientos-2025.csv has no Desc',
    doc => file(doc).specification.delete(name('Desc')),
  ],
  [
    'a checksum of 32 letters',
    'file: incumplimientos-2025.csv has a wrong CheckSum',
    doc => longChecksum(doc),
  ],
  ['files that are not associated', 'file: not associated', doc => doc.catalog.delete(name('AF'))],
]

export function name(text: string): PDFName {
  return PDFName.of(text)
}

export function all(document: PDFDocument, type: string): Element[] {
  return readElements(document).filter(element => element.type === type)
}

export function first(document: PDFDocument, type: string): Element {
  const [found] = all(document, type)
  if (found === undefined) throw new RangeError(`The sample has no ${type}`)
  return found
}

export function retype(element: Element, type: string): void {
  element.dict.set(name('S'), name(type))
}

export function metadata(document: PDFDocument, change: (xml: string) => string): void {
  const stream = document.context.lookup(document.catalog.get(name('Metadata')))
  if (stream === undefined || !('contents' in stream)) throw new RangeError('No metadata')
  const { contents } = stream
  if (!(contents instanceof Uint8Array)) throw new RangeError('No metadata')
  const changed = document.context.stream(Buffer.from(change(Buffer.from(contents).toString('utf8'))))
  document.catalog.set(name('Metadata'), document.context.register(changed))
}

export function content(document: PDFDocument, at: number, change: (text: string) => string): void {
  const page = document.getPage(at)
  const before = contentOf(document, page)
  const after = change(before)
  if (after === before) throw new RangeError('The fault was not planted')
  page.node.set(
    name('Contents'),
    document.context.register(document.context.flateStream(Buffer.from(after, 'latin1'))),
  )
}

function ownTwice(document: PDFDocument): void {
  const heading = first(document, 'H1')
  const [other] = all(document, 'H1')
    .filter(each => each.marks[0]?.page === heading.marks[0]?.page)
    .slice(1)
  if (other === undefined) throw new RangeError('The sample has one H1 on a page')
  other.dict.set(
    name('K'),
    document.context.obj([...other.marks.map(mark => mark.mcid), heading.marks[0]?.mcid ?? 0]),
  )
}

function swapParents(document: PDFDocument): void {
  const key = document.getPage(1).node.lookup(name('StructParents'), PDFNumber).asNumber()
  const list = document.context.lookup(readParentTree(document).get(key), PDFArray)
  const [one, two] = [list.get(0), list.get(list.size() - 1)]
  list.set(0, two)
  list.set(list.size() - 1, one)
}

export function link(document: PDFDocument): PDFDict {
  return document.getPage(1).node.lookup(name('Annots'), PDFArray).lookup(0, PDFDict)
}

function moveReference(document: PDFDocument): void {
  const kids = first(document, 'Link').dict.lookup(name('K'), PDFArray).asArray()
  const reference = kids.find(kid => kid instanceof PDFDict)
  if (!(reference instanceof PDFDict)) throw new RangeError('The link has no OBJR')
  reference.set(name('Pg'), document.getPage(3).ref)
}

export function fonts(document: PDFDocument): PDFDict[] {
  return dictionaries(document, 'Font').filter(font => font.get(name('ToUnicode')) !== undefined)
}

function descriptors(document: PDFDocument): PDFDict[] {
  return dictionaries(document, 'FontDescriptor')
}

export function dictionaries(document: PDFDocument, type: string): PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('Type')) === name(type) ? [object] : [],
    )
}

export function file(document: PDFDocument): ReturnType<typeof readFiles>[number] {
  const [found] = readFiles(document)
  if (found === undefined) throw new RangeError('The sample has no files')
  return found
}

function longChecksum(document: PDFDocument): void {
  const { stream } = file(document)
  const params = stream?.dict.lookup(name('Params'), PDFDict)
  const checksum = params?.lookup(name('CheckSum'), PDFHexString)
  if (params === undefined || checksum === undefined) throw new RangeError('The file has no CheckSum')
  params.set(name('CheckSum'), PDFString.of(checksum.asString()))
}
