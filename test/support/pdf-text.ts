import { PDFDict, PDFName, PDFRawStream } from 'pdf-lib'
import type { PDFDocument } from 'pdf-lib'
import { decodeStream, formsOf, glyphsOf, operationsOf, operationsOn } from './pdf-content.ts'
import type { Operation } from './pdf-content.ts'
import { readElements } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

/** What an element says, its children's text included, in the order of the tree. */
export type Spoken = { type: string; text: string; page: string | null }

type Letters = ReadonlyMap<string, string>

/** Every element with its text, as a screen reader would find it through the fonts' own tables. */
export function readText(document: PDFDocument): Spoken[] {
  return spokenBy(readElements(document), readMarks(document))
}

/** As `readText`, of elements and marks that are read already. */
export function spokenBy(elements: readonly Element[], byMark: ReadonlyMap<string, string>): Spoken[] {
  const say = (element: Element): string =>
    element.marks.map(({ page, mcid }) => byMark.get(`${page} ${mcid}`) ?? '').join('') +
    element.children.map(say).join('')
  return elements.map(element => ({
    type: element.type,
    text: say(element),
    page: element.marks[0]?.page ?? null,
  }))
}

/** What the content of each mark says, by the reference of its page and its MCID: '7 0 R 3'. */
export function readMarks(document: PDFDocument): ReadonlyMap<string, string> {
  const byMark = new Map<string, string>()
  for (const page of document.getPages()) {
    const fonts = lettersOf(page.node.Resources())
    const forms = new Map<string, string>()
    for (const [name, form] of formsOf(page)) {
      const resources = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
      forms.set(name, plainOf(operationsOf(decodeStream(form)), lettersOf(resources)))
    }
    collect(operationsOn(document, page), fonts, forms, (mcid, text) => {
      const key = `${String(page.ref)} ${mcid}`
      byMark.set(key, (byMark.get(key) ?? '') + text)
    })
  }
  return byMark
}

/** Text that belongs to no element: running heads and feet, repeated table heads. */
export function readArtifacts(document: PDFDocument): string[] {
  return document.getPages().map(page => {
    const said: string[] = []
    collect(operationsOn(document, page), lettersOf(page.node.Resources()), new Map(), (mcid, text) => {
      if (mcid === null) said.push(text)
    })
    return said.join('')
  })
}

function collect(
  operations: readonly Operation[],
  fonts: ReadonlyMap<string, Letters>,
  forms: ReadonlyMap<string, string>,
  say: (mcid: string | null, text: string) => void,
): void {
  let mcid: string | null = null
  let letters: Letters = new Map()
  for (const operation of operations) {
    const { operator, operands } = operation
    if (operator === 'BDC') mcid = /\/MCID (\d+)/.exec(operands.join(' '))?.[1] ?? null
    if (operator === 'Tf') letters = fonts.get(operands[0]?.slice(1) ?? '') ?? letters
    if (operator === 'Do') say(mcid, forms.get(operands[0]?.slice(1) ?? '') ?? '')
    const text = glyphsOf(operation).map(glyph => letters.get(glyph) ?? '?')
    if (text.length > 0) say(mcid, text.join(''))
  }
}

function plainOf(operations: readonly Operation[], fonts: ReadonlyMap<string, Letters>): string {
  const said: string[] = []
  collect(operations, fonts, new Map(), (_, text) => said.push(text))
  return said.join('')
}

function lettersOf(resources: PDFDict | undefined): Map<string, Letters> {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const found = new Map<string, Letters>()
  for (const [name] of fonts?.entries() ?? []) {
    const map = fonts?.lookup(name, PDFDict).lookup(PDFName.of('ToUnicode'))
    if (map instanceof PDFRawStream) found.set(name.decodeText(), lettersIn(map))
  }
  return found
}

/** Every page names the same few fonts. */
function lettersIn(map: PDFRawStream): Letters {
  const letters = known.get(map) ?? readCharacterMap(decodeStream(map))
  known.set(map, letters)
  return letters
}

const known = new WeakMap<PDFRawStream, Letters>()

/** pdfkit writes ranges with a list of texts each. */
function readCharacterMap(source: string): Letters {
  const letters = new Map<string, string>()
  for (const [, start = '', , list = ''] of source.matchAll(/<(\w+)> <(\w+)> \[(.*?)\]/g)) {
    const texts = list.match(/<[^>]*>/g) ?? []
    texts.forEach((text, at) => {
      const code = (Number.parseInt(start, 16) + at).toString(16).padStart(4, '0')
      const units = text.slice(1, -1).replace(/ /g, '').match(/.{4}/g) ?? []
      letters.set(code, String.fromCharCode(...units.map(unit => Number.parseInt(unit, 16))))
    })
  }
  return letters
}
