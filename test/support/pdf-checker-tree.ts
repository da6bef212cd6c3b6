import { PDFArray, PDFName, PDFNumber } from 'pdf-lib'
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
  return [...elements.flatMap(checkElement), ...checkHeadings(elements)]
}

function checkElement(element: Element): string[] {
  return [
    ...checkNesting(element),
    ...(element.type === 'Table' ? checkTable(element) : []),
    ...(element.type === 'TH' ? checkScope(element) : []),
    ...(element.type === 'Figure' ? checkFigure(element) : []),
  ]
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
  const hasHead = rows.some(row => row.children.some(cell => cell.type === 'TH'))
  return [
    ...(hasHead ? [] : ['table: no TH']),
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
  if (figure.dict.get(PDFName.of('Alt')) === undefined) findings.push('figure: no Alt')
  if (!(box instanceof PDFArray) || box.size() !== 4) findings.push('figure: no BBox')
  return findings
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
