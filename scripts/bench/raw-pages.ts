import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { textOf, type Block, type TableBlock } from '../../reports/blocks.ts'
import { frameOf, styles, type TextStyle } from '../../reports/pdf/theme.ts'
import { cpuMilliseconds } from './timing.ts'

/** What pdfkit alone is given to write. */
type Piece =
  | { readonly kind: 'text'; readonly style: TextStyle; readonly text: string }
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'space'; readonly height: number }
  | { readonly kind: 'page' }

/** The same texts for pdfkit alone. */
export function planOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap(piecesOf)
}

function piecesOf(block: Block): Piece[] {
  const text = (content: string, style: TextStyle): Piece => ({ kind: 'text', style, text: content })
  switch (block.kind) {
    case 'cover':
      return [
        text(block.title, styles.title),
        ...[block.kicker, block.subtitle, ...block.facts, block.date].map(each =>
          text(each, styles.subtitle),
        ),
        { kind: 'page' },
      ]
    case 'contents':
      return [text(block.title, styles.heading1)]
    case 'heading':
      return [text(`${block.number ?? ''} ${block.text}`, styles.heading1)]
    case 'lead':
      return [text(textOf(block.runs), styles.lead)]
    case 'paragraph':
      return [text(textOf(block.runs), styles.body)]
    case 'list':
      return block.items.map(item => text(textOf(item), styles.body))
    case 'callout':
      return [text(block.title, styles.heading2), text(textOf(block.runs), styles.body)]
    case 'keyFigures':
      return block.figures.flatMap(({ value, label, note }) => [
        text(value, styles.figure),
        text(label, styles.figureLabel),
        text(note, styles.figureNote),
      ])
    case 'chart':
      return [
        text(block.title, styles.captionTitle),
        text(block.subtitle, styles.captionNote),
        { kind: 'space', height: block.height },
      ]
    case 'table':
      return [text(block.caption, styles.captionTitle), tableOf(block)]
    case 'qr':
      return [
        text(block.title, styles.captionTitle),
        text(`${block.text} ${block.address}`, styles.captionNote),
      ]
    case 'pageBreak':
      return [{ kind: 'page' }]
  }
}

function tableOf({ columns, groups, foot }: TableBlock): Piece {
  const rows = [...groups.flatMap(group => group.rows), ...(foot ? [foot] : [])]
  const cells = rows.map(row =>
    columns.map(({ key }) => {
      const cell = row[key] ?? ''
      return typeof cell === 'string' ? cell : cell.text
    }),
  )
  return {
    kind: 'table',
    widths: columns.map(({ width }) => width),
    rows: [columns.map(({ label }) => label), ...cells],
  }
}

export interface RawTimes {
  readonly ms: number
  readonly cpuMs: number
  readonly pages: number
}

const frame = frameOf('A4')

/** The limit: pdfkit alone, each text and each cell by `doc.text`, in the same faces, without tags or links. */
export async function writeRawOnce({ plan, out }: { plan: string; out: string }): Promise<RawTimes> {
  const pieces: readonly Piece[] = JSON.parse(await readFile(plan, 'utf8'))
  const began = performance.now()
  const begun = cpuMilliseconds()
  const document = new PDFDocument({ size: 'A4', margin: 0 })
  const saved = pipeline(document, createWriteStream(out))
  let pages = 1
  document.on('pageAdded', () => {
    pages += 1
    document.y = frame.top
  })
  for (const [name, file] of Object.entries(faceFiles)) document.registerFont(name, file)
  document.y = frame.top
  for (const piece of pieces) writePiece(document, piece)
  document.end()
  await saved
  return { ms: performance.now() - began, cpuMs: cpuMilliseconds() - begun, pages }
}

function writePiece(document: PDFKit.PDFDocument, piece: Piece): void {
  switch (piece.kind) {
    case 'page':
      document.addPage()
      return
    case 'space':
      makeRoom(document, piece.height)
      document.y += piece.height
      return
    case 'text':
      makeRoom(document, piece.style.leading)
      document.font(piece.style.face).fontSize(piece.style.size)
      document.text(piece.text, frame.textLeft, document.y, { width: frame.right - frame.textLeft })
      document.y += 4
      return
    case 'table':
      for (const row of piece.rows) writeRow(document, row, piece.widths)
  }
}

function writeRow(document: PDFKit.PDFDocument, row: readonly string[], shares: readonly number[]): void {
  const { face, size, leading } = styles.cell
  const total = shares.reduce((sum, share) => sum + share, 0)
  makeRoom(document, 2 * leading)
  document.font(face).fontSize(size)
  const top = document.y
  let bottom = top + leading
  let x: number = frame.left
  row.forEach((cell, at) => {
    const width = ((shares[at] ?? 0) / total) * (frame.right - frame.left)
    document.text(cell, x, top, { width: width - 6 })
    bottom = Math.max(bottom, document.y)
    x += width
  })
  document.y = bottom + 3.4
}

function makeRoom(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > frame.bottom) document.addPage()
}

const faceFiles: Readonly<Record<string, string>> = {
  sans: faceFile('SourceSans3-Regular.ttf'),
  sansBold: faceFile('SourceSans3-Semibold.ttf'),
  serif: faceFile('SourceSerif4Subhead-Regular.ttf'),
  display: faceFile('SourceSerif4Display-Semibold.ttf'),
}

function faceFile(name: string): string {
  return fileURLToPath(new URL(`../../reports/pdf/fonts/${name}`, import.meta.url))
}
