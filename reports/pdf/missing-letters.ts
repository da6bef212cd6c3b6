import type { Block, Cell, CoverPicture, ReportDocument, TableBlock } from '../blocks.ts'
import { estimateWidth } from '../../client/charts/scene.ts'
import { textOf } from '../blocks.ts'
import type { FaceName } from './fonts.ts'
import { codePointOf, lettersMissing } from './typesetter.ts'
import { wordsIn } from './words.ts'

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
  pageBreak: [],
}

/** How many the note names before it counts. */
const mostNamed = 12

/**
 * A report with a note under its first heading that names the characters, if there are any, that the face they
 * would be set in does not have. They come with the data: in the name of an organisation, say.
 */
export function withLettersNote(report: ReportDocument): ReportDocument {
  const missing = lettersMissingIn(report)
  if (missing.length === 0) return report
  const { blocks, meta, attachments } = report
  const { lettersTitle, letters, lettersKept, more } = wordsIn(meta.lang)
  const named = missing.slice(0, mostNamed).map(codePointOf).join(', ')
  const rest = missing.length > mostNamed ? ` ${more(missing.length - mostNamed)}` : ''
  const kept = attachments.length > 0 ? ` ${lettersKept}` : ''
  const note: Block = {
    kind: 'callout',
    tone: 'neutral',
    title: lettersTitle,
    runs: [`${letters(`${named}${rest}`)}${kept}`],
  }
  const heading = blocks.findIndex(({ kind }) => kind === 'heading')
  return { ...report, blocks: blocks.toSpliced(heading === -1 ? blocks.length : heading + 1, 0, note) }
}

/** Each once, in the order of the report. */
function lettersMissingIn({ meta, blocks }: ReportDocument): readonly string[] {
  const { title, author, notice = '', version } = meta
  const missing = new Set(missingFrom(plain, [title, author, notice, version]))
  for (const block of blocks)
    for (const letter of missingFrom(facesOf[block.kind], textsOf(block))) missing.add(letter)
  return [...missing]
}

function missingFrom(faces: readonly FaceName[], texts: readonly string[]): readonly string[] {
  return faces.flatMap(face => texts.flatMap(words => lettersMissing(face, words)))
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
