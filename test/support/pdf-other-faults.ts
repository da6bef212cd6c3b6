import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { content, dictionaries, first, metadata, name, retype } from './pdf-faults.ts'
import type { Fault } from './pdf-faults.ts'

/** Faults that a reader of the file does not see, and a validator does. */
export const otherFaults: readonly Fault[] = [
  ['another author in the info', 'info: another Author', doc => doc.setAuthor('Otra')],
  [
    'another change in the info',
    'info: another ModDate',
    doc => doc.setModificationDate(new Date('2001-01-01')),
  ],
  [
    'other keywords in the metadata',
    'info: another Keywords',
    doc => metadata(doc, xml => xml.replace(/<pdf:Keywords>/, '<pdf:Keywords>otra, ')),
  ],
  [
    'another program in the metadata',
    'info: another Producer',
    doc => metadata(doc, xml => xml.replace(/<pdf:Producer>/, '<pdf:Producer>Otro ')),
  ],
  ['metadata that must be inflated first', 'metadata: compressed', doc => deflateMetadata(doc)],
  [
    'a program that does not say its length',
    'how long its program is',
    doc => programs(doc).forEach(({ dict }) => dict.delete(name('Length1'))),
  ],
  [
    'a program of another length',
    'how long its program is',
    doc => programs(doc).forEach(({ dict }) => dict.set(name('Length1'), PDFNumber.of(7))),
  ],
  [
    'a font that is not described',
    'font: no CapHeight',
    doc => dictionaries(doc, 'FontDescriptor').forEach(each => each.delete(name('CapHeight'))),
  ],
  [
    'entries of the outline that nobody counts',
    'outline: entries that are not counted',
    doc => doc.catalog.lookup(name('Outlines'), PDFDict).delete(name('Count')),
  ],
  ['a heading of blanks', 'words: a H1 of blanks', doc => blankIn(doc, 'H1')],
  [
    'a page with transparency',
    'colour: transparency',
    doc => doc.getPage(1).node.set(name('Group'), group(doc)),
  ],
  [
    'a state of half ink',
    'colour: transparency',
    doc => doc.context.register(doc.context.obj({ Type: 'ExtGState', ca: 0.5 })),
  ],
  ['a state that is called', 'state: gs', doc => content(doc, 1, text => `/G0 gs\n${text}`)],
  ['a colour of its own space', 'colour: cs', doc => content(doc, 1, text => `/Cs1 cs\n${text}`)],
  ['a picture of dots', 'image: one', doc => doc.context.register(picture(doc))],
  ['a note without a name', 'note: without ID', doc => retype(first(doc, 'P'), 'Note')],
  [
    'a type that is made into another',
    'type: roles are mapped',
    doc =>
      doc.catalog.lookup(name('StructTreeRoot'), PDFDict).set(name('RoleMap'), doc.context.obj({ P: 'H1' })),
  ],
  ['a figure off its page', 'figure: BBox', doc => widenBox(doc)],
]

function deflateMetadata(document: PDFDocument): void {
  const stream = document.catalog.lookup(name('Metadata'))
  if (!(stream instanceof PDFRawStream)) throw new RangeError('No metadata')
  const deflated = document.context.flateStream(decodePDFRawStream(stream).decode(), { Subtype: 'XML' })
  document.catalog.set(name('Metadata'), document.context.register(deflated))
}

function programs(document: PDFDocument): PDFRawStream[] {
  return dictionaries(document, 'FontDescriptor').flatMap(each => {
    const program = each.lookup(name('FontFile2'))
    return program instanceof PDFRawStream ? [program] : []
  })
}

/** Its letters are taken away, and their place stays. */
function blankIn(document: PDFDocument, type: string): void {
  const { marks } = first(document, type)
  const at = document.getPages().findIndex(({ ref }) => String(ref) === marks[0]?.page)
  const begin = `/${type} <</MCID ${marks[0]?.mcid}>> BDC`
  content(document, at, text => {
    const [before = '', after = ''] = text.split(begin)
    return `${before}${begin}${after.replace(/[\s\S]*?EMC/, '\nEMC')}`
  })
}

function group(document: PDFDocument): PDFDict {
  return document.context.obj({ S: 'Transparency', CS: 'DeviceRGB' })
}

function picture(document: PDFDocument) {
  const dictionary = { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, ColorSpace: 'DeviceRGB' }
  return document.context.stream(new Uint8Array(3), { ...dictionary, BitsPerComponent: 8 })
}

function widenBox(document: PDFDocument): void {
  const attributes = first(document, 'Figure').dict.lookup(name('A'))
  const layout = attributes instanceof PDFArray ? attributes.lookup(0) : attributes
  if (!(layout instanceof PDFDict)) throw new RangeError('The figure has no attributes')
  layout.set(PDFName.of('BBox'), document.context.obj([0, 0, 5000, 10]))
}
