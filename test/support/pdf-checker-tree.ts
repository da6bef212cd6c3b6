import { PDFArray, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib'
import { attributeOf } from './pdf-tree.ts'
import type { Element } from './pdf-tree.ts'

const standard = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
)

/** Who may stand inside whom; a type that is not named may stand anywhere. */
const parents: Readonly<Record<string, readonly string[]>> = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  LI: ['L'],
  Lbl: ['LI', 'TOCI', 'Note', 'BibEntry'],
  LBody: ['LI'],
  TOCI: ['TOC'],
}

const children: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI', 'TOC', 'Caption'],
}

/** The shape of the structure tree. */
export function checkTree(elements: readonly Element[]): string[] {
  return [...checkOnce(elements), ...elements.flatMap(checkElement), ...checkHeadings(elements)]
}

function checkElement(element: Element): string[] {
  return [
    ...checkNesting(element),
    ...(element.type === 'Table' ? checkTable(element) : []),
    ...(element.type === 'TH' ? checkScope(element) : []),
    ...(element.type === 'Figure' ? checkFigure(element) : []),
    ...(element.type === 'L' ? checkList(element) : []),
    ...(element.type === 'Link' && element.objects.length === 0
      ? ['link: an element without annotation']
      : []),
    ...(element.type === 'TOCI' && !holds(element, 'Link') ? ['toc: an entry without a link'] : []),
    ...(element.type === 'Note' ? checkNote(element) : []),
    ...checkLanguage(element),
    ...checkEmpty(element),
  ]
}

/** Headings, captions, list items and paragraphs that hold nothing are heard as silence. */
function checkEmpty(element: Element): string[] {
  const said = /^(H[1-6]|Caption|LBody|P|TH|Link)$/.test(element.type)
  const isEmpty = element.marks.length + element.children.length + element.objects.length === 0
  return said && isEmpty ? [`empty: ${element.type} ${String(element.ref)}`] : []
}

function checkOnce(elements: readonly Element[]): string[] {
  const refs = elements.map(({ ref }) => String(ref))
  return new Set(refs).size === refs.length ? [] : ['tree: an element in two places']
}

function holds(element: Element, type: string): boolean {
  return element.children.some(child => child.type === type || holds(child, type))
}

/** ISO 14289-1, 7.6: numbers are said to be numbers. */
function checkList(list: Element): string[] {
  const labelled = list.children.some(item => item.children.some(({ type }) => type === 'Lbl'))
  const numbering = attributeOf(list, 'ListNumbering')
  return labelled &&
    !/^\/(Decimal|Disc|Circle|Square|UpperRoman|LowerRoman|UpperAlpha|LowerAlpha)$/.test(String(numbering))
    ? ['list: labels without ListNumbering']
    : []
}

function checkLanguage({ dict, type }: Element): string[] {
  const lang = dict.lookup(PDFName.of('Lang'))
  if (lang === undefined) return []
  const tag = lang instanceof PDFString || lang instanceof PDFHexString ? lang.decodeText() : ''
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? [] : [`lang: «${tag}» of ${type}`]
}

function checkNesting({ type, parent, children: kids, dict, ref }: Element): string[] {
  const findings: string[] = []
  if (!standard.has(type)) findings.push(`type: ${type} is not standard`)
  const allowed = parents[type]
  if (allowed !== undefined && !allowed.includes(parent?.type ?? '')) {
    findings.push(`nesting: ${type} in ${parent?.type ?? 'the root'}`)
  }
  for (const kid of kids) {
    const inside = children[type]
    if (inside !== undefined && !inside.includes(kid.type)) findings.push(`nesting: ${kid.type} in ${type}`)
  }
  if (parent !== null && String(dict.get(PDFName.of('P'))) !== String(parent.ref)) {
    findings.push(`parent: ${type} ${String(ref)} names another`)
  }
  return findings
}

function checkTable(table: Element): string[] {
  const sections = table.children.flatMap(child => (child.type === 'TR' ? [child] : child.children))
  const rows = sections.filter(row => row.type === 'TR')
  const widths = new Set(rows.map(row => row.children.reduce((sum, cell) => sum + spanOf(cell), 0)))
  const parts = table.children.map(({ type }) => type)
  const count = (type: string) => parts.filter(each => each === type).length
  const hasHead = rows.some(row => row.children.some(cell => cell.type === 'TH'))
  return [
    ...(hasHead ? [] : ['table: no TH']),
    ...(count('Caption') === 1 ? [] : ['table: not one Caption']),
    ...(count('Caption') === 0 || parts[0] === 'Caption' ? [] : ['table: Caption is not first']),
    ...(count('THead') === 1 ? [] : ['table: not one THead']),
    ...(count('TBody') === 0 ? ['table: no TBody'] : []),
    ...(count('TFoot') > 1 ? ['table: two TFoot'] : []),
    ...(widths.size > 1 ? [`table: rows of ${[...widths].join(' and ')} cells`] : []),
  ]
}

function spanOf(cell: Element): number {
  const span = attributeOf(cell, 'ColSpan')
  return span instanceof PDFNumber ? span.asNumber() : 1
}

function checkScope(cell: Element): string[] {
  const scope = String(attributeOf(cell, 'Scope'))
  return /^\/(Row|Column|Both)$/.test(scope) ? [] : ['scope: TH without Scope']
}

function checkFigure(figure: Element): string[] {
  const box = attributeOf(figure, 'BBox')
  const findings: string[] = []
  const alt = figure.dict.lookup(PDFName.of('Alt'))
  const text = alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText().trim() : ''
  if (alt === undefined) findings.push('figure: no Alt')
  else if (text.length < 40 || text.length > 800) findings.push(`figure: Alt of ${text.length} characters`)
  if (!(box instanceof PDFArray) || box.size() !== 4) return [...findings, 'figure: no BBox']
  const [left = 0, bottom = 0, right = 0, top = 0] = box
    .asArray()
    .map(each => (each instanceof PDFNumber ? each.asNumber() : Number.NaN))
  const isOnPage = left >= 0 && bottom >= 0 && right > left && top > bottom && right < 612 && top < 842
  return isOnPage ? findings : [...findings, 'figure: BBox off the page']
}

/** ISO 14289-1, 7.9. */
function checkNote({ dict }: Element): string[] {
  return dict.get(PDFName.of('ID')) === undefined ? ['note: without ID'] : []
}

function checkHeadings(elements: readonly Element[]): string[] {
  let level = 0
  return elements.flatMap(({ type }) => {
    const found = /^H([1-6])$/.exec(type)?.[1]
    if (found === undefined) return []
    const skips = Number(found) > level + 1
    const finding = `headings: H${found} after ${level === 0 ? 'none' : `H${level}`}`
    level = Number(found)
    return skips ? [finding] : []
  })
}
