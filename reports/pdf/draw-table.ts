import { palette } from '../../client/charts/palette.ts'
import type { TableBlock, TableGroup, TableRow } from '../blocks.ts'
import { baseline, drawLine, drawLines } from './draw-lines.ts'
import { openingAddress } from './opening-address.ts'
import type { Flow } from './page-flow.ts'
import { barShare, columnBoxes, measureHead, measureRow, textRight } from './table-layout.ts'
import type { CellBox, ColumnBox, RowBox } from './table-layout.ts'
import type { Tag, TagType } from './tagging.ts'
import { layoutText, singleLine } from './text-layout.ts'
import type { Line } from './text-layout.ts'
import { styles } from './theme.ts'
import type { TextStyle } from './theme.ts'

/** Blank above and below the text of a row. Points. */
const padding = 1.7
const hairline = { color: palette.hairline, width: 0.4 }
const rule = { color: palette.ink, width: 0.8 }

type Table = {
  flow: Flow
  block: TableBlock
  boxes: readonly ColumnBox[]
  head: RowBox
  tag: Tag
}

/**
 * A table over the whole width. Rows stay whole unless one is taller than a page; the labels are repeated on
 * each page as decoration, since the reader of the tags has them already.
 */
export async function drawTable(flow: Flow, block: TableBlock): Promise<void> {
  const { frame, tagging, typesetter } = flow
  const boxes = columnBoxes(block, frame.left, frame.right)
  const head = measureHead(typesetter, boxes)
  const caption = captionOf(flow, block)
  await flow.reserve(tableOpeningHeight(flow, block))
  if (flow.y > frame.top) flow.y += 8
  const tag = tagging.open(tagging.root, 'Table')
  const table: Table = { flow, block, boxes, head, tag }
  drawCaption(table, caption)
  drawTaggedHead(table)
  const groups = block.groups.filter(group => group.rows.length > 0)
  const footHeight = block.foot === undefined ? 0 : rowHeight(1)
  for (const group of groups) await drawGroup(table, group, group === groups.at(-1) ? footHeight : 0)
  if (groups.length === 0) drawEmpty(table)
  if (block.foot !== undefined) await drawFoot(table, block.foot)
  tagging.close(tag)
  flow.y += 18
}

type CaptionPart = { lines: readonly Line[]; style: TextStyle }

function captionOf({ frame, typesetter, words }: Flow, block: TableBlock): CaptionPart[] {
  const width = (frame.right - frame.left) * 0.8
  const parts: [string | undefined, TextStyle][] = [
    [block.number === undefined ? undefined : `${words.table} ${block.number}. `, styles.label],
    [`${block.caption} `, styles.captionTitle],
    [block.note, styles.captionNote],
  ]
  return parts.flatMap(([text, style]) =>
    text === undefined ? [] : [{ lines: layoutText(typesetter, text, style, width), style }],
  )
}

/**
 * Points that a table needs to begin: caption, labels and six rows; all of it where so few more rows remain
 * that they would stand alone on the next page.
 */
export function tableOpeningHeight(flow: Flow, block: TableBlock): number {
  const { frame, typesetter } = flow
  const boxes = columnBoxes(block, frame.left, frame.right)
  const text = captionOf(flow, block).reduce((sum, part) => sum + part.lines.length * part.style.leading, 0)
  const labels = measureHead(typesetter, boxes).lines * styles.columnHead.leading
  const rows = block.groups.flatMap(group => group.rows)
  const breaks = rows.length > shortTable && block.whole !== true
  const kept = breaks ? rows.slice(0, firstRows) : rows
  const opening = kept.reduce((sum, row) => sum + rowHeight(measureRow(typesetter, boxes, row).lines), 0)
  const subheads = block.groups.filter(({ subhead }) => subhead !== undefined).length
  const extra = breaks ? Math.min(subheads, 1) : subheads + (block.foot ? 1 : 0)
  return text + labels + 32 + Math.min(opening, mostKept) + extra * rowHeight(1.5)
}

/** Rows that a table shows before it breaks; a table of no more than `shortTable` rows does not break. */
const firstRows = 6
const shortTable = 9
/** Rows of many lines may break where fewer of them fit. Points. */
const mostKept = 230

function drawCaption({ flow, tag }: Table, caption: readonly CaptionPart[]): void {
  const { frame, tagging } = flow
  tagging.artifact(() => flow.pen.line(frame.left, flow.y, frame.right, flow.y, hairline))
  flow.y += 5
  const element = tagging.open(tag, 'Caption')
  for (const { lines, style } of caption) {
    tagging.mark(element, () => drawLines(flow, lines, style, frame.left, flow.y))
    flow.y += lines.length * style.leading + 0.5
  }
  tagging.close(element)
  flow.y += 6
}

function drawTaggedHead(table: Table): void {
  const { flow, boxes, head, tag } = table
  const section = flow.tagging.open(tag, 'THead')
  const row = flow.tagging.open(section, 'TR')
  boxes.forEach((box, at) => {
    const cell = flow.tagging.open(row, 'TH', { scope: 'Column' })
    flow.tagging.mark(cell, () => drawHeadCell(table, box, head.cells[at]))
    flow.tagging.close(cell)
  })
  flow.tagging.close(row)
  flow.tagging.close(section)
  flow.tagging.artifact(() => drawHeadRule(table))
  flow.y += headHeight(table)
}

function repeatHead(table: Table): void {
  const { flow, block, boxes, head } = table
  const { frame, typesetter, words } = flow
  flow.tagging.artifact(() => {
    const number = block.number === undefined ? '' : ` ${block.number}`
    const text = `${words.table}${number}, ${words.continued}`
    drawLine(flow, singleLine(typesetter, text, styles.label), frame.left, baseline(styles.label, flow.y))
    flow.y += styles.label.leading + 5
    boxes.forEach((box, at) => drawHeadCell(table, box, head.cells[at]))
    drawHeadRule(table)
  })
  flow.y += headHeight(table)
}

function headHeight({ head }: Table): number {
  return head.lines * styles.columnHead.leading + 5
}

/** Labels of one line stand at the foot of taller ones. */
function drawHeadCell({ flow, head }: Table, box: ColumnBox, cell: CellBox | undefined): void {
  if (cell === undefined) return
  const top = flow.y + (head.lines - cell.lines.length) * cell.style.leading
  drawCellLines(flow, box, cell, top, 0, cell.lines.length)
}

function drawHeadRule(table: Table): void {
  const { flow } = table
  const y = flow.y + headHeight(table) - 2
  flow.pen.line(flow.frame.left, y, flow.frame.right, y, { ...rule, width: 0.6 })
}

async function drawGroup(table: Table, group: TableGroup, footHeight: number): Promise<void> {
  const { flow, boxes, tag } = table
  const body = flow.tagging.open(tag, 'TBody')
  if (group.subhead !== undefined) await drawSubhead(table, body, group.subhead, group.rows)
  const last = group.rows.at(-1)
  for (const [at, row] of group.rows.entries()) {
    // The last row takes the one before it, and the totals, to its page.
    const company =
      at === group.rows.length - 2 && last !== undefined ? heightOf(table, last) + footHeight : 0
    await drawRow(table, body, measureRow(flow.typesetter, boxes, row), company)
  }
  flow.tagging.close(body)
}

function heightOf({ flow, boxes }: Table, row: TableRow): number {
  return rowHeight(measureRow(flow.typesetter, boxes, row).lines)
}

async function drawSubhead(table: Table, body: Tag, text: string, rows: readonly TableRow[]): Promise<void> {
  const { flow, boxes } = table
  const { frame, tagging } = flow
  const lines = layoutText(flow.typesetter, text, subheadStyle, frame.right - frame.left)
  const height = lines.length * subheadStyle.leading + 2 * padding + 4
  const company = rows.slice(0, 2).reduce((sum, row) => sum + heightOf(table, row), 0)
  await makeRoom(table, height + Math.min(company, mostKept))
  const row = tagging.open(body, 'TR')
  const cell = tagging.open(row, 'TH', { scope: 'Row', colSpan: boxes.length })
  tagging.mark(cell, () => drawLines(flow, lines, subheadStyle, frame.left, flow.y + padding + 4))
  tagging.close(cell)
  tagging.close(row)
  flow.y += height
}

const subheadStyle = { ...styles.cell, face: 'sansBold', color: palette.blueText } satisfies TextStyle

function rowHeight(lines: number): number {
  return lines * styles.cell.leading + 2 * padding
}

async function makeRoom(table: Table, height: number): Promise<void> {
  const { flow } = table
  if (flow.y + height <= flow.frame.bottom) return
  await flow.breakPage()
  repeatHead(table)
}

/** A row taller than what a page holds goes on over the following pages, line by line. */
async function drawRow(table: Table, section: Tag, row: RowBox, company = 0): Promise<void> {
  const { flow, boxes } = table
  const { tagging, frame } = flow
  const wholePage = frame.bottom - frame.top - headHeight(table) - 20
  await makeRoom(table, Math.min(rowHeight(row.lines) + company, wholePage))
  const rowTag = tagging.open(section, 'TR')
  const tags = boxes.map((_, at) => openCell(table, rowTag, at))
  for (let from = 0; from < row.lines;) {
    if (from > 0) {
      await flow.breakPage()
      repeatHead(table)
    }
    const room = Math.floor((frame.bottom - flow.y - 2 * padding) / styles.cell.leading)
    const to = Math.min(row.lines, from + Math.max(room, 1))
    drawRowPart(table, row, tags, from, to)
    from = to
  }
  for (const tag of tags) tagging.close(tag)
  tagging.close(rowTag)
}

/** The first cell names its row. */
function openCell({ flow }: Table, row: Tag, at: number): Tag {
  const type: TagType = at === 0 ? 'TH' : 'TD'
  return at === 0 ? flow.tagging.open(row, type, { scope: 'Row' }) : flow.tagging.open(row, type)
}

function drawRowPart(table: Table, row: RowBox, tags: readonly Tag[], from: number, to: number): void {
  const { flow, boxes } = table
  const top = flow.y + padding
  boxes.forEach((box, at) => {
    const cell = row.cells[at]
    const tag = tags[at]
    if (cell === undefined || tag === undefined || cell.lines.length <= from) return
    const href = from === 0 ? hrefOf(table, cell) : null
    if (href === null) flow.tagging.mark(tag, () => drawCellLines(flow, box, cell, top, from, to))
    else drawOpening(flow, { tag, box, cell, top, href })
  })
  flow.y += rowHeight(to - from)
  flow.tagging.artifact(() => {
    if (from === 0) drawBars(table, row, top)
    flow.pen.line(flow.frame.left, flow.y, flow.frame.right, flow.y, hairline)
  })
}

/** Where a number's cases are listed. A link weighs some 80 bytes: only tables longer than any printed list have none. */
function hrefOf({ flow, block }: Table, { opens, lines }: CellBox): string | null {
  const { casesAt } = flow.meta
  if (opens === null || casesAt === undefined || lines.length !== 1) return null
  return block.groups.reduce((sum, { rows }) => sum + rows.length, 0) > mostOpening
    ? null
    : openingAddress(casesAt, opens)
}

const mostOpening = 400

interface Opening {
  readonly tag: Tag
  readonly box: ColumnBox
  readonly cell: CellBox
  readonly top: number
  readonly href: string
}

function drawOpening(flow: Flow, { tag, box, cell, top, href }: Opening): void {
  const [line] = cell.lines
  if (line === undefined) return
  const link = flow.tagging.open(tag, 'Link')
  flow.tagging.mark(link, () => drawCellLines(flow, box, cell, top, 0, 1))
  const left = box.column.align === 'end' ? textRight(box) - line.width : box.left
  const area = [left - 2, top, left + line.width + 2, top + cell.style.leading] as const
  flow.tagging.link(link, area, flow.words.cases, href)
  flow.tagging.close(link)
}

function drawCellLines(
  flow: Flow,
  box: ColumnBox,
  cell: CellBox,
  top: number,
  from: number,
  to: number,
): void {
  const right = textRight(box)
  cell.lines.slice(from, to).forEach((line, at) => {
    const x = box.column.align === 'end' ? right - line.width : box.left
    drawLine(flow, line, x, baseline(cell.style, top + at * cell.style.leading))
  })
}

function drawBars({ flow, boxes }: Table, row: RowBox, top: number): void {
  row.cells.forEach((cell, at) => {
    const box = boxes[at]
    if (cell.bar === null || box === undefined) return
    const width = (box.right - box.left) * barShare - 6
    const filled = width * Math.min(Math.max(cell.bar, 0), 1)
    flow.pen.rect(box.right - width, top + 2.6, width, 6, palette.mist)
    flow.pen.rect(box.right - width, top + 2.6, filled, 6, palette.sky)
  })
}

function drawEmpty({ flow, block, boxes, tag }: Table): void {
  const { frame, tagging } = flow
  const lines = layoutText(flow.typesetter, block.empty, styles.cell, frame.right - frame.left)
  const body = tagging.open(tag, 'TBody')
  const row = tagging.open(body, 'TR')
  const cell = tagging.open(row, 'TD', { colSpan: boxes.length })
  tagging.mark(cell, () => drawLines(flow, lines, styles.cell, frame.left, flow.y + padding))
  for (const open of [cell, row, body]) tagging.close(open)
  flow.y += rowHeight(lines.length)
}

async function drawFoot(table: Table, foot: TableRow): Promise<void> {
  const { flow, boxes, tag } = table
  const row = measureRow(flow.typesetter, boxes, foot, true)
  await makeRoom(table, rowHeight(row.lines))
  flow.tagging.artifact(() => flow.pen.line(flow.frame.left, flow.y, flow.frame.right, flow.y, rule))
  const section = flow.tagging.open(tag, 'TFoot')
  await drawRow(table, section, row)
  flow.tagging.close(section)
}
