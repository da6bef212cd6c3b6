import type { HeadingBlock } from '../blocks.ts'
import type { Flow } from './page-flow.ts'
import { countEntries } from './pdfkit-faults.ts'

/** Adds a heading, `top` points down the current page, to the outline. */
export type Outline = (heading: HeadingBlock, top: number) => void

export function createOutline(flow: Flow): Outline {
  const parents: PDFKit.PDFOutline[] = [flow.document.outline]
  return (heading, top) => {
    parents.length = heading.level
    const parent = parents.at(-1) ?? flow.document.outline
    const title = heading.number === undefined ? heading.text : `${heading.number} ${heading.text}`
    // pdfkit counts `left` from the right edge, and fits the page unless told not to.
    const place = { left: flow.frame.width, top, fit: false, expanded: false }
    parents.push(parent.addItem(title, place))
    countEntries(parent, parent === flow.document.outline)
  }
}
