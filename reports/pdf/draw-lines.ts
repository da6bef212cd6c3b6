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
  let link: { tag: Tag; target: LinkTarget } | null = null
  lines.forEach((line, at) => {
    const y = baseline(style, flow.y + at * style.leading)
    for (const group of groupsByLink(line.pieces)) {
      const target = group[0]?.link ?? null
      if (link !== null && link.target !== target) {
        flow.tagging.close(link.tag)
        link = null
      }
      if (target !== null) link ??= { tag: flow.tagging.open(tag, 'Link'), target }
      flow.tagging.mark(link?.tag ?? tag, () => group.forEach(piece => drawPiece(flow, piece, x, y)))
      if (link !== null) annotate(flow, link.tag, link.target, group, x, y)
    }
  })
  closeLink(flow, link)
}

function closeLink(flow: Flow, link: { tag: Tag } | null): void {
  if (link !== null) flow.tagging.close(link.tag)
}

function annotate(
  flow: Flow,
  tag: Tag,
  target: LinkTarget,
  group: readonly Piece[],
  x: number,
  y: number,
): void {
  const [first] = group
  const last = group.at(-1)
  if (first === undefined || last === undefined) return
  const { size } = first.style
  const box = [x + first.x, y - size * 0.85, x + last.x + last.width, y + size * 0.3] as const
  flow.tagging.link(tag, box, target.text, target.href)
}

function groupsByLink(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last !== undefined && last[0]?.link === piece.link) last.push(piece)
    else groups.push([piece])
  }
  return groups
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
