import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'
import type { PDFDocument, PDFObject } from 'pdf-lib'
import { readDestinations } from './pdf-checker-content.ts'
import { listOf, nameOf, readParentTree } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

/** What a file must be whatever it shows: not encrypted, identified, without scripts, its colours defined. */
export function checkFile(document: PDFDocument, elements: readonly Element[]): string[] {
  return [
    ...checkTrailer(document),
    ...checkColours(document),
    ...checkActions(document),
    ...checkRoot(document),
    ...checkOrder(document),
    ...checkOutline(document, elements),
  ]
}

/** The rules that only the bytes can break. ISO 19005-3, 6.1.2 and 6.1.3. */
export function checkBytes(bytes: Buffer): string[] {
  const findings: string[] = []
  if (!/^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(bytes.toString('latin1', 0, 20))) findings.push('header: wrong')
  if (!/startxref\n\d+\n%%EOF\n?$/.test(bytes.toString('latin1', bytes.length - 40)))
    findings.push('end: something follows %%EOF')
  return findings
}

function checkTrailer({ context }: PDFDocument): string[] {
  const { Encrypt, ID, Info } = context.trailerInfo
  const findings: string[] = []
  if (Encrypt !== undefined) findings.push('encrypted')
  const ids = ID instanceof PDFArray ? ID.asArray().map(String) : []
  if (ids.length !== 2 || !/^<[0-9A-F]{32}>$/i.test(ids[0] ?? '')) findings.push('id: the file has none')
  if (Info === undefined) findings.push('info: none')
  return findings
}

function checkColours({ catalog }: PDFDocument): string[] {
  const [intent] = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)?.asArray() ?? []
  if (intent === undefined) return []
  const dict = intent instanceof PDFRef ? catalog.context.lookup(intent) : intent
  if (!(dict instanceof PDFDict) || nameOf(dict, 'S') !== 'GTS_PDFA1') return ['colour: intent is not PDF/A']
  const profile = dict.lookup(PDFName.of('DestOutputProfile'))
  if (!(profile instanceof PDFRawStream)) return ['colour: intent without a profile']
  const bytes = Buffer.from(decodePDFRawStream(profile).decode())
  const isRgb = bytes.toString('latin1', 36, 40) === 'acsp' && bytes.toString('latin1', 16, 20) === 'RGB '
  const channels = profile.dict.lookupMaybe(PDFName.of('N'), PDFNumber)?.asNumber()
  return isRgb && channels === 3 ? [] : ['colour: profile is not one of three channels']
}

const actions = new Set(['GoTo', 'URI'])

/** Nothing runs, sounds or opens another program. ISO 19005-3, 6.5. */
function checkActions(document: PDFDocument): string[] {
  const { catalog, context } = document
  const findings: string[] = []
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  if (names?.get(PDFName.of('JavaScript')) !== undefined) findings.push('action: JavaScript by name')
  for (const key of ['AA', 'OpenAction'])
    if (catalog.get(PDFName.of(key)) !== undefined) findings.push(`action: ${key} of the document`)
  if (catalog.get(PDFName.of('AcroForm')) !== undefined) findings.push('action: a form')
  for (const [, object] of context.enumerateIndirectObjects()) {
    const action = object instanceof PDFDict ? object.lookup(PDFName.of('A')) : undefined
    const kind = action instanceof PDFDict ? nameOf(action, 'S') : null
    if (kind !== null && !actions.has(kind) && nameOf(action as PDFDict, 'O') === null)
      findings.push(`action: ${kind}`)
  }
  return findings
}

function checkRoot({ catalog, context }: PDFDocument): string[] {
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined) return []
  const kids = listOf(context, root.get(PDFName.of('K')))
  const [first] = kids
  const dict = first instanceof PDFRef ? context.lookup(first) : first
  const findings: string[] = []
  if (kids.length !== 1 || !(dict instanceof PDFDict) || nameOf(dict, 'S') !== 'Document')
    findings.push('tree: not one Document')
  if (root.get(PDFName.of('ParentTree')) === undefined) findings.push('tree: no parent tree')
  // Every type is a standard one already: a map could only make another of it.
  if (root.get(PDFName.of('RoleMap')) !== undefined) findings.push('type: roles are mapped')
  const next = root.lookupMaybe(PDFName.of('ParentTreeNextKey'), PDFNumber)?.asNumber() ?? -1
  if ([...readParentTree({ catalog, context } as PDFDocument).keys()].some(key => key >= next))
    findings.push('tree: ParentTreeNextKey is taken')
  const mark = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  if (String(mark?.get(PDFName.of('Suspects'))) === 'true') findings.push('marked: with suspects')
  return findings
}

/** Readers look names and keys up by halves: out of order they are not found. */
function checkOrder(document: PDFDocument): string[] {
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const findings = ['Dests', 'EmbeddedFiles'].flatMap(key => {
    const list = names?.lookupMaybe(PDFName.of(key), PDFDict)?.lookupMaybe(PDFName.of('Names'), PDFArray)
    const texts = (list?.asArray() ?? []).filter((_, at) => at % 2 === 0).map(textOf)
    return isAscending(texts.map(text => Buffer.from(text, 'latin1').toString('hex')))
      ? []
      : [`order: names of ${key}`]
  })
  const keys = [...readParentTree(document).keys()].map(key => String(key).padStart(9, '0'))
  return isAscending(keys) ? findings : [...findings, 'order: keys of the parent tree']
}

function isAscending(texts: readonly string[]): boolean {
  return texts.every((text, at) => at === 0 || (texts[at - 1] ?? '') < text)
}

function textOf(value: PDFObject): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

/** Every heading but that of the contents stands in the outline, and every entry leads to a page. */
function checkOutline(document: PDFDocument, elements: readonly Element[]): string[] {
  const { catalog, context } = document
  const destinations = readDestinations(document)
  const ofContents = elements.some(({ type }) => type === 'TOC') ? 1 : 0
  const headings = elements.filter(({ type }) => /^H[12]$/.test(type)).length - ofContents
  const pages = new Set(document.getPages().map(page => String(page.ref)))
  const findings: string[] = []
  let entries = 0
  const visit = (dict: PDFDict | undefined, depth: number): void => {
    const before = entries
    for (let item = dict?.lookupMaybe(PDFName.of('First'), PDFDict); item !== undefined && entries < 9999;) {
      entries += 1
      if (textOf(item.lookup(PDFName.of('Title')) ?? PDFString.of('')).trim() === '')
        findings.push('outline: an entry without words')
      const [page] = listOf(context, item.get(PDFName.of('Dest')))
      const name = item.lookup(PDFName.of('Dest'))
      const isNamed = name !== undefined && destinations.has(textOf(name))
      if (!isNamed && !pages.has(String(page))) findings.push('outline: an entry that leads nowhere')
      if (depth < 6) visit(item, depth + 1)
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
    const isCounted = dict?.get(PDFName.of('Count')) !== undefined
    if (entries > before && !isCounted) findings.push('outline: entries that are not counted')
  }
  visit(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict), 0)
  if (entries < headings) findings.push(`outline: ${entries} entries for ${headings} headings`)
  return findings
}
