import { setImmediate, setTimeout } from 'node:timers/promises'
import type { ReportMeta } from '../blocks.ts'
import { createLateText } from './late-text.ts'
import { createPageContent } from './page-content.ts'
import type { PageContent } from './page-content.ts'
import { createPen } from './pen.ts'
import type { Pen } from './pen.ts'
import { createTagging } from './tagging.ts'
import type { Tagging } from './tagging.ts'
import { drawLine } from './draw-lines.ts'
import { singleLine } from './text-layout.ts'
import { frameOf, styles } from './theme.ts'
import type { Frame, PaperSize, TextStyle } from './theme.ts'
import { createTypesetter } from './typesetter.ts'
import type { Typesetter } from './typesetter.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

/** Where the report has got to: the tools, the page and the height on it. */
export type Flow = {
  readonly document: PDFKit.PDFDocument
  readonly content: PageContent
  readonly meta: ReportMeta
  readonly frame: Frame
  readonly typesetter: Typesetter
  readonly tagging: Tagging
  readonly pen: Pen
  readonly words: Words
  /** Points from the top of the page to where the next block begins. */
  y: number
  /** Pages begun so far, which is the number of the current page. */
  pages: number
  /** Starts a page; a bare one has no running head or foot. Waits while the reader is behind. */
  breakPage(kind?: 'plain' | 'bare'): Promise<void>
  /** Breaks the page unless so many points are left on it. */
  reserve(height: number): Promise<void>
  /** Closes the last page and writes what waited for the number of pages. */
  finish(): void
}

export function createFlow(document: PDFKit.PDFDocument, meta: ReportMeta, size: PaperSize): Flow {
  const frame = frameOf(size, meta.layout)
  const typesetter = createTypesetter(document)
  const content = createPageContent(document)
  const tagging = createTagging(document, content)
  const pen = createPen(document, content, typesetter)
  const total = createLateText(document, content, typesetter, styles.pagination, 'start')

  const flow: Flow = {
    document,
    content,
    meta,
    frame,
    typesetter,
    tagging,
    pen,
    words: wordsIn(meta.lang),
    y: frame.top,
    pages: 0,
    breakPage: async (kind = 'plain') => {
      if (flow.pages > 0) tagging.endPage()
      content.flush()
      await readerCaughtUp(document)
      document.addPage({ size: [frame.width, frame.height], margin: 0 })
      flow.pages += 1
      flow.y = frame.top
      pen.startPage()
      tagging.startPage()
      if (kind === 'plain') tagging.artifact(() => drawHeadAndFoot(flow, total.place), 'Pagination')
    },
    reserve: async height => {
      if (flow.y + height > frame.bottom && flow.y > frame.top) await flow.breakPage()
    },
    finish: () => {
      tagging.endPage()
      content.flush()
      total.fill(String(flow.pages))
      tagging.finish()
    },
  }
  return flow
}

/**
 * pdfkit queues without regard for its reader; a page of a long report waits here instead, and lets others
 * have their turn between two pages.
 */
async function readerCaughtUp(document: PDFKit.PDFDocument): Promise<void> {
  await setImmediate()
  while (document.readableLength > queueLimit && !document.destroyed) await setTimeout(5)
  if (document.destroyed) throw new Error('The reader of the PDF went away')
}

/** Bytes. */
const queueLimit = 1 << 20

function drawHeadAndFoot(flow: Flow, placeTotal: (x: number, y: number) => void): void {
  const { frame, meta, words } = flow
  const headY = 41
  const footY = frame.height - 33
  const half = (frame.right - frame.left) / 2
  drawEdge(flow, meta.title, styles.pagination, 'start', headY, half * 1.2)
  if (meta.notice !== undefined) drawEdge(flow, meta.notice, styles.notice, 'end', headY, half * 0.75)
  const label = singleLine(flow.typesetter, `${words.page} ${flow.pages} ${words.of} `, styles.pagination)
  drawLine(flow, label, frame.left, footY)
  placeTotal(frame.left + label.width, footY)
  drawEdge(flow, meta.author, styles.pagination, 'end', footY, half * 1.4)
}

/** Shortened where it is too long: it repeats what the cover says in full. */
function drawEdge(
  flow: Flow,
  text: string,
  style: TextStyle,
  side: 'start' | 'end',
  y: number,
  limit: number,
): void {
  let line = singleLine(flow.typesetter, text, style)
  let kept = [...text]
  while (line.width > limit && kept.length > 1) {
    kept = kept.slice(0, -1)
    line = singleLine(flow.typesetter, `${kept.join('').trimEnd()}…`, style)
  }
  drawLine(flow, line, side === 'start' ? flow.frame.left : flow.frame.right - line.width, y)
}
