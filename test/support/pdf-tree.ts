import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from 'pdf-lib'
import type { PDFContext, PDFDocument, PDFObject } from 'pdf-lib'

/** An element of the structure tree as it is found in a file. */
export type Element = {
  ref: PDFRef
  dict: PDFDict
  type: string
  parent: Element | null
  children: Element[]
  marks: { page: string; mcid: number }[]
  objects: { annotation: string; page: string }[]
}

/** Every element, parents before children; the root's children have no parent. */
export function readElements(document: PDFDocument): Element[] {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  if (root === undefined) return []
  const found: Element[] = []
  const seen = new Set<string>()
  for (const kid of listOf(document.context, root.get(PDFName.of('K')))) {
    if (kid instanceof PDFRef) readElement(document.context, kid, null, found, seen)
  }
  return found
}

function readElement(
  context: PDFContext,
  ref: PDFRef,
  parent: Element | null,
  found: Element[],
  seen: Set<string>,
): void {
  const dict = context.lookup(ref, PDFDict)
  const element: Element = {
    ref,
    dict,
    type: nameOf(dict, 'S') ?? '',
    parent,
    children: [],
    marks: [],
    objects: [],
  }
  found.push(element)
  // An element that two claim, or that holds itself, is told apart by its second coming, and not entered again.
  if (seen.has(String(ref))) return
  seen.add(String(ref))
  parent?.children.push(element)
  const page = String(dict.get(PDFName.of('Pg')))
  for (const kid of listOf(context, dict.get(PDFName.of('K')))) {
    if (kid instanceof PDFRef) readElement(context, kid, element, found, seen)
    else if (kid instanceof PDFNumber) element.marks.push({ page, mcid: kid.asNumber() })
    else if (kid instanceof PDFDict) readReference(kid, page, element)
  }
}

function readReference(kid: PDFDict, page: string, element: Element): void {
  const own = kid.get(PDFName.of('Pg'))
  const where = own === undefined ? page : String(own)
  if (nameOf(kid, 'Type') === 'MCR') {
    element.marks.push({ page: where, mcid: kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber() })
  } else element.objects.push({ annotation: String(kid.get(PDFName.of('Obj'))), page: where })
}

/** The parent tree: key to what it holds. */
export function readParentTree(document: PDFDocument): Map<number, PDFObject> {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
  const tree = root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const numbers = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray)
  const found = new Map<number, PDFObject>()
  for (let at = 0; numbers !== undefined && at + 1 < numbers.size(); at += 2) {
    found.set(numbers.lookup(at, PDFNumber).asNumber(), numbers.get(at + 1))
  }
  return found
}

export function listOf(context: PDFContext, value: PDFObject | undefined): PDFObject[] {
  if (value === undefined) return []
  const direct = value instanceof PDFRef ? context.lookup(value) : value
  if (direct instanceof PDFArray) return direct.asArray()
  return [value]
}

/** A name without its slash. */
export function nameOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : null
}

/** An attribute of one owner, such as Scope of Table. */
export function attributeOf(element: Element, key: string): PDFObject | undefined {
  const list = listOf(element.dict.context, element.dict.get(PDFName.of('A')))
  for (const entry of list) {
    const dict = entry instanceof PDFRef ? element.dict.context.lookup(entry) : entry
    const value = dict instanceof PDFDict ? dict.get(PDFName.of(key)) : undefined
    if (value !== undefined) return value
  }
  return undefined
}
