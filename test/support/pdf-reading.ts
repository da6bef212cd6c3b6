import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'
import { readMarks } from './pdf-text.ts'
import { listOf, nameOf } from './pdf-tree.ts'

/** An element of the structure tree, with what it holds in the order in which it is read aloud. */
export interface Read {
  readonly type: string
  readonly alt: string | null
  /** Attributes as they are written: 'Scope /Row'. */
  readonly attributes: readonly string[]
  readonly kids: readonly (Read | Said | Pointed)[]
}

/** The content of one mark. */
export interface Said {
  readonly text: string
}

/** An annotation that belongs to the element. */
export interface Pointed {
  readonly object: PDFRef
}

interface Source {
  readonly context: PDFContext
  readonly marks: ReadonlyMap<string, string>
}

/** The structure tree as an assistive technology walks it: marks, elements and annotations where they stand. */
export function readAloud(document: PDFDocument): readonly Read[] {
  const { catalog, context } = document
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const source = { context, marks: readMarks(document) }
  return listOf(context, root.get(PDFName.of('K'))).map(kid => elementAt(source, dictOf(source, kid)))
}

function elementAt(source: Source, dict: PDFDict): Read {
  const page = dict.get(PDFName.of('Pg'))
  const alt = dict.lookup(PDFName.of('Alt'))
  return {
    type: nameOf(dict, 'S') ?? '',
    alt: alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : null,
    attributes: attributesOf(source, dict),
    kids: listOf(source.context, dict.get(PDFName.of('K'))).map(kid => kidAt(source, kid, page)),
  }
}

function kidAt(source: Source, kid: PDFObject, page: PDFObject | undefined): Read | Said | Pointed {
  if (kid instanceof PDFNumber) return saidAt(source, page, kid)
  const dict = dictOf(source, kid)
  const own = dict.get(PDFName.of('Pg')) ?? page
  if (nameOf(dict, 'Type') === 'MCR') return saidAt(source, own, dict.lookup(PDFName.of('MCID'), PDFNumber))
  const object = dict.get(PDFName.of('Obj'))
  return object instanceof PDFRef ? { object } : elementAt(source, dict)
}

function saidAt({ marks }: Source, page: PDFObject | undefined, mcid: PDFNumber): Said {
  return { text: marks.get(`${String(page)} ${mcid.asNumber()}`) ?? '' }
}

function attributesOf({ context }: Source, dict: PDFDict): readonly string[] {
  return listOf(context, dict.get(PDFName.of('A'))).flatMap(each => {
    const owner = each instanceof PDFRef ? context.lookup(each) : each
    if (!(owner instanceof PDFDict)) return []
    const entries = owner.entries().filter(([key]) => key.decodeText() !== 'O')
    return entries.map(([key, value]) => `${key.decodeText()} ${written(value)}`)
  })
}

function written(value: PDFObject): string {
  return value instanceof PDFArray ? `[${value.asArray().map(String).join(' ')}]` : String(value)
}

function dictOf({ context }: Source, value: PDFObject): PDFDict {
  const found = value instanceof PDFRef ? context.lookup(value) : value
  if (!(found instanceof PDFDict)) throw new Error(`The structure tree holds ${String(value)}`)
  return found
}

/** As `pdfinfo -struct-text` of poppler 22 prints it. */
export function asPdfinfo(elements: readonly Read[], depth = 0): string {
  return elements.map(element => lineOf(element, depth)).join('')
}

function lineOf({ type, attributes, kids }: Read, depth: number): string {
  const kind = inline.has(type) ? ' (inline)' : block.has(type) ? ' (block)' : ''
  const own = attributes.map(each => `\n${blank(depth + 1)} /${each}`).join('')
  const inside = kids.map(kid => {
    if ('text' in kid) return `${blank(depth + 1)}"${kid.text}"\n`
    if ('object' in kid) return `${blank(depth + 1)}Object ${kid.object.objectNumber} 0\n`
    return lineOf(kid, depth + 1)
  })
  return `${blank(depth)}${type}${kind}${own === '' ? '' : ':'}${own}\n${inside.join('')}`
}

const inline = new Set(['Link', 'Reference', 'Span'])
const block = new Set('P H1 H2 H3 L LI Lbl LBody Table'.split(' '))

function blank(depth: number): string {
  return '  '.repeat(depth)
}

/** For people who look through what changed: a line for each row of a table, and for each other thing that is said. */
export function asOutline(elements: readonly Read[], depth = 0): string {
  return elements.map(element => outlineOf(element, depth)).join('')
}

function outlineOf(element: Read, depth: number): string {
  const { type, alt, kids } = element
  const inside = kids.flatMap(kid => ('type' in kid ? [kid] : []))
  if (type === 'TR')
    return `${blank(depth)}${inside.map(cell => `${named(cell)} ${wordsOf(cell)}`).join(' | ')}\n`
  const isWhole = inside.every(kid => kid.type === 'Link') || type === 'LI' || type === 'TOCI'
  const said = isWhole ? ` ${alt === null ? wordsOf(element) : `«${alt}»`}` : ''
  return `${blank(depth)}${named(element)}${said}\n${isWhole ? '' : asOutline(inside, depth + 1)}`
}

/** With what tells a row's name from a column's, and numbers from bullets. */
function named({ type, attributes }: Read): string {
  const told = attributes
    .filter(each => /^(Scope|ColSpan|ListNumbering) /.test(each))
    .map(each => each.split(' ')[1])
  return [type, ...told].join('')
}

/** What it says, with the words of its links in brackets: those with an annotation alone lead somewhere. */
function wordsOf({ kids }: Read): string {
  const said = kids.map(kid => {
    if ('text' in kid) return kid.text
    if ('object' in kid) return ''
    const leads = kid.kids.some(each => 'object' in each)
    return leads ? `[${wordsOf(kid)}]` : `${wordsOf(kid)} `
  })
  return said.join('').replaceAll(/\s+/g, ' ').trim()
}
