import { encode } from 'uqr'
import { palette } from '../../client/charts/palette.ts'
import type { QrBlock, Run } from '../blocks.ts'
import { flowLines } from './draw-lines.ts'
import type { Flow } from './page-flow.ts'
import { layoutRuns, layoutText } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** Points: about 37 mm with its quiet zone, which an old telephone reads from paper at arm's length. */
const side = 104
/** Modules of white around the symbol (ISO/IEC 18004). */
const quiet = 4

/** Points that the block takes, with the blank below it. */
export const qrHeight = side + 16

/** The symbol as rectangles, and beside it what it leads to, with the address as a link to be clicked or typed. */
export async function drawQr(flow: Flow, block: QrBlock): Promise<void> {
  const { frame, tagging, typesetter } = flow
  await flow.reserve(qrHeight)
  const top = flow.y
  const bbox = [frame.left, top, frame.left + side, top + side] as const
  const figure = tagging.open(tagging.root, 'Figure', { alt: block.alt, bbox })
  tagging.mark(figure, () => drawModules(flow, block.address, frame.left, top))
  tagging.close(figure)
  const left = frame.left + side + 12
  const width = frame.right - left
  flow.y = top + 8
  const link: Run = { kind: 'link', text: block.address, href: block.address }
  const title = layoutText(typesetter, block.title, strong, width)
  await drawPart(flow, title, strong, left)
  await drawPart(flow, layoutText(typesetter, block.text, styles.body, width), styles.body, left)
  await drawPart(flow, layoutRuns(typesetter, [link], address, width), address, left)
  flow.y = Math.max(flow.y, top + side) + 16
}

async function drawPart(flow: Flow, lines: readonly Line[], style: TextStyle, left: number): Promise<void> {
  const tag = flow.tagging.open(flow.tagging.root, 'P')
  await flowLines(flow, tag, lines, style, left)
  flow.tagging.close(tag)
}

/** One rectangle for each run of dark modules in a row. */
function drawModules({ pen }: Flow, encoded: string, left: number, top: number): void {
  const { data, size } = encode(encoded, { ecc: 'M', border: quiet })
  const module = side / size
  data.forEach((row, y) => {
    for (const [from, to] of darkRuns(row)) {
      pen.rect(left + from * module, top + y * module, (to - from) * module, module, palette.ink)
    }
  })
}

/** Where dark modules begin and end: [from, to). */
function darkRuns(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last?.[1] === x) last[1] = x + 1
    else runs.push([x, x + 1])
  })
  return runs
}

const strong = { ...styles.body, face: 'sansBold' } satisfies TextStyle
const address = styles.captionNote
