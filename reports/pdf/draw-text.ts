import { palette } from '../../client/charts/palette.ts'
import type { CalloutBlock, HeadingBlock, LeadBlock, ListBlock, ParagraphBlock } from '../blocks.ts'
import { baseline, drawLine, drawLines, flowLines } from './draw-lines.ts'
import type { Flow } from './page-flow.ts'
import { layoutRuns, layoutText, singleLine } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/**
 * Draws a heading on a page that has `company` points for what must follow it there; returns how far down
 * the page a link to it leads.
 */
export async function drawHeading(flow: Flow, block: HeadingBlock, company: number): Promise<number> {
  const { frame, pen, tagging, typesetter } = flow
  const { style, numberStyle, type, before, above, below } = headings[block.level]
  const lines = linesOf(flow, block)
  const least = block.level === 1 && frame.captionWidth > 0 ? Math.max(company, chapterCompany) : company
  await flow.reserve(headingHeight(flow, block) + least)
  if (flow.y > frame.top) flow.y += before
  const target = flow.y - above - 9
  flow.document.addNamedDestination(block.id, 'XYZ', 0, target, null)
  // A letter has no chapters.
  if (block.level === 1 && frame.captionWidth > 0)
    tagging.artifact(() => pen.line(frame.left, flow.y, frame.right, flow.y, chapterRule))
  const top = flow.y + above
  const tag = tagging.open(tagging.root, type)
  tagging.mark(tag, () => {
    if (block.number !== undefined) {
      drawLine(
        flow,
        singleLine(typesetter, `${block.number} `, numberStyle),
        frame.left,
        baseline(style, top),
      )
    }
    drawLines(flow, lines, style, frame.textLeft, top)
  })
  tagging.close(tag)
  flow.y = top + lines.length * style.leading + below
  return target
}

/** A chapter stands under a rule; numbers hang in the caption column, titles stand over the text. */
const headings = {
  1: { style: styles.heading1, numberStyle: styles.number1, type: 'H1', before: 22, above: 9, below: 12 },
  2: { style: styles.heading2, numberStyle: styles.number2, type: 'H2', before: 12, above: 2, below: 3 },
  3: { style: styles.heading3, numberStyle: styles.number3, type: 'H3', before: 4, above: 2, below: 2 },
} as const

/** A chapter does not begin with a line or two at the foot of a page. Points. */
const chapterCompany = 110

const chapterRule = { color: palette.ink, width: 0.8 }

function linesOf({ frame, typesetter }: Flow, block: HeadingBlock): readonly Line[] {
  return layoutText(typesetter, block.text, headings[block.level].style, frame.right - frame.textLeft)
}

/** Points that a heading takes, with the blank around it. */
export function headingHeight(flow: Flow, block: HeadingBlock): number {
  const { style, before, above, below } = headings[block.level]
  return before + above + linesOf(flow, block).length * style.leading + below
}

/** Points that a paragraph takes, with the blank around it. */
export function textHeight(flow: Flow, block: LeadBlock | ParagraphBlock): number {
  const { style, left, before, after } = shapeOf(flow, block)
  const lines = layoutRuns(flow.typesetter, block.runs, style, flow.frame.right - left)
  return before + lines.length * style.leading + after
}

/** A lead takes the whole width, a paragraph the text columns. */
function shapeOf({ frame }: Flow, block: LeadBlock | ParagraphBlock) {
  if (block.kind === 'lead') return { style: styles.lead, left: frame.left, before: 0, after: 12 }
  const after = block.place === 'together' || block.place === 'sign' ? 0 : 7
  return {
    style: styles.body,
    left: frame.textLeft,
    before: block.place === 'sign' ? signatureRoom : 0,
    after,
  }
}

const signatureRoom = 38

export async function drawText(flow: Flow, block: LeadBlock | ParagraphBlock): Promise<void> {
  const { style, left, before, after } = shapeOf(flow, block)
  const lines = layoutRuns(flow.typesetter, block.runs, style, flow.frame.right - left)
  if (lines.length === 0) return
  // Whoever signs signs below the text, with the name under the line.
  if (before > 0) await flow.reserve(textHeight(flow, block) + style.leading)
  flow.y += before
  const tag = flow.tagging.open(flow.tagging.root, 'P')
  await flowLines(flow, tag, lines.map(placedIn(flow, block)), style, left)
  flow.tagging.close(tag)
  flow.y += after
}

function placedIn({ frame }: Flow, block: LeadBlock | ParagraphBlock): (line: Line) => Line {
  if (block.kind === 'lead' || block.place !== 'end') return line => line
  return line => {
    const indent = frame.right - frame.textLeft - line.width
    return { ...line, pieces: line.pieces.map(piece => ({ ...piece, x: piece.x + indent })) }
  }
}

export async function drawList(flow: Flow, block: ListBlock): Promise<void> {
  if (block.items.length === 0) return
  const { tagging, typesetter, frame } = flow
  const style = styles.body
  const left = frame.textLeft + itemIndent
  const list = tagging.open(tagging.root, 'L', { numbering: block.ordered ? 'Decimal' : 'Disc' })
  for (const [at, runs] of block.items.entries()) {
    const lines = layoutRuns(typesetter, runs, style, frame.right - left)
    // The mark stands where the first line does: with those lines that may not be parted.
    await flow.reserve((lines.length > 3 ? 2 : lines.length) * style.leading)
    const item = tagging.open(list, 'LI')
    const label = tagging.open(item, 'Lbl')
    const mark = singleLine(typesetter, block.ordered ? `${at + 1}. ` : '• ', labelStyle)
    tagging.mark(label, () => drawLine(flow, mark, frame.textLeft, baseline(style, flow.y)))
    tagging.close(label)
    const body = tagging.open(item, 'LBody')
    await flowLines(flow, body, lines, style, left)
    tagging.close(body)
    tagging.close(item)
    flow.y += itemGap
  }
  tagging.close(list)
  flow.y += listGap
}

/** Points that a list takes, with the blank below it. */
export function listHeight({ frame, typesetter }: Flow, { items }: ListBlock): number {
  const width = frame.right - frame.textLeft - itemIndent
  const heights = items.map(
    runs => layoutRuns(typesetter, runs, styles.body, width).length * styles.body.leading + itemGap,
  )
  return heights.reduce((sum, height) => sum + height, listGap)
}

const itemIndent = 18
const itemGap = 3
const listGap = 6

const labelStyle = { ...styles.body, face: 'sansBold', color: palette.blueText } satisfies TextStyle

export async function drawCallout(flow: Flow, block: CalloutBlock): Promise<void> {
  const { frame, pen, tagging } = flow
  const { color, titleStyle, left, title, lines, height } = measureCallout(flow, block)
  await flow.reserve(Math.min(height, frame.bottom - frame.top))
  const top = flow.y
  const barEnd = Math.min(top + height, frame.bottom)
  tagging.artifact(() => pen.rect(frame.textLeft, top, 2.5, barEnd - top, color))
  const box = tagging.open(tagging.root, 'Div')
  const heading = tagging.open(box, 'P')
  tagging.mark(heading, () => drawLines(flow, title, titleStyle, left, top + 2))
  tagging.close(heading)
  flow.y = top + 3 + title.length * titleStyle.leading
  const text = tagging.open(box, 'P')
  await flowLines(flow, text, lines, styles.body, left)
  tagging.close(text)
  tagging.close(box)
  flow.y += 14
}

/** Points that a callout takes, with the blank below it. */
export function calloutHeight(flow: Flow, block: CalloutBlock): number {
  return measureCallout(flow, block).height + 14
}

function measureCallout({ frame, typesetter }: Flow, block: CalloutBlock) {
  const color = block.tone === 'breach' ? palette.brick : palette.blueText
  const titleStyle: TextStyle = { ...styles.captionTitle, color }
  const left = frame.textLeft + 14
  const title = layoutText(typesetter, block.title, titleStyle, frame.right - left)
  const lines = layoutRuns(typesetter, block.runs, styles.body, frame.right - left)
  const height = title.length * titleStyle.leading + lines.length * styles.body.leading + 6
  return { color, titleStyle, left, title, lines, height }
}
