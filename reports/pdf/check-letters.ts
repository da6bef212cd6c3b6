import type { Block, Cell, CoverPicture, ReportDocument, TableBlock } from '../blocks.ts'
import { estimateWidth } from '../../client/charts/scene.ts'
import { textOf } from '../blocks.ts'
import type { FaceName } from './fonts.ts'
import { requireGlyphs } from './typesetter.ts'

const text = ['sans', 'sansBold', 'sansItalic'] as const
const plain = ['sans', 'sansBold'] as const

/** The faces that a block may set its words in. */
const facesOf: Readonly<Record<Block['kind'], readonly FaceName[]>> = {
  cover: ['display', 'serif', ...plain],
  contents: ['display', ...plain],
  heading: ['display', ...plain],
  lead: ['serif', ...text],
  paragraph: text,
  list: text,
  keyFigures: ['display', ...plain],
  chart: plain,
  table: plain,
  callout: text,
  qr: plain,
  pageBreak: [],
}

/**
 * Throws MissingGlyphError for a character that the face it would be set in does not have, with the heading,
 * caption or title it stands under: before a byte of the PDF is written.
 */
export function checkLetters({ meta, blocks }: ReportDocument): void {
  const { title, author, notice = '', version } = meta
  let place = title
  checkTexts(plain, [title, author, notice, version], place)
  for (const block of blocks) {
    place = placeOf(block) ?? place
    checkTexts(facesOf[block.kind], textsOf(block), place)
  }
}

function checkTexts(faces: readonly FaceName[], texts: readonly string[], place: string): void {
  for (const face of faces) for (const words of texts) requireGlyphs(face, words, place)
}

function placeOf(block: Block): string | null {
  if (block.kind === 'table') return block.caption
  if (block.kind === 'heading') return block.text
  return 'title' in block ? block.title : null
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'cover':
      return coverTexts(block)
    case 'heading':
      return [block.number ?? '', block.text]
    case 'keyFigures':
      return block.figures.flatMap(({ value, label, note }) => [value, label, note])
    case 'chart':
      return chartTexts(block)
    case 'table':
      return tableTexts(block)
    case 'qr':
      return [block.title, block.text, block.address]
    default:
      return runTexts(block)
  }
}

function runTexts(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items.map(textOf)
  const title = 'title' in block ? [block.title] : []
  return 'runs' in block ? [...title, textOf(block.runs)] : title
}

function coverTexts(block: Extract<Block, { kind: 'cover' }>): readonly string[] {
  const { kicker, title, accent = '', subtitle, facts, picture, notice = '', date } = block
  const drawn = picture === undefined ? [] : [picture.note, ...sceneTexts(picture.scene, 120)]
  return [kicker, title, accent, subtitle, ...facts, ...drawn, notice, date]
}

function chartTexts({ scene, height, title, subtitle, source = '' }: Extract<Block, { kind: 'chart' }>) {
  return [title, subtitle, source, ...sceneTexts(scene, height)]
}

function sceneTexts(scene: CoverPicture['scene'], height: number): readonly string[] {
  const { marks } = scene({ width: 480, height, measure: estimateWidth })
  return marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))
}

function tableTexts({ caption, note = '', columns, groups, foot = {}, empty }: TableBlock) {
  const labels = columns.map(({ label }) => label)
  const rows = [...groups.flatMap(group => group.rows), foot]
  const subheads = groups.map(({ subhead = '' }) => subhead)
  return [
    caption,
    note,
    empty,
    ...labels,
    ...subheads,
    ...rows.flatMap(row => Object.values(row).map(textIn)),
  ]
}

function textIn(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}
