import { Fragment, type VNode } from 'preact'
import { sceneToSvg } from '../charts/svg.ts'
import { href } from '../page-context.ts'
import type {
  KeptBlock,
  KeptCallout,
  KeptChart,
  KeptCover,
  KeptDrawing,
  KeptHeading,
  KeptList,
  KeptQr,
  KeptRun,
  KeptText,
} from './kept-report.ts'
import { KeyFigures } from './key-figures.tsx'
import type { ReportReader } from './report-reader.ts'
import { ReportTable } from './report-table.tsx'

interface BlocksProps {
  readonly reader: ReportReader
  readonly blocks: readonly KeptBlock[]
  /** Added to the level of each heading, so that the page has one h1. */
  readonly shift: number
}

/** The blocks of a report as a page: what its PDF says, in the same order. */
export function ReportBlocks({ reader, blocks, shift }: BlocksProps): VNode {
  return (
    <>
      {blocks.map((block, at) => (
        <Fragment key={at}>{blockOf(reader, block, { at, shift })}</Fragment>
      ))}
    </>
  )
}

/** Where a block stands on its page. */
interface Place {
  readonly at: number
  readonly shift: number
}

function blockOf(reader: ReportReader, block: KeptBlock, place: Place): VNode | null {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} level={block.level + place.shift} />
    case 'table':
      return <ReportTable reader={reader} block={block} />
    case 'chart':
      return <Chart reader={reader} block={block} id={`fig-${place.at}`} />
    case 'keyFigures':
      return <KeyFigures reader={reader} block={block} />
    case 'cover':
      return <CoverPicture cover={block} />
    default:
      return wordsOf(reader, block)
  }
}

type Words =
  KeptText | KeptList | KeptCallout | KeptQr | Extract<KeptBlock, { kind: 'contents' | 'pageBreak' }>

function wordsOf(reader: ReportReader, block: Words): VNode | null {
  switch (block.kind) {
    case 'lead':
      return <p class="lead">{runsOf(reader, block.runs)}</p>
    case 'paragraph':
      return <p class="text">{runsOf(reader, block.runs)}</p>
    case 'list':
      return <List reader={reader} block={block} />
    case 'callout':
      return <Callout reader={reader} block={block} />
    case 'qr':
      return <Verify block={block} />
    case 'contents':
    case 'pageBreak':
      return null
  }
}

function Heading({ block, level }: { block: KeptHeading; level: number }): VNode {
  const { id, number, text } = block
  const words = number === '' ? text : `${number} ${text}`
  if (level <= 1) return <h1 id={id}>{words}</h1>
  return level === 2 ? <h2 id={id}>{words}</h2> : <h3 id={id}>{words}</h3>
}

function List({ reader, block: { ordered, items } }: { reader: ReportReader; block: KeptList }): VNode {
  const lines = items.map((runs, at) => <li key={at}>{runsOf(reader, runs)}</li>)
  return ordered ? <ol class="text">{lines}</ol> : <ul class="text">{lines}</ul>
}

function Callout({ reader, block: { title, runs } }: { reader: ReportReader; block: KeptCallout }): VNode {
  return (
    <div class="callout text">
      <p>
        <strong>{title}</strong>
      </p>
      <p>{runsOf(reader, runs)}</p>
    </div>
  )
}

/** On a page the address is a link; the symbol is for paper. */
function Verify({ block: { title, text, address } }: { block: KeptQr }): VNode {
  return (
    <p class="text">
      <strong>{title}.</strong> {text} <a href={address}>{address}</a>
    </p>
  )
}

export function CoverPicture({ cover }: { cover: KeptCover }): VNode | null {
  if (cover.picture === null) return null
  return (
    <figure class="chart-block">
      <Drawing drawing={cover.picture} id="portada" />
      <figcaption class="soft small">{cover.note}</figcaption>
    </figure>
  )
}

interface ChartProps {
  readonly reader: ReportReader
  readonly block: KeptChart
  readonly id: string
}

function Chart({ reader: { ctx }, block, id }: ChartProps): VNode {
  const { number, title, subtitle, source, drawing, head, rows } = block
  const columns = head.map((label, at) => ({
    label,
    kind: at === 0 ? ('text' as const) : ('number' as const),
  }))
  const table = {
    number: '',
    caption: title,
    note: '',
    columns,
    groups: [{ subhead: '', rows }],
    foot: null,
    empty: '',
  }
  return (
    <figure class="chart-block">
      <figcaption>
        <span class="block-number">{ctx.t('twin.figure', { number })}</span> <strong>{title}</strong>{' '}
        <span class="soft">{subtitle}</span>
      </figcaption>
      <Drawing drawing={drawing} id={id} />
      {source === '' ? null : <p class="soft small">{source}</p>}
      {rows.length === 0 ? null : (
        <details class="chart-data">
          <summary>{ctx.t('chart.table')}</summary>
          <ReportTable reader={{ ctx, code: '', places: new Map() }} block={{ kind: 'table', ...table }} />
        </details>
      )}
    </figure>
  )
}

/** Drawn twice: the styles show the one whose letters can be read. */
function Drawing({ drawing, id }: { drawing: KeptDrawing; id: string }): VNode {
  const markup = (size: 'wide' | 'narrow') =>
    sceneToSvg({ ...drawing[size], desc: drawing.alt }, { id: `${id}-${size}` })
  return (
    <>
      <div class="drawing drawing-wide" dangerouslySetInnerHTML={{ __html: markup('wide') }} />
      <div class="drawing drawing-narrow" dangerouslySetInnerHTML={{ __html: markup('narrow') }} />
    </>
  )
}

function runsOf(reader: ReportReader, runs: readonly KeptRun[]): VNode[] {
  return runs.map((run, at) => <Fragment key={at}>{runOf(reader, run)}</Fragment>)
}

function runOf(reader: ReportReader, run: KeptRun): VNode | string {
  if (typeof run === 'string') return run
  switch (run.kind) {
    case 'text':
      return run.text
    case 'strong':
      return <strong>{run.text}</strong>
    case 'emphasis':
      // What an institution or an organisation wrote, as it wrote it.
      return <em lang={reader.ctx.language === 'es' ? undefined : 'es'}>{run.text}</em>
    case 'code':
      return <span class="hash">{run.text}</span>
    case 'link':
      return <a href={addressOf(reader, run.href)}>{run.text}</a>
  }
}

/** A link within the report leads to the page on which that heading stands. */
function addressOf({ ctx, code, places }: ReportReader, address: string): string {
  if (!address.startsWith('#')) return address
  return href(ctx, `/informes/${code}/${places.get(address.slice(1)) ?? ''}${address}`)
}
