import { palette } from '../../client/charts/palette.ts'
import type { CalloutBlock, HeadingBlock, LeadBlock, ListBlock, ParagraphBlock, Run } from '../blocks.ts'
import { baseline, drawLine, drawLines, flowLines } from './draw-lines.ts'
import type { Flow } from './page-flow.ts'
import { layoutRuns, layoutText, singleLine } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** A heading keeps this much of what follows on its page. Points. */
const company = { 1: 130, 2: 60, 3: 48 } as const

/** Returns how far down the page a link to the heading leads. */
export async function drawHeading(flow: Flow, block: HeadingBlock): Promise<number> {
  if (block.level === 1) return drawChapter(flow, block)
  const style = block.level === 2 ? styles.heading2 : styles.heading3
  const text = block.number === undefined ? block.text : `${block.number} ${block.text}`
  const lines = layoutText(flow.typesetter, text, style, flow.frame.right - flow.frame.textLeft)
  const height = lines.length * style.leading
  await flow.reserve(height + company[block.level])
  if (flow.y > flow.frame.top) flow.y += block.level === 2 ? 8 : 4
  const target = flow.y - 12
  flow.document.addNamedDestination(block.id, 'XYZ', 0, target, null)
  const tag = flow.tagging.open(flow.tagging.root, block.level === 2 ? 'H2' : 'H3')
  flow.tagging.mark(tag, () => drawLines(flow, lines, style, flow.frame.textLeft, flow.y))
  flow.tagging.close(tag)
  flow.y += height + 2
  return target
}

/** A rule over the page, the number in the caption column, the title over the text. */
async function drawChapter(flow: Flow, block: HeadingBlock): Promise<number> {
  const { frame, pen, tagging, typesetter } = flow
  const style = styles.heading1
  const lines = layoutText(typesetter, block.text, style, frame.right - frame.textLeft)
  const height = lines.length * style.leading + 30
  await flow.reserve(height + company[1])
  if (flow.y > frame.top) flow.y += 22
  const target = flow.y - 18
  flow.document.addNamedDestination(block.id, 'XYZ', 0, target, null)
  tagging.artifact(() =>
    pen.line(frame.left, flow.y, frame.right, flow.y, { color: palette.ink, width: 0.8 }),
  )
  const tag = tagging.open(tagging.root, 'H1')
  tagging.mark(tag, () => {
    if (block.number !== undefined) {
      const number = singleLine(typesetter, `${block.number} `, styles.number1)
      drawLine(flow, number, frame.left, baseline(style, flow.y + 9))
    }
    drawLines(flow, lines, style, frame.textLeft, flow.y + 9)
  })
  tagging.close(tag)
  flow.y += height - 9
  return target
}

export async function drawLead(flow: Flow, block: LeadBlock): Promise<void> {
  await drawRuns(flow, block.runs, styles.lead, flow.frame.left, flow.frame.right, 12)
}

export async function drawParagraph(flow: Flow, block: ParagraphBlock): Promise<void> {
  await drawRuns(flow, block.runs, styles.body, flow.frame.textLeft, flow.frame.right, 7)
}

async function drawRuns(
  flow: Flow,
  runs: readonly Run[],
  style: TextStyle,
  left: number,
  right: number,
  after: number,
): Promise<void> {
  const lines = layoutRuns(flow.typesetter, runs, style, right - left)
  if (lines.length === 0) return
  const tag = flow.tagging.open(flow.tagging.root, 'P')
  await flowLines(flow, tag, lines, style, left)
  flow.tagging.close(tag)
  flow.y += after
}

export async function drawList(flow: Flow, block: ListBlock): Promise<void> {
  if (block.items.length === 0) return
  const { tagging, typesetter, frame } = flow
  const style = styles.body
  const left = frame.textLeft + 18
  const list = tagging.open(tagging.root, 'L', { numbering: block.ordered ? 'Decimal' : 'Disc' })
  for (const [at, runs] of block.items.entries()) {
    const lines = layoutRuns(typesetter, runs, style, frame.right - left)
    await flow.reserve(Math.min(lines.length, 2) * style.leading)
    const item = tagging.open(list, 'LI')
    const label = tagging.open(item, 'Lbl')
    const mark = singleLine(typesetter, block.ordered ? `${at + 1}. ` : '• ', labelStyle)
    tagging.mark(label, () => drawLine(flow, mark, frame.textLeft, baseline(style, flow.y)))
    tagging.close(label)
    const body = tagging.open(item, 'LBody')
    await flowLines(flow, body, lines, style, left)
    tagging.close(body)
    tagging.close(item)
    flow.y += 3
  }
  tagging.close(list)
  flow.y += 6
}

const labelStyle = { ...styles.body, face: 'sansBold', color: palette.blueText } satisfies TextStyle

export async function drawCallout(flow: Flow, block: CalloutBlock): Promise<void> {
  const { frame, pen, tagging, typesetter } = flow
  const color = block.tone === 'breach' ? palette.brick : palette.blueText
  const titleStyle: TextStyle = { ...styles.captionTitle, color }
  const left = frame.textLeft + 14
  const title = layoutText(typesetter, block.title, titleStyle, frame.right - left)
  const lines = layoutRuns(typesetter, block.runs, styles.body, frame.right - left)
  const height = title.length * titleStyle.leading + lines.length * styles.body.leading + 6
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
