import type { Block } from '../blocks.ts'
import { chartHeight } from './draw-chart.ts'
import { figuresHeight } from './draw-key-figures.ts'
import { tableOpeningHeight } from './draw-table.ts'
import { qrHeight } from './draw-qr.ts'
import { calloutHeight, headingHeight, listHeight, textHeight } from './draw-text.ts'
import type { Flow } from './page-flow.ts'
import { styles } from './theme.ts'

/**
 * Points that what follows a heading needs on the same page: further headings, a paragraph that leads to a
 * table or a chart, and of the first thing with a body as much as may not be parted.
 */
export function openingHeight(flow: Flow, following: readonly Block[]): number {
  const { frame } = flow
  let height = 0
  for (const [at, block] of following.entries()) {
    height += openingOf(flow, block)
    if (!leadsOn(block, following[at + 1])) break
  }
  return Math.min(height, (frame.bottom - frame.top) * 0.75)
}

/** Points that the blocks up to the next page break take, where none of them is a table of many rows. */
export function heightToBreak(flow: Flow, following: readonly Block[]): number {
  const end = following.findIndex(({ kind }) => kind === 'pageBreak')
  return following
    .slice(0, end < 0 ? following.length : end)
    .reduce(
      (sum, block) => sum + (block.kind === 'list' ? listHeight(flow, block) : openingOf(flow, block)),
      0,
    )
}

function leadsOn(block: Block, next: Block | undefined): boolean {
  if (block.kind === 'heading') return true
  return block.kind === 'paragraph' && (next?.kind === 'table' || next?.kind === 'chart')
}

function openingOf(flow: Flow, block: Block): number {
  if ('runs' in block) return block.kind === 'callout' ? calloutHeight(flow, block) : textHeight(flow, block)
  switch (block.kind) {
    case 'heading':
      return headingHeight(flow, block)
    case 'keyFigures':
      return figuresHeight(flow, block)
    case 'chart':
      return chartHeight(flow, block)
    case 'table':
      return tableOpeningHeight(flow, block) + 8
    default:
      return fixedHeight[block.kind] ?? 0
  }
}

const fixedHeight: Partial<Record<Block['kind'], number>> = { list: 3 * styles.body.leading, qr: qrHeight }
