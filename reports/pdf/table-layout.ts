import type { Cell, Opens, StyledCell, TableBlock, TableColumn, TableRow } from '../blocks.ts'
import { layoutText, singleLine } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'
import type { Typesetter } from './typesetter.ts'
import { palette } from '../../client/charts/palette.ts'

/** A column's place: text lives between `left` and `right`. Points. */
export type ColumnBox = { column: TableColumn; left: number; right: number; hasBars: boolean }

/** `opens` is null of a cell that leads nowhere. */
export type CellBox = {
  lines: readonly Line[]
  style: TextStyle
  bar: number | null
  opens: Opens | null
}

export type RowBox = { cells: readonly CellBox[]; lines: number }

/** Blank between the texts of neighbouring columns. Points. */
const gap = 10

export function columnBoxes(block: TableBlock, left: number, right: number): ColumnBox[] {
  const shares = block.columns.reduce((sum, column) => sum + column.width, 0)
  const room = right - left - gap * (block.columns.length - 1)
  let x = left
  return block.columns.map(column => {
    const width = (room * column.width) / shares
    const box = { column, left: x, right: x + width, hasBars: hasBars(block, column) }
    x += width + gap
    return box
  })
}

function hasBars(block: TableBlock, column: TableColumn): boolean {
  const first = block.groups.find(group => group.rows.length > 0)?.rows[0]?.[column.key]
  return typeof first === 'object' && first.bar !== undefined
}

/** The right edge of a column's text: its bars, if any, stand to the right of it. */
export function textRight({ left, right, hasBars }: ColumnBox): number {
  return hasBars ? right - (right - left) * barShare : right
}

/** Breaks each cell to its column; the row is as tall as its tallest cell. Throws MissingGlyphError. */
export function measureRow(
  typesetter: Typesetter,
  boxes: readonly ColumnBox[],
  row: TableRow,
  bold = false,
): RowBox {
  const cells = boxes.map(box => measureCell(typesetter, box, row[box.column.key] ?? '', bold))
  return { cells, lines: cells.reduce((most, cell) => Math.max(most, cell.lines.length), 1) }
}

/** The column labels. */
export function measureHead(typesetter: Typesetter, boxes: readonly ColumnBox[]): RowBox {
  const cells = boxes.map(box => ({
    lines: layoutText(typesetter, box.column.label, styles.columnHead, textRight(box) - box.left),
    style: styles.columnHead,
    bar: null,
    opens: null,
  }))
  return { cells, lines: Math.max(...cells.map(cell => cell.lines.length), 1) }
}

/** The part of a cell's width that a bar may take. */
export const barShare = 0.45

function measureCell(typesetter: Typesetter, box: ColumnBox, cell: Cell, bold: boolean): CellBox {
  const given: StyledCell = typeof cell === 'string' ? { text: cell } : cell
  const { text } = given
  const style = cellStyle(box.column, given, bold)
  const rest = { style, bar: given.bar ?? null, opens: given.opens ?? null }
  const width = textRight(box) - box.left
  if (text === '') return { lines: [], ...rest }
  const single = singleLine(typesetter, text, style)
  const lines = single.width <= width ? [single] : layoutText(typesetter, text, style, width)
  return { lines, ...rest }
}

/** Shared style objects, so that equal styles are one and the same. */
const plain = { text: styles.cell, code: styles.code } as const
const bold = { text: embolden(styles.cell), code: embolden(styles.code) } as const
const breach = { text: redden(bold.text), code: redden(bold.code) } as const

/** A breach is bold as well as red: colour alone tells nothing to who does not see it. */
function cellStyle(column: TableColumn, cell: StyledCell, boldRow: boolean): TextStyle {
  const format = column.format ?? 'text'
  if (cell.tone === 'breach') return breach[format]
  return boldRow || cell.bold === true ? bold[format] : plain[format]
}

function embolden(style: TextStyle): TextStyle {
  return { ...style, face: 'sansBold' }
}

function redden(style: TextStyle): TextStyle {
  return { ...style, color: palette.brick }
}
