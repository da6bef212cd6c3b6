import { palette } from '../../client/charts/palette.ts'
import type { FaceName } from './fonts.ts'

/** How a text looks; sizes in points, `leading` from baseline to baseline. */
export type TextStyle = {
  face: FaceName
  size: number
  leading: number
  color: string
  ligatures?: boolean
}

const { ink, muted, navy, blueText, brick } = palette

export const styles = {
  body: { face: 'sans', size: 9.8, leading: 14, color: ink },
  lead: { face: 'serif', size: 13, leading: 18.5, color: ink },
  title: { face: 'display', size: 34, leading: 39, color: navy },
  subtitle: { face: 'serif', size: 16, leading: 22, color: ink },
  heading1: { face: 'display', size: 19, leading: 23, color: ink },
  heading2: { face: 'sansBold', size: 11.5, leading: 15, color: ink },
  heading3: { face: 'sansBold', size: 9.8, leading: 14, color: muted },
  number1: { face: 'display', size: 19, leading: 23, color: blueText },
  number2: { face: 'sansBold', size: 11.5, leading: 15, color: blueText },
  number3: { face: 'sansBold', size: 9.8, leading: 14, color: blueText },
  figure: { face: 'display', size: 25, leading: 28, color: navy },
  figureLabel: { face: 'sansBold', size: 8.6, leading: 11, color: ink },
  figureNote: { face: 'sans', size: 7.8, leading: 10.2, color: muted },
  label: { face: 'sansBold', size: 7.8, leading: 11, color: blueText },
  captionTitle: { face: 'sansBold', size: 9.8, leading: 12.8, color: ink },
  captionNote: { face: 'sans', size: 8.2, leading: 10.8, color: muted },
  cell: { face: 'sans', size: 8.6, leading: 11.2, color: ink },
  code: { face: 'sans', size: 8.6, leading: 11.2, color: ink, ligatures: false },
  columnHead: { face: 'sansBold', size: 7.8, leading: 10, color: muted },
  pagination: { face: 'sans', size: 7.6, leading: 10, color: muted },
  notice: { face: 'sansBold', size: 7.6, leading: 10, color: brick },
} as const satisfies Record<string, TextStyle>

/** Twelve columns: three for captions and numbers, nine for text. Points from the top left corner. */
export type Frame = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  textLeft: number
  captionWidth: number
}

export type PaperSize = 'A4' | 'LETTER'

const sizes = { A4: [595.28, 841.89], LETTER: [612, 792] } as const
const margins = { side: 54, top: 66, bottom: 62, gutter: 12 } as const

export function frameOf(size: PaperSize, layout?: 'letter'): Frame {
  const [width, height] = sizes[size]
  if (layout === 'letter') return letterFrame(width, height)
  const column = (width - 2 * margins.side - 11 * margins.gutter) / 12
  const captionWidth = 3 * column + 2 * margins.gutter
  return {
    width,
    height,
    left: margins.side,
    right: width - margins.side,
    top: margins.top,
    bottom: height - margins.bottom,
    textLeft: margins.side + captionWidth + margins.gutter,
    captionWidth,
  }
}

/** One column from margin to margin. */
function letterFrame(width: number, height: number): Frame {
  const left = 76
  const right = width - left
  const [top, bottom] = [margins.top, height - margins.bottom]
  return { width, height, left, right, top, bottom, textLeft: left, captionWidth: 0 }
}
