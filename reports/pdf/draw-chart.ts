import { palette } from '../../client/charts/palette.ts'
import type { Mark, Measure } from '../../client/charts/scene.ts'
import type { ChartBlock } from '../blocks.ts'
import { drawLines } from './draw-lines.ts'
import type { FaceName } from './fonts.ts'
import type { Flow } from './page-flow.ts'
import { pathOperators } from './path-operators.ts'
import { layoutText } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'
import { plainText } from './typesetter.ts'

type Part = { lines: readonly Line[]; style: TextStyle }

/** A chart beside its caption, or over the whole width below it. Throws RangeError if no page can hold it. */
export async function drawChart(flow: Flow, block: ChartBlock): Promise<void> {
  const { frame, pen, tagging } = flow
  const { scene, caption, left, captionHeight, height } = measureChart(flow, block)
  if (height + 14 > frame.bottom - frame.top) throw new RangeError(`«${block.title}» is taller than a page`)
  await flow.reserve(height + 20)
  if (flow.y > frame.top) flow.y += 6
  const top = flow.y + 8
  const line = { color: palette.hairline, width: 0.4 }
  tagging.artifact(() => pen.line(frame.left, flow.y, frame.right, flow.y, line))
  drawCaption(flow, caption, top - 3)
  const chartTop = block.span === 'full' ? top + captionHeight + 6 : top
  const bbox = [left, chartTop, left + scene.width, chartTop + scene.height] as const
  const figure = tagging.open(tagging.root, 'Figure', { alt: block.alt, bbox })
  tagging.mark(figure, () => {
    for (const mark of scene.marks) drawMark(flow, mark, left, chartTop)
  })
  tagging.close(figure)
  flow.y += height + 22
}

/** Points from the rule above a chart to the blank below it. */
export function chartHeight(flow: Flow, block: ChartBlock): number {
  return measureChart(flow, block).height + 20
}

function measureChart(flow: Flow, block: ChartBlock) {
  const { frame } = flow
  const full = block.span === 'full'
  const left = full ? frame.left : frame.textLeft
  const scene = block.scene({ width: frame.right - left, height: block.height, measure: measureWith(flow) })
  const caption = captionOf(flow, block, full ? (frame.right - frame.left) * 0.8 : frame.captionWidth)
  const captionHeight = caption.reduce((sum, part) => sum + part.lines.length * part.style.leading, 0)
  const height = full ? captionHeight + 10 + scene.height : Math.max(captionHeight, scene.height)
  return { scene, caption, left, captionHeight, height }
}

export function measureWith(flow: Flow): Measure {
  return (text, size, weight) => flow.typesetter.width(faceOf(weight), plainText(text), size)
}

function faceOf(weight: 'regular' | 'bold'): FaceName {
  return weight === 'bold' ? 'sansBold' : 'sans'
}

function captionOf(flow: Flow, block: ChartBlock, width: number): Part[] {
  const { typesetter, words } = flow
  const parts: [string | undefined, TextStyle][] = [
    [block.number === undefined ? undefined : `${words.figure} ${block.number}. `, styles.label],
    [`${block.title} `, styles.captionTitle],
    [`${block.subtitle} `, styles.captionNote],
    [block.source === undefined ? undefined : `${words.source} ${block.source}`, styles.captionNote],
  ]
  return parts.flatMap(([text, style]) =>
    text === undefined ? [] : [{ lines: layoutText(typesetter, text, style, width), style }],
  )
}

function drawCaption(flow: Flow, caption: readonly Part[], top: number): void {
  const tag = flow.tagging.open(flow.tagging.root, 'P')
  flow.tagging.mark(tag, () => {
    let y = top
    for (const { lines, style } of caption) y = drawLines(flow, lines, style, flow.frame.left, y) + 1
  })
  flow.tagging.close(tag)
}

export function drawMark({ pen, typesetter }: Flow, mark: Mark, left: number, top: number): void {
  switch (mark.kind) {
    case 'rect':
      return pen.rect(left + mark.x, top + mark.y, mark.width, mark.height, mark.fill)
    case 'line': {
      const stroke = { color: mark.stroke, width: mark.strokeWidth, ...(mark.dash && { dash: mark.dash }) }
      return pen.line(left + mark.x1, top + mark.y1, left + mark.x2, top + mark.y2, stroke)
    }
    case 'path': {
      const stroke = mark.stroke === null ? null : { color: mark.stroke, width: mark.strokeWidth }
      return pen.path(pathOperators(mark.d, left, top), mark.fill, stroke)
    }
    case 'text': {
      const face = faceOf(mark.weight)
      const shaped = typesetter.shape(face, plainText(mark.text))
      const width = (shaped.width * mark.size) / 1000
      const shift = { start: 0, middle: width / 2, end: width }[mark.anchor]
      const x = left + mark.x - shift
      return pen.glyphs({ x, y: top + mark.y, face, size: mark.size, color: mark.fill, shaped })
    }
  }
}
