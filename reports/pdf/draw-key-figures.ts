import { palette } from '../../client/charts/palette.ts'
import type { KeyFigure, KeyFiguresBlock } from '../blocks.ts'
import { drawLines } from './draw-lines.ts'
import { openingAddress } from './opening-address.ts'
import type { Flow } from './page-flow.ts'
import type { Tag } from './tagging.ts'
import { layoutText } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** Five stand in one row; of more, a row has four. */
function perRowOf({ figures }: KeyFiguresBlock): number {
  return figures.length === 5 ? 5 : 4
}

const gutter = 14

type Part = { lines: readonly Line[]; style: TextStyle }

/** Rows of up to four large figures, each under a rule. */
export async function drawKeyFigures(flow: Flow, block: KeyFiguresBlock): Promise<void> {
  const perRow = perRowOf(block)
  for (let from = 0; from < block.figures.length; from += perRow) {
    await drawFigureRow(
      flow,
      block.figures.slice(from, from + perRow),
      Math.min(block.figures.length, perRow),
    )
  }
  flow.y += 8
}

/** Points that the first row of figures takes. */
export function figuresHeight(flow: Flow, block: KeyFiguresBlock): number {
  const { figures } = block
  const perRow = perRowOf(block)
  const width = widthOf(flow, Math.min(figures.length, perRow))
  const row = figures.slice(0, perRow).map(figure => heightOf(partsOf(flow, figure, width)))
  return Math.max(0, ...row) + 16
}

function widthOf({ frame }: Flow, columns: number): number {
  return (frame.right - frame.left - gutter * (columns - 1)) / columns
}

async function drawFigureRow(flow: Flow, figures: readonly KeyFigure[], columns: number): Promise<void> {
  const { frame, pen, tagging } = flow
  const width = widthOf(flow, columns)
  const measured = figures.map(figure => partsOf(flow, figure, width))
  const height = Math.max(...measured.map(heightOf)) + 8
  await flow.reserve(height)
  measured.forEach((parts, at) => {
    const left = frame.left + at * (width + gutter)
    const line = { color: palette.ink, width: 0.6 }
    tagging.artifact(() => pen.line(left, flow.y, left + width, flow.y, line))
    const tag = tagging.open(tagging.root, 'P')
    drawParts(flow, tag, parts, { left, href: hrefOf(flow, figures[at]) })
    tagging.close(tag)
  })
  flow.y += height + 8
}

interface Place {
  readonly left: number
  readonly href: string | null
}

function drawParts(flow: Flow, tag: Tag, parts: readonly Part[], { left, href }: Place): void {
  const draw = (drawn: readonly Part[], top: number) =>
    drawn.reduce((y, { lines, style }) => drawLines(flow, lines, style, left, y), top)
  const top = flow.y + 5
  const [value, ...rest] = parts
  if (href === null || value === undefined) return flow.tagging.mark(tag, () => draw(parts, top))
  // The number alone leads to its cases.
  const link = flow.tagging.open(tag, 'Link')
  flow.tagging.mark(link, () => draw([value], top))
  const below = top + value.lines.length * value.style.leading
  const width = Math.max(...value.lines.map(line => line.width))
  flow.tagging.link(link, [left, top, left + width, below], flow.words.cases, href)
  flow.tagging.close(link)
  flow.tagging.mark(tag, () => draw(rest, below))
}

function hrefOf({ meta }: Flow, figure: KeyFigure | undefined): string | null {
  const opens = figure?.opens ?? []
  return meta.casesAt === undefined || opens.length === 0 ? null : openingAddress(meta.casesAt, opens)
}

function partsOf(flow: Flow, figure: KeyFigure, width: number): Part[] {
  const value: TextStyle =
    figure.tone === 'breach' ? { ...styles.figure, color: palette.brick } : styles.figure
  const parts: [string, TextStyle][] = [
    [`${figure.value} `, value],
    [`${figure.label} `, styles.figureLabel],
    [figure.note, styles.figureNote],
  ]
  return parts.map(([text, style]) => ({ lines: layoutText(flow.typesetter, text, style, width), style }))
}

function heightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 5)
}
