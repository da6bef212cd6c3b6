import type { Flow } from './page-flow.ts'
import type { Tag } from './tagging.ts'
import type { Line, LinkTarget, Piece } from './text-layout.ts'
import type { TextStyle } from './theme.ts'

type Tools = Pick<Flow, 'pen'>

/** Draws a line with its start at `x` on the baseline `y`. */
export function drawLine(tools: Tools, line: Line, x: number, y: number): void {
  for (const piece of line.pieces) drawPiece(tools, piece, x, y)
}

/** Draws lines below one another from the top edge `top`; returns the lower edge. */
export function drawLines(
  tools: Tools,
  lines: readonly Line[],
  style: TextStyle,
  x: number,
  top: number,
): number {
  lines.forEach((line, at) => drawLine(tools, line, x, baseline(style, top + at * style.leading)))
  return top + lines.length * style.leading
}

/** The baseline of a line whose box begins at `top`: capitals stand in the middle of the leading. */
export function baseline(style: TextStyle, top: number): number {
  return top + style.leading / 2 + style.size * 0.33
}

/**
 * Lets a paragraph flow from the current height over as many pages as it takes, leaving no single line
 * behind or ahead. `tag` must be open; its links become Link elements.
 */
export async function flowLines(
  flow: Flow,
  tag: Tag,
  lines: readonly Line[],
  style: TextStyle,
  x: number,
): Promise<void> {
  let rest = lines
  while (rest.length > 0) {
    const room = Math.floor((flow.frame.bottom - flow.y + 0.01) / style.leading)
    const count = linesThatFit(rest.length, room)
    if (count === 0 && flow.y > flow.frame.top) {
      await flow.breakPage()
      continue
    }
    const part = rest.slice(0, Math.max(count, 1))
    markLines(flow, tag, part, style, x)
    flow.y += part.length * style.leading
    rest = rest.slice(part.length)
    if (rest.length > 0) await flow.breakPage()
  }
}

/** Two lines at least stay behind and two at least go on. */
export function linesThatFit(total: number, room: number): number {
  if (total <= room) return total
  const kept = Math.min(room, total - 2)
  return kept >= 2 ? kept : 0
}

function markLines(flow: Flow, tag: Tag, lines: readonly Line[], style: TextStyle, x: number): void {
  if (lines.every(line => line.pieces.every(piece => piece.link === null))) {
    flow.tagging.mark(tag, () => drawLines(flow, lines, style, x, flow.y))
    return
  }
  for (const stretch of stretchesOf(lines, line => baseline(style, flow.y + line * style.leading))) {
    if (stretch.link === null) flow.tagging.mark(tag, () => drawStretch(flow, stretch, x))
    else markLink(flow, tag, stretch, stretch.link, x)
  }
}

/** Pieces in reading order that belong to one link, or to none; `y` is the baseline of each. */
type Stretch = { link: LinkTarget | null; pieces: { piece: Piece; y: number }[] }

function stretchesOf(lines: readonly Line[], baselineOf: (line: number) => number): Stretch[] {
  const stretches: Stretch[] = []
  lines.forEach((line, at) => {
    for (const piece of line.pieces) {
      const placed = { piece, y: baselineOf(at) }
      const last = stretches.at(-1)
      if (last !== undefined && last.link === piece.link) last.pieces.push(placed)
      else stretches.push({ link: piece.link, pieces: [placed] })
    }
  })
  return stretches
}

function drawStretch(tools: Tools, { pieces }: Stretch, x: number): void {
  for (const { piece, y } of pieces) drawPiece(tools, piece, x, y)
}

/** One Link element, with an annotation for each line it stands on. */
function markLink(flow: Flow, parent: Tag, stretch: Stretch, target: LinkTarget, x: number): void {
  const tag = flow.tagging.open(parent, 'Link')
  flow.tagging.mark(tag, () => drawStretch(flow, stretch, x))
  for (const y of new Set(stretch.pieces.map(placed => placed.y))) {
    const pieces = stretch.pieces.filter(placed => placed.y === y).map(placed => placed.piece)
    annotate(flow, tag, target, pieces, x, y)
  }
  flow.tagging.close(tag)
}

function annotate(
  flow: Flow,
  tag: Tag,
  target: LinkTarget,
  pieces: readonly Piece[],
  x: number,
  y: number,
): void {
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return
  const { size } = first.style
  const box = [x + first.x, y - size * 0.85, x + last.x + last.width, y + size * 0.3] as const
  flow.tagging.link(tag, box, target.text, target.href)
}

function drawPiece({ pen }: Tools, { x, style, tj }: Piece, left: number, y: number): void {
  pen.glyphs({
    x: left + x,
    y,
    face: style.face,
    size: style.size,
    color: style.color,
    shaped: { tj, width: 0 },
  })
}
