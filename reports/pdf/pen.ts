import type { PageContent } from './page-content.ts'
import { num } from './syntax.ts'
import { channels } from '../../client/charts/palette.ts'
import type { FaceName } from './fonts.ts'
import type { Shaped, Typesetter } from './typesetter.ts'

/** A piece of one line in one face, size and colour; `x` and the baseline `y` from the top left corner. */
export type Glyphs = { x: number; y: number; face: FaceName; size: number; color: string; shaped: Shaped }

export type Stroke = { color: string; width: number; dash?: readonly number[] }

export type Pen = {
  glyphs(piece: Glyphs): void
  rect(x: number, y: number, width: number, height: number, fill: string): void
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void
  /** Path operators in PDF syntax, in the page's coordinates. */
  path(operators: string, fill: string | null, stroke: Stroke | null): void
  /** Forgets the colours in force: a new page starts in black. */
  startPage(): void
}

/**
 * Draws on the current page. Text is one BT…ET with its position in the matrix; pdfkit's own `text` saves,
 * flips and restores the page's matrix and sends the colour again for each string.
 */
export function createPen(document: PDFKit.PDFDocument, content: PageContent, typesetter: Typesetter): Pen {
  let fillColor = ''
  let strokeColor = ''

  function fill(color: string): string {
    if (color === fillColor) return ''
    fillColor = color
    return `${rgb(color)} rg `
  }

  function stroke({ color, width, dash }: Stroke): string {
    const set = color === strokeColor ? '' : `${rgb(color)} RG `
    strokeColor = color
    return `${set}${num(width)} w [${(dash ?? []).map(num).join(' ')}] 0 d `
  }

  function glyphs({ x, y, face, size, color, shaped }: Glyphs): void {
    if (shaped.tj === '') return
    const font = typesetter.embedded(face)
    document.page.fonts[font.id] ??= font.ref()
    content.write(
      `${fill(color)}BT /${font.id} ${num(size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm [${shaped.tj}]TJ ET`,
    )
  }

  return {
    glyphs,
    rect: (x, y, width, height, color) => {
      content.write(`${fill(color)}${num(x)} ${num(y)} ${num(width)} ${num(height)} re f`)
    },
    line: (x1, y1, x2, y2, style) => {
      content.write(`${stroke(style)}${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`)
    },
    path: (operators, fillWith, strokeWith) => {
      const paint = fillWith === null ? 'S' : strokeWith === null ? 'f' : 'B'
      const setFill = fillWith === null ? '' : fill(fillWith)
      const setStroke = strokeWith === null ? '' : stroke(strokeWith)
      content.write(`${setFill}${setStroke}${operators} ${paint}`)
    },
    startPage: () => {
      fillColor = ''
      strokeColor = ''
    },
  }
}

function rgb(color: string): string {
  return channels(color).map(num).join(' ')
}
