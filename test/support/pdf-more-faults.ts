import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFNumber, PDFRawStream, PDFString } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { all, content, dictionaries, file, first, fonts, link, metadata, name, retype } from './pdf-faults.ts'
import type { Fault } from './pdf-faults.ts'
import { decodeStream } from './pdf-content.ts'
import { listOf } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

/** Faults of the file, its metadata and what it may do. */
const fileFaults: readonly Fault[] = [
  ['no identifier', 'id:', doc => delete doc.context.trailerInfo.ID],
  ['an encryption', 'encrypted', doc => (doc.context.trailerInfo.Encrypt = doc.context.obj({ V: 1 }))],
  ['another title in the info', 'info: another Title', doc => doc.setTitle('Otro')],
  [
    'another date in the info',
    'info: another CreationDate',
    doc => doc.setCreationDate(new Date('2001-01-01')),
  ],
  ['no title', 'metadata: no dc:title', doc => metadata(doc, xml => xml.replace(/<dc:title>.*/, ''))],
  [
    'a level of conformance that is lower',
    'metadata: no pdfaid:conformance',
    doc => metadata(doc, xml => xml.replace('conformance>A<', 'conformance>B<')),
  ],
  [
    'no language in the metadata',
    'metadata: no dc:language',
    doc => metadata(doc, xml => xml.replace(/<dc:language>.*/, '')),
  ],
  ['no metadata', 'metadata: none', doc => doc.catalog.delete(name('Metadata'))],
  ['no structure tree', 'tree: no structure', doc => doc.catalog.delete(name('StructTreeRoot'))],
  ['an intent of printers', 'colour: intent is not', doc => intent(doc).set(name('S'), name('GTS_PDFX'))],
  [
    'an intent without profile',
    'colour: intent without',
    doc => intent(doc).delete(name('DestOutputProfile')),
  ],
  ['a profile of four channels', 'colour: profile', doc => profile(doc).dict.set(name('N'), PDFNumber.of(4))],
  ['suspects', 'marked: with suspects', doc => mark(doc).set(name('Suspects'), PDFBool.True)],
  ['a script by name', 'action: JavaScript', doc => doc.addJavaScript('hola', 'app.alert(1)')],
  [
    'a script at opening',
    'action: OpenAction',
    doc => doc.catalog.set(name('OpenAction'), doc.context.obj({ S: 'JavaScript', JS: PDFString.of('1') })),
  ],
  ['a form', 'action: a form', doc => doc.catalog.set(name('AcroForm'), doc.context.obj({ Fields: [] }))],
  [
    'a link that starts a program',
    'action: Launch',
    doc => link(doc).lookup(name('A'), PDFDict).set(name('S'), name('Launch')),
  ],
  ['no outline', 'outline: 0 entries', doc => doc.catalog.delete(name('Outlines'))],
  [
    'an entry of the outline without words',
    'outline: an entry without',
    doc => outline(doc).set(name('Title'), PDFString.of(' ')),
  ],
  [
    'an entry of the outline without a goal',
    'outline: an entry that',
    doc => outline(doc).delete(name('Dest')),
  ],
  ['names out of order', 'order: names of Dests', doc => swapNames(doc, 'Dests')],
  ['file names out of order', 'order: names of Embedded', doc => swapNames(doc, 'EmbeddedFiles')],
  ['keys out of order', 'order: keys', doc => swapKeys(doc)],
  [
    'a next key that is taken',
    'tree: ParentTreeNextKey',
    doc => root(doc).set(name('ParentTreeNextKey'), PDFNumber.of(0)),
  ],
  ['no parent tree', 'tree: no parent tree', doc => root(doc).delete(name('ParentTree'))],
]

/** Faults of the structure tree. */
const treeFaults: readonly Fault[] = [
  ['a root of another type', 'tree: not one Document', doc => retype(first(doc, 'Document'), 'Sect')],
  ['an element in two places', 'tree: an element in two', doc => adopt(doc)],
  ['a table without Caption', 'table: not one Caption', doc => drop(tableOf(doc), 'Caption')],
  ['a Caption between the rows', 'table: Caption is not', doc => kidsOf(tableOf(doc)).insert(2, kidAt(doc))],
  ['a table without THead', 'table: not one THead', doc => retype(first(doc, 'THead'), 'TBody')],
  ['a table without TBody', 'table: no TBody', doc => drop(tableOf(doc), 'TBody')],
  ['two feet', 'table: two TFoot', doc => all(doc, 'TBody').forEach(body => retype(body, 'TFoot'))],
  ['a table in a row', 'nesting: Table in TR', doc => retype(first(doc, 'TD'), 'Table')],
  [
    'numbers that are not said to be numbers',
    'list: labels',
    doc => all(doc, 'L').forEach(({ dict }) => dict.delete(name('A'))),
  ],
  ['an item without a body', 'nesting: P in LI', doc => retype(first(doc, 'LBody'), 'P')],
  ['an Alt of blanks', 'figure: Alt of 0', doc => alt(doc, '   ')],
  ['an Alt of one word', 'figure: Alt of 7', doc => alt(doc, 'Gráfica')],
  ['an Alt of a page', 'figure: Alt of 900', doc => alt(doc, 'x'.repeat(900))],
  ['a Link without its annotation', 'link: an element', doc => kidsOf(first(doc, 'Link')).remove(1)],
  ['an entry of the contents without a link', 'toc:', doc => retype(first(doc, 'Link'), 'Span')],
  ['an element of no language', 'lang: «es_419!»', doc => first(doc, 'P').dict.set(name('Lang'), bad)],
  ['an empty heading', 'empty: H2', doc => first(doc, 'H2').dict.set(name('K'), doc.context.obj([]))],
  ['an empty list item', 'empty: LBody', doc => first(doc, 'LBody').dict.set(name('K'), doc.context.obj([]))],
]

/** Faults of what is painted, its letters and its annotations. */
const contentFaults: readonly Fault[] = [
  ['a q without Q', 'state: q', doc => content(doc, 1, text => `q\n${text}`)],
  ['a Q without q', 'state: q', doc => content(doc, 1, text => `${text}\nQ`)],
  [
    'q thirty deep',
    'state: q',
    doc => content(doc, 1, text => `${'q\n'.repeat(30)}${text}${'\nQ'.repeat(30)}`),
  ],
  ['text in text', 'text: BT', doc => content(doc, 1, text => text.replace('BT', 'BT BT'))],
  [
    'text outside BT',
    'text: outside',
    doc => content(doc, 1, text => `${text}\n/Artifact BMC [<0001>] TJ EMC`),
  ],
  ['a colour of printers', 'colour: CMYK', doc => content(doc, 1, text => `0 0 0 1 k\n${text}`)],
  ['a mark closed twice', 'marks: EMC', doc => content(doc, 1, text => `${text}\nEMC`)],
  [
    'content in an artifact',
    'marks: one inside',
    doc =>
      content(doc, 1, text =>
        text.replace(/(\/\w+ <<\/MCID 0>> BDC)/, '/Artifact BMC\n$1').replace(/EMC\s*$/, 'EMC EMC'),
      ),
  ],
  ['a font that is not there', 'resources: no font', doc => resource(doc, 'Font')],
  ['a drawing that is not there', 'resources: no /', doc => resource(doc, 'XObject')],
  [
    'a glyph without a letter',
    'letters: glyph',
    doc => toUnicode(doc, text => text.replace(/ <[0-9a-f]+>\]/g, ']')),
  ],
  [
    'a letter that is none',
    'letters: ',
    doc => toUnicode(doc, text => text.replace(/<[0-9a-f]{4}>\]/g, '<feff>]')),
  ],
  [
    'a font without Identity-H',
    'font: B',
    doc => fonts(doc).forEach(font => font.set(name('Encoding'), name('WinAnsiEncoding'))),
  ],
  [
    'a font without CIDToGIDMap',
    'has no CIDToGIDMap',
    doc => cidFonts(doc).forEach(font => font.delete(name('CIDToGIDMap'))),
  ],
  [
    'a font of two names',
    'has two names',
    doc => cidFonts(doc).forEach(font => font.set(name('BaseFont'), name('AAAAAA+Otra'))),
  ],
  [
    'a font that does not say it is a subset',
    'does not say',
    doc => fonts(doc).forEach(font => font.set(name('BaseFont'), name('SourceSans3'))),
  ],
  ['widths that are not the font’s', 'widths: glyph', doc => widen(doc)],
  ['a hidden link', 'annotation: hidden', doc => link(doc).set(name('F'), PDFNumber.of(2))],
  ['a link that does not print', 'annotation: hidden', doc => link(doc).delete(name('F'))],
  ['a note', 'annotation: a Text', doc => link(doc).set(name('Subtype'), name('Text'))],
  [
    'a link off the page',
    'annotation: off',
    doc => link(doc).set(name('Rect'), doc.context.obj([0, 900, 40, 910])),
  ],
  [
    'a file of no relationship',
    'has the relationship',
    doc => file(doc).specification.set(name('AFRelationship'), name('Friend')),
  ],
  [
    'a file of two names',
    'elsewhere',
    doc => file(doc).specification.set(name('F'), PDFString.of('otro.csv')),
  ],
  ['a file without its date', 'has no ModDate', doc => params(doc).delete(name('ModDate'))],
  ['a file of a wrong size', 'has a wrong Size', doc => params(doc).set(name('Size'), PDFNumber.of(1))],
  ['a file of no kind', 'has no media type', doc => file(doc).stream?.dict.set(name('Subtype'), name('csv'))],
]

export const moreFaults: readonly Fault[] = [...fileFaults, ...treeFaults, ...contentFaults]

const bad = PDFString.of('es_419!')

function root(document: PDFDocument): PDFDict {
  return document.catalog.lookup(name('StructTreeRoot'), PDFDict)
}

function mark(document: PDFDocument): PDFDict {
  return document.catalog.lookup(name('MarkInfo'), PDFDict)
}

function intent(document: PDFDocument): PDFDict {
  return document.catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
}

function profile(document: PDFDocument): PDFRawStream {
  const stream = intent(document).lookup(name('DestOutputProfile'))
  if (!(stream instanceof PDFRawStream)) throw new RangeError('The sample has no profile')
  return stream
}

function outline(document: PDFDocument): PDFDict {
  return document.catalog.lookup(name('Outlines'), PDFDict).lookup(name('First'), PDFDict)
}

function swapNames(document: PDFDocument, key: string): void {
  const tree = document.catalog.lookup(name('Names'), PDFDict).lookup(name(key), PDFDict)
  const list = tree.lookup(name('Names'), PDFArray)
  const entries = [0, 1, 2, 3].map(at => list.get(at))
  for (const [at, from] of [2, 3, 0, 1].entries()) {
    const entry = entries[from]
    if (entry !== undefined) list.set(at, entry)
  }
}

function swapKeys(document: PDFDocument): void {
  const list = root(document).lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray)
  const [key, value] = [list.get(0), list.get(1)]
  list.remove(0)
  list.remove(0)
  list.push(key)
  list.push(value)
}

function tableOf(document: PDFDocument): Element {
  return first(document, 'Table')
}

function kidsOf({ dict }: Element): PDFArray {
  return dict.lookup(name('K'), PDFArray)
}

function drop(element: Element, type: string): void {
  const kept = element.children.filter(child => child.type !== type).map(({ ref }) => ref)
  element.dict.set(name('K'), element.dict.context.obj(kept))
}

/** The Caption, taken from its place at the head of the table. */
function kidAt(document: PDFDocument) {
  const kids = kidsOf(tableOf(document))
  const caption = kids.get(0)
  kids.remove(0)
  return caption
}

function adopt(document: PDFDocument): void {
  const [list, paragraph] = [first(document, 'L'), first(document, 'P')]
  const kids = listOf(document.context, list.parent?.dict.get(name('K')))
  list.parent?.dict.set(name('K'), document.context.obj([...kids, paragraph.ref]))
}

function alt(document: PDFDocument, text: string): void {
  first(document, 'Figure').dict.set(name('Alt'), PDFHexString.fromText(text))
}

function resource(document: PDFDocument, kind: string): void {
  for (const page of document.getPages()) page.node.Resources()?.delete(name(kind))
}

function toUnicode(document: PDFDocument, change: (text: string) => string): void {
  for (const font of fonts(document)) {
    const stream = font.lookup(name('ToUnicode'))
    if (!(stream instanceof PDFRawStream)) throw new RangeError('A font has no ToUnicode')
    const before = decodeStream(stream)
    const after = change(before)
    if (after === before) throw new RangeError('The fault was not planted')
    const made = document.context.flateStream(Buffer.from(after, 'latin1'))
    font.set(name('ToUnicode'), document.context.register(made))
  }
}

function cidFonts(document: PDFDocument): PDFDict[] {
  return dictionaries(document, 'Font').filter(font => font.get(name('CIDToGIDMap')) !== undefined)
}

function widen(document: PDFDocument): void {
  for (const font of cidFonts(document)) {
    const widths = font.lookup(name('W'), PDFArray).lookup(1, PDFArray)
    for (let at = 0; at < widths.size(); at++) widths.set(at, PDFNumber.of(777))
  }
}

function params(document: PDFDocument): PDFDict {
  const found = file(document).stream?.dict.lookup(name('Params'), PDFDict)
  if (found === undefined) throw new RangeError('The file has no Params')
  return found
}
