import { palette } from '../../client/charts/palette.ts'
import type { CoverBlock, CoverPicture, Run } from '../blocks.ts'
import { drawMark, measureWith } from './draw-chart.ts'
import { drawLines } from './draw-lines.ts'
import type { Flow } from './page-flow.ts'
import type { Tag } from './tagging.ts'
import { layoutRuns, layoutText } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** The cover has a page of its own, without running head or foot. */
export async function drawCover(flow: Flow, block: CoverBlock): Promise<void> {
  const { frame, tagging } = flow
  await flow.breakPage('bare')
  const section = tagging.open(tagging.root, 'Sect')
  const width = frame.right - frame.left
  drawPart(flow, section, block.kicker, kicker, frame.left, 60, width)
  let y = drawPart(flow, section, block.title, styles.title, frame.left, titleTop(flow, block), width * 0.86)
  y = drawPart(flow, section, block.accent ?? '', accent, frame.left, y, width)
  y = drawPart(flow, section, block.subtitle, styles.subtitle, frame.left, y + 10, width * 0.72)
  y += 12
  for (const [at, fact] of block.facts.entries()) {
    y = drawPart(flow, section, fact, at === 0 ? firstFact : styles.body, frame.left, y, width * 0.72)
  }
  if (block.picture !== undefined) drawPicture(flow, section, block.picture, y + 40)
  drawFootOfCover(flow, section, block)
  tagging.close(section)
}

/** Below the middle of the page, or below the texts where they go on further. */
function drawPicture(flow: Flow, section: Tag, { scene, alt, note }: CoverPicture, lowest: number): void {
  const { frame, tagging } = flow
  const width = frame.right - frame.left
  const picture = scene({ width, height: 120, measure: measureWith(flow) })
  const top = Math.max(lowest, frame.height * 0.57)
  if (top + picture.height + 44 > frame.height - footHeight) return
  const bbox = [frame.left, top, frame.left + picture.width, top + picture.height] as const
  const figure = tagging.open(section, 'Figure', { alt, bbox })
  tagging.mark(figure, () => {
    for (const mark of picture.marks) drawMark(flow, mark, frame.left, top)
  })
  tagging.close(figure)
  drawPart(flow, section, note, styles.captionNote, frame.left, top + picture.height + 8, width * 0.8)
}

/** From the rule above the date to the end of the page. Points. */
const footHeight = 104

/** A third down the page; higher where a long title needs the room. */
function titleTop(flow: Flow, block: CoverBlock): number {
  const { frame, typesetter } = flow
  const width = frame.right - frame.left
  const lines =
    layoutText(typesetter, block.title, styles.title, width * 0.86).length * styles.title.leading +
    layoutText(typesetter, block.accent ?? '', accent, width).length * accent.leading +
    layoutText(typesetter, block.subtitle, styles.subtitle, width * 0.72).length * styles.subtitle.leading
  const room = frame.height - 200 - lines - block.facts.length * styles.body.leading * 1.5
  return Math.max(90, Math.min(frame.height * 0.26, room))
}

function drawFootOfCover(flow: Flow, section: Tag, block: CoverBlock): void {
  const { frame, meta, pen, tagging, words } = flow
  const top = frame.height - footHeight
  tagging.artifact(() => pen.line(frame.left, top, frame.right, top, { color: palette.ink, width: 0.8 }))
  const right = frame.right - 150
  if (block.notice !== undefined) {
    drawNotice(flow, section, block.notice, top + 8, right - frame.left - 20)
  }
  const y = drawEnd(flow, section, block.date, dateStyle, top + 8)
  drawEnd(flow, section, `${words.version} ${meta.version}`, styles.captionNote, y)
}

function drawPart(
  flow: Flow,
  section: Tag,
  text: string,
  style: TextStyle,
  left: number,
  top: number,
  width: number,
): number {
  const lines = layoutText(flow.typesetter, text, style, width)
  if (lines.length === 0) return top
  const tag = flow.tagging.open(section, 'P')
  flow.tagging.mark(tag, () => drawLines(flow, lines, style, left, top))
  flow.tagging.close(tag)
  return top + lines.length * style.leading
}

/** Its first sentence stands out. */
function drawNotice(flow: Flow, section: Tag, notice: string, top: number, width: number): void {
  const [first = notice] = notice.match(/^.*?[.:](?= )/) ?? []
  const runs: Run[] = [{ kind: 'strong', text: first }, notice.slice(first.length)]
  const lines = layoutRuns(flow.typesetter, runs, noticeStyle, width)
  const tag = flow.tagging.open(section, 'P')
  flow.tagging.mark(tag, () => drawLines(flow, lines, noticeStyle, flow.frame.left, top))
  flow.tagging.close(tag)
}

const noticeStyle = { ...styles.captionNote, color: palette.brick } satisfies TextStyle

function drawEnd(flow: Flow, section: Tag, text: string, style: TextStyle, top: number): number {
  const widest = flow.typesetter.width(style.face, text, style.size)
  return drawPart(flow, section, text, style, flow.frame.right - widest, top, widest + 1)
}

const accent = { ...styles.title, color: palette.blueText } satisfies TextStyle
const kicker = { ...styles.body, face: 'sansBold' } satisfies TextStyle
const firstFact = { ...styles.body, face: 'sansBold', color: palette.blueText } satisfies TextStyle
const dateStyle = { ...styles.captionNote, color: palette.ink } satisfies TextStyle
