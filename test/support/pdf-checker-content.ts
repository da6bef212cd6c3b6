import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from 'pdf-lib'
import type { PDFDocument, PDFObject, PDFPage } from 'pdf-lib'
import { decodeStream, formsOf, glyphsOf, operationsOf, operationsOn, paints } from './pdf-content.ts'
import type { Operation } from './pdf-content.ts'
import { listOf, nameOf, readParentTree } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

type Owners = Map<string, Element[]>

/** Marks on the pages, who owns them, and the links. */
export function checkContents(document: PDFDocument, elements: readonly Element[]): string[] {
  const owners: Owners = new Map()
  for (const element of elements) {
    for (const { page, mcid } of element.marks) {
      const key = `${page} ${mcid}`
      owners.set(key, [...(owners.get(key) ?? []), element])
    }
  }
  const tree = readParentTree(document)
  const byRef = new Map(elements.map(element => [String(element.ref), element]))
  const destinations = destinationNames(document)
  return document
    .getPages()
    .flatMap((page, at) => [
      ...checkMarks(document, page, owners, tree).map(finding => `${finding} (page ${at + 1})`),
      ...checkLinks(document, page, byRef, tree, destinations).map(finding => `${finding} (page ${at + 1})`),
    ])
}

function checkMarks(
  document: PDFDocument,
  page: PDFPage,
  owners: Owners,
  tree: ReadonlyMap<number, PDFObject>,
): string[] {
  const findings: string[] = []
  if (nameOf(page.node, 'Tabs') !== 'S') findings.push('tabs: not in structure order')
  const operations = operationsOn(document, page)
  const forms = [...formsOf(page).values()].flatMap(form => operationsOf(decodeStream(form)))
  if ([...operations, ...forms].some(operation => glyphsOf(operation).includes('0000'))) {
    findings.push('glyph: a box stands for a missing letter')
  }
  findings.push(...checkState(operations))
  const { marked, faults } = walk(operations)
  findings.push(...faults)
  return [...findings, ...marked.flatMap(mcid => checkOwner(document, page, mcid, owners, tree))]
}

/** Every stroke of paint is either content of an element or an artifact, and the two do not nest. */
function walk(operations: readonly Operation[]): { marked: number[]; faults: string[] } {
  const open: ('content' | 'artifact' | 'other')[] = []
  const marked: number[] = []
  const faults = new Set<string>()
  for (const operation of operations) {
    const { operator, operands } = operation
    if (operator === 'BDC' || operator === 'BMC') {
      const mcid = /\/MCID (\d+)/.exec(operands.join(' '))?.[1]
      const kind = mcid !== undefined ? 'content' : operands[0] === '/Artifact' ? 'artifact' : 'other'
      if (kind !== 'other' && open.some(each => each !== 'other')) faults.add('marks: one inside another')
      if (mcid !== undefined) marked.push(Number(mcid))
      open.push(kind)
    } else if (operator === 'EMC') {
      if (open.pop() === undefined) faults.add('marks: EMC without a beginning')
    } else if (paints(operation) && !open.some(each => each !== 'other'))
      faults.add(`marks: ${operator} outside`)
  }
  if (open.length > 0) faults.add('marks: one is not closed')
  if (new Set(marked).size !== marked.length) faults.add('marks: one MCID twice')
  return { marked, faults: [...faults] }
}

/** Text within BT and ET, each q with its Q and no more than 28 deep, colours of the declared space. */
function checkState(operations: readonly Operation[]): string[] {
  const faults = new Set<string>()
  let [depth, texts] = [0, 0]
  for (const { operator } of operations) {
    if (operator === 'q') depth += 1
    if (operator === 'Q') depth -= 1
    if (operator === 'BT') texts += 1
    if (operator === 'ET') texts -= 1
    if (depth < 0 || depth > 28) faults.add('state: q and Q')
    if (texts < 0 || texts > 1) faults.add('text: BT and ET')
    if (/^(Tj|TJ|'|")$/.test(operator) && texts !== 1) faults.add('text: outside BT and ET')
    if (/^[kK]$/.test(operator)) faults.add('colour: CMYK on a page of RGB')
    if (operator === 'BI') faults.add('image: an inline image')
    if (/^(cs|CS|sh)$/.test(operator)) faults.add(`colour: ${operator}`)
    if (operator === 'gs') faults.add('state: gs')
  }
  if (depth !== 0) faults.add('state: q and Q')
  if (texts !== 0) faults.add('text: BT and ET')
  return [...faults]
}

function checkOwner(
  document: PDFDocument,
  page: PDFPage,
  mcid: number,
  owners: Owners,
  tree: ReadonlyMap<number, PDFObject>,
): string[] {
  const [owner, ...others] = owners.get(`${String(page.ref)} ${mcid}`) ?? []
  if (owner === undefined) return [`owner: nobody owns MCID ${mcid}`]
  if (others.length > 0) return [`owner: MCID ${mcid} is owned twice`]
  const key = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber()
  const list = key === undefined ? [] : listOf(document.context, tree.get(key))
  return String(list[mcid]) === String(owner.ref) ? [] : [`parent tree: MCID ${mcid} names another`]
}

function checkLinks(
  document: PDFDocument,
  page: PDFPage,
  elements: ReadonlyMap<string, Element>,
  tree: ReadonlyMap<number, PDFObject>,
  destinations: ReadonlySet<string>,
): string[] {
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
  return annotations.flatMap(ref => {
    const dict = document.context.lookup(ref)
    if (!(dict instanceof PDFDict)) return ['annotation: none where one is named']
    if (nameOf(dict, 'Subtype') !== 'Link') return [`annotation: a ${nameOf(dict, 'Subtype')}`]
    const findings = checkAnnotation(dict, page)
    if (textAt(dict, 'Contents') === '') findings.push('link: no Contents')
    const key = dict.lookupMaybe(PDFName.of('StructParent'), PDFNumber)?.asNumber()
    const named = key === undefined ? undefined : tree.get(key)
    const owner = elements.get(String(named))
    if (owner?.type !== 'Link') findings.push('link: outside the structure')
    const object = owner?.objects.find(({ annotation }) => annotation === String(ref))
    if (object?.page !== String(page.ref)) findings.push('link: its OBJR is missing or on another page')
    const target = dict.lookupMaybe(PDFName.of('A'), PDFDict)
    const goal = target === undefined ? '' : textAt(target, 'D')
    if (goal !== '' && !destinations.has(goal)) findings.push(`link: no destination «${goal}»`)
    return findings
  })
}

/** Printed, not hidden, and on its page: ISO 19005-3, 6.3.2. */
function checkAnnotation(dict: PDFDict, page: PDFPage): string[] {
  const findings: string[] = []
  const flags = dict.lookupMaybe(PDFName.of('F'), PDFNumber)?.asNumber() ?? 0
  if ((flags & 4) === 0 || (flags & 0b1_0010_0011) !== 0) findings.push('annotation: hidden or not printed')
  const [left = 0, bottom = 0, right = 0, top = 0] = (
    dict.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asArray() ?? []
  ).map(each => (each instanceof PDFNumber ? each.asNumber() : 0))
  const { width, height } = page.getMediaBox()
  const isInside = left >= 0 && bottom >= 0 && right <= width && top <= height
  if (!isInside || right <= left || top <= bottom) findings.push('annotation: off the page')
  return findings
}

/** Names that links may lead to, with the page of each. */
export function readDestinations(document: PDFDocument): Map<string, PDFObject> {
  const names = document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const tree = names?.lookupMaybe(PDFName.of('Dests'), PDFDict)
  const list = tree?.lookupMaybe(PDFName.of('Names'), PDFArray)
  const found = new Map<string, PDFObject>()
  for (let at = 0; list !== undefined && at + 1 < list.size(); at += 2) {
    const name = list.lookup(at)
    const [page] = listOf(document.context, list.get(at + 1))
    if ((name instanceof PDFString || name instanceof PDFHexString) && page instanceof PDFRef) {
      found.set(name.decodeText(), page)
    }
  }
  return found
}

function destinationNames(document: PDFDocument): ReadonlySet<string> {
  return new Set(readDestinations(document).keys())
}

function textAt(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
