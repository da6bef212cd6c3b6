import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFPage } from 'pdf-lib'

/** One operator of a content stream with its operands as they are written. */
export type Operation = { operator: string; operands: readonly string[] }

const painting = new Set([
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
  'EI',
])

/** The decoded content of a page as text, one byte a character. */
export function contentOf(document: PDFDocument, page: PDFPage): string {
  const contents = page.node.get(PDFName.of('Contents'))
  const direct = contents instanceof PDFRef ? document.context.lookup(contents) : contents
  const streams = direct instanceof PDFArray ? direct.asArray() : [contents]
  return streams
    .map(entry => (entry instanceof PDFRef ? document.context.lookup(entry) : entry))
    .map(stream => (stream instanceof PDFRawStream ? decodeStream(stream) : ''))
    .join('\n')
}

/** What a page draws; read once for all who ask, until its content is another. */
export function operationsOn(document: PDFDocument, page: PDFPage): readonly Operation[] {
  const contents = page.node.get(PDFName.of('Contents'))
  const known = read.get(page.node)
  if (known !== undefined && known.contents === contents) return known.operations
  const operations = operationsOf(contentOf(document, page))
  read.set(page.node, { contents, operations })
  return operations
}

const read = new WeakMap<object, { contents: PDFObject | undefined; operations: readonly Operation[] }>()

export function decodeStream(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

export function operationsOf(content: string): Operation[] {
  const tokens =
    content.match(/\[[^\]]*\]|<<.*?>>|<[0-9a-fA-F]*>|\((?:\\.|[^\\)])*\)|\/[^\s/<[(]+|[^\s/<[(]+/gs) ?? []
  const operations: Operation[] = []
  let operands: string[] = []
  for (const token of tokens) {
    if (/^[A-Za-z'"][A-Za-z0-9*]*$/.test(token)) {
      operations.push({ operator: token, operands })
      operands = []
    } else operands.push(token)
  }
  return operations
}

export function paints({ operator }: Operation): boolean {
  return painting.has(operator)
}

/** Glyph codes of two bytes that an operation shows. */
export function glyphsOf({ operator, operands }: Operation): string[] {
  if (operator !== 'Tj' && operator !== 'TJ') return []
  const strings = operands.join(' ').match(/<[0-9a-fA-F]*>/g) ?? []
  return strings.flatMap(text => text.slice(1, -1).match(/.{4}/g) ?? [])
}

/** The form XObjects that a page draws, by name. */
export function formsOf(page: PDFPage): Map<string, PDFRawStream> {
  const forms = new Map<string, PDFRawStream>()
  const resources = page.node.Resources()
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  for (const [name, value] of objects?.entries() ?? []) {
    const stream = page.node.context.lookup(value)
    if (stream instanceof PDFRawStream) forms.set(name.decodeText(), stream)
  }
  return forms
}
