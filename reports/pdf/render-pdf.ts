import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import type {
  Block,
  CalloutBlock,
  HeadingBlock,
  LeadBlock,
  ListBlock,
  PageBreakBlock,
  ParagraphBlock,
  QrBlock,
  ReportDocument,
  ReportMeta,
} from '../blocks.ts'
import { embedAttachments, pack } from './attachments.ts'
import { checkDocument } from './check-document.ts'
import { drawChart } from './draw-chart.ts'
import { drawContents } from './draw-contents.ts'
import type { PageNumbers } from './draw-contents.ts'
import { drawCover } from './draw-cover.ts'
import { drawKeyFigures } from './draw-key-figures.ts'
import { drawQr } from './draw-qr.ts'
import { drawTable } from './draw-table.ts'
import { drawCallout, drawHeading, drawList, drawText } from './draw-text.ts'
import { heightToBreak, openingHeight } from './opening-height.ts'
import { createOutline } from './outline.ts'
import { packObjects } from './pack-objects.ts'
import { createFlow } from './page-flow.ts'
import type { Flow } from './page-flow.ts'
import { mendPdfkit } from './pdfkit-faults.ts'
import type { PaperSize } from './theme.ts'

export type PdfOptions = {
  size?: PaperSize
  /** Told of each page as it is begun, by its number. */
  onPage?: (page: number) => void
}

const producer = 'Vigía'

/**
 * Writes a report to `sink` as a tagged PDF that declares PDF/UA-1 and PDF/A-3a, page by page as the sink
 * takes it, and ends the sink. The same document gives the same bytes wherever it is rendered.
 * Throws MissingGlyphError for a character that no face has, RangeError for a document that cannot be
 * (headings that skip, ids twice, no table columns), and the sink's own error when it fails or closes early.
 */
export async function renderPdf(
  report: ReportDocument,
  sink: Writable,
  options: PdfOptions = {},
): Promise<{ pages: number }> {
  checkDocument(report)
  const document = openDocument(report.meta)
  const flow = told(createFlow(document, report.meta, options.size ?? 'A4'), options.onPage)
  const drawn = drawReport(flow, report).catch((error: unknown) => {
    document.destroy()
    throw error
  })
  // Drawing fails with its own error, the pipe with the sink's: whichever came first is told.
  await Promise.all([drawn, pipeline(document, packObjects(), sink)])
  return { pages: flow.pages }
}

function told(flow: Flow, onPage: PdfOptions['onPage']): Flow {
  if (!onPage) return flow
  const { breakPage } = flow
  flow.breakPage = async kind => {
    await breakPage(kind)
    onPage(flow.pages)
  }
  return flow
}

async function drawReport(flow: Flow, report: ReportDocument): Promise<void> {
  const packing = pack(report.attachments)
  await Promise.all([packing, drawBlocks(flow, report.blocks)])
  flow.finish()
  embedAttachments(flow.document, await packing, report.meta.createdAt)
  flow.document.end()
}

function openDocument(meta: ReportMeta): PDFKit.PDFDocument {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    lang: meta.lang,
    displayTitle: true,
    autoFirstPage: false,
    font: '',
    info: {
      Title: meta.title,
      Author: meta.author,
      Subject: meta.subject,
      Keywords: meta.keywords.join(', '),
      Producer: producer,
      Creator: producer,
      CreationDate: meta.createdAt,
      ModDate: meta.createdAt,
    },
  })
  mendPdfkit(document, meta, producer)
  return document
}

async function drawBlocks(flow: Flow, blocks: readonly Block[]): Promise<void> {
  const numbers: PageNumbers = new Map()
  const outline = createOutline(flow)
  if (blocks[0]?.kind !== 'cover') await flow.breakPage()
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      const top = await drawHeading(flow, block, openingHeight(flow, blocks.slice(at + 1)))
      numbers.get(block.id)?.(flow.pages)
      outline(block, top)
    } else await drawBlock(flow, block, { blocks, at, numbers })
    if (block.kind === 'cover' && at < blocks.length - 1) await flow.breakPage()
  }
}

interface Place {
  readonly blocks: readonly Block[]
  readonly at: number
  readonly numbers: PageNumbers
}

async function drawBlock(
  flow: Flow,
  block: Exclude<Block, HeadingBlock>,
  { blocks, at, numbers }: Place,
): Promise<void> {
  switch (block.kind) {
    case 'cover':
      return drawCover(flow, block)
    case 'contents':
      return drawContents(flow, block, blocks, numbers)
    case 'keyFigures':
      return drawKeyFigures(flow, block)
    case 'chart':
      return drawChart(flow, block)
    case 'table':
      return drawTable(flow, block)
    case 'pageBreak':
      return startPage(flow, block, blocks.slice(at + 1))
  }
  return drawTextBlock(flow, block)
}

async function startPage(
  flow: Flow,
  { ifNeeded }: PageBreakBlock,
  following: readonly Block[],
): Promise<void> {
  await (ifNeeded === true ? flow.reserve(heightToBreak(flow, following)) : flow.breakPage())
}

type TextBlock = LeadBlock | ParagraphBlock | ListBlock | CalloutBlock | QrBlock

async function drawTextBlock(flow: Flow, block: TextBlock): Promise<void> {
  switch (block.kind) {
    case 'lead':
    case 'paragraph':
      return drawText(flow, block)
    case 'list':
      return drawList(flow, block)
    case 'callout':
      return drawCallout(flow, block)
    case 'qr':
      return drawQr(flow, block)
  }
}
