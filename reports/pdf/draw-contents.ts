import { palette } from '../../client/charts/palette.ts'
import type { Block, ContentsBlock, HeadingBlock } from '../blocks.ts'
import { baseline, drawLine, drawLines } from './draw-lines.ts'
import { createLateText } from './late-text.ts'
import type { Flow } from './page-flow.ts'
import type { Tag } from './tagging.ts'
import { layoutText, singleLine } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** Says on which page a heading turned out to be, by its id. */
export type PageNumbers = Map<string, (page: number) => void>

const rowGap = 5.5
const pageStyle = styles.body

/**
 * Lists the headings of levels 1 and 2 as links. Their page numbers are not known yet: whoever draws a
 * heading tells `numbers`.
 */
export async function drawContents(
  flow: Flow,
  block: ContentsBlock,
  blocks: readonly Block[],
  numbers: PageNumbers,
): Promise<void> {
  const headings = blocks.filter(isListed)
  drawTitle(flow, block.title)
  const list = flow.tagging.open(flow.tagging.root, 'TOC')
  for (const [at, heading] of headings.entries()) {
    if (heading.level === 1 && headings[at - 1]?.level === 2) flow.y += 4
    await drawEntry(flow, list, heading, numbers)
  }
  flow.tagging.close(list)
  flow.y += 20
}

function isListed(block: Block): block is HeadingBlock {
  return block.kind === 'heading' && block.level < 3
}

function drawTitle(flow: Flow, title: string): void {
  const { frame, pen, tagging } = flow
  const style = styles.heading1
  tagging.artifact(() =>
    pen.line(frame.left, flow.y, frame.right, flow.y, { color: palette.ink, width: 0.8 }),
  )
  const lines = layoutText(flow.typesetter, title, style, frame.right - frame.left)
  const tag = tagging.open(tagging.root, 'H1')
  tagging.mark(tag, () => drawLines(flow, lines, style, frame.left, flow.y + 9))
  tagging.close(tag)
  flow.y += lines.length * style.leading + 24
}

async function drawEntry(flow: Flow, list: Tag, heading: HeadingBlock, numbers: PageNumbers): Promise<void> {
  const { frame, tagging, typesetter } = flow
  const first = heading.level === 1
  const left = frame.textLeft + 22
  const style: TextStyle = first ? styles.body : secondLevel
  const lines = layoutText(typesetter, heading.text, style, frame.right - left - 40)
  const height = lines.length * style.leading + (first ? rowGap : 1.6)
  await flow.reserve(height)
  const top = flow.y
  const item = tagging.open(list, 'TOCI')
  const reference = tagging.open(item, 'Reference')
  const link = tagging.open(reference, 'Link')
  tagging.mark(link, () => {
    drawNumber(flow, heading, baseline(style, top + rowGap / 2))
    drawLines(flow, lines, style, left, top + rowGap / 2)
    placePage(flow, heading, baseline(style, top + rowGap / 2 + (lines.length - 1) * style.leading), numbers)
  })
  tagging.link(link, [frame.textLeft, top, frame.right, top + height], heading.text, `#${heading.id}`)
  for (const tag of [link, reference, item]) tagging.close(tag)
  if (first) {
    const y = top + height
    const stroke = { color: palette.hairline, width: 0.4 }
    tagging.artifact(() => flow.pen.line(frame.textLeft, y, frame.right, y, stroke))
  }
  flow.y += height
}

const secondLevel = { ...styles.captionNote, leading: 11.2 } satisfies TextStyle
const numberStyle = { ...styles.body, face: 'sansBold', color: palette.blueText } satisfies TextStyle

function drawNumber(flow: Flow, heading: HeadingBlock, y: number): void {
  if (heading.number === undefined) return
  const style = heading.level === 1 ? numberStyle : secondLevel
  drawLine(flow, singleLine(flow.typesetter, `${heading.number} `, style), flow.frame.textLeft, y)
}

function placePage(flow: Flow, heading: HeadingBlock, y: number, numbers: PageNumbers): void {
  const late = createLateText(flow.document, flow.content, flow.typesetter, pageStyle, 'end')
  late.place(flow.frame.right, y)
  numbers.set(heading.id, page => late.fill(String(page)))
}
