import type { Scene, SceneFrame } from '../client/charts/scene.ts'
import { frameOf } from '../client/open-charts/figure-chart.ts'
import type {
  KeptBlock,
  KeptCell,
  KeptChart,
  KeptCover,
  KeptDrawing,
  KeptReport,
  KeptTable,
} from '../client/report/kept-report.ts'
import type {
  Block,
  Cell,
  ChartBlock,
  CoverBlock,
  HeadingBlock,
  KeyFiguresBlock,
  ReportDocument,
  TableBlock,
  TableRow,
} from './blocks.ts'

/** The file from which the pages of an edition are made for good. The same report gives the same bytes. */
export function keptReport(report: ReportDocument, summary: ReportDocument): Uint8Array {
  const { title, asOf, version, digest } = report.meta
  const kept: KeptReport = {
    ...{ schema: 'vigia/edition-page/1', title, asOf, version, digest },
    blocks: report.blocks.map(keptBlock),
    summary: summary.blocks.map(keptBlock),
  }
  return Buffer.from(`${JSON.stringify(kept)}\n`, 'utf8')
}

function keptBlock(block: Block): KeptBlock {
  switch (block.kind) {
    case 'cover':
      return keptCover(block)
    case 'chart':
      return keptChart(block)
    case 'table':
      return keptTable(block)
    case 'heading':
      return keptHeading(block)
    case 'keyFigures':
      return keptFigures(block)
    case 'contents':
    case 'pageBreak':
      return { kind: block.kind }
    default:
      return block
  }
}

function keptHeading({ kind, level, id, number = '', text }: HeadingBlock): KeptBlock {
  return { kind, level, id, number, text }
}

function keptFigures({ kind, figures }: KeyFiguresBlock): KeptBlock {
  return { kind, figures: figures.map(figure => ({ ...figure, opens: figure.opens ?? [] })) }
}

function keptCover({
  kind,
  kicker,
  title,
  accent = '',
  subtitle,
  facts,
  picture,
  date,
}: CoverBlock): KeptCover {
  const drawing = picture ? drawn(picture.scene, 120, picture.alt) : null
  return { kind, kicker, title, accent, subtitle, facts, picture: drawing, note: picture?.note ?? '', date }
}

function keptChart({
  kind,
  scene,
  height,
  number = '',
  title,
  subtitle,
  alt,
  source = '',
  data,
}: ChartBlock): KeptChart {
  const { head = [], rows = [] } = data ?? {}
  return { kind, number, title, subtitle, source, drawing: drawn(scene, height, alt), head, rows }
}

function drawn(scene: (frame: SceneFrame) => Scene, height: number, alt: string): KeptDrawing {
  // A legend takes more lines in a narrow one, and what stands below it needs the height that they take.
  return { wide: scene(frameOf('wide', height)), narrow: scene(frameOf('narrow', height + 40)), alt }
}

function keptTable({
  kind,
  caption,
  number = '',
  note = '',
  columns,
  groups,
  foot,
  empty,
}: TableBlock): KeptTable {
  const cells = (row: TableRow) => columns.map(({ key }) => keptCell(row[key] ?? ''))
  return {
    ...{ kind, number, caption, note, empty },
    columns: columns.map(({ label, align, format }) => ({
      label,
      kind: format === 'code' ? 'code' : align === 'end' ? 'number' : 'text',
    })),
    groups: groups.map(({ subhead = '', rows }) => ({ subhead, rows: rows.map(cells) })),
    foot: foot ? cells(foot) : null,
  }
}

/** Bars are drawn beside a number that says as much. */
function keptCell(cell: Cell): KeptCell {
  if (typeof cell === 'string') return cell
  const { text, tone, bold, opens } = cell
  if (!tone && !bold && !opens) return text
  return { text, ...(tone && { tone }), ...(bold && { bold }), ...(opens && { opens }) }
}
