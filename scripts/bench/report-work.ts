import { createWriteStream, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { textOf, type Block, type TableBlock } from '../../reports/blocks.ts'
import { renderPdf } from '../../reports/pdf/render-pdf.ts'
import { frameOf, styles, type TextStyle } from '../../reports/pdf/theme.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { makeReport } from '../../server/reports/make-report.ts'
import { seedRequests } from '../../server/seeding/seed-requests.ts'
import { systemActor } from '../../server/store/seal-events.ts'
import { movableClock, openBench } from './store.ts'
import { cpuMilliseconds } from './timing.ts'

const today = calendarDate('2026-03-02')
const period = { from: calendarDate('2025-03-03'), to: calendarDate('2026-02-28') }

export async function seedForReport({ dir, requests }: { dir: string; requests: number }) {
  const context = await openBench(dir, movableClock(today))
  const summary = await seedRequests(context, { requests, years: 1, seed: 1, institutions: catalogue })
  await context.engine.close()
  return { requests: summary.requests, events: summary.events }
}

export interface ReportTimes {
  readonly gatherMs: number
  readonly renderMs: number
  readonly pages: number
  /** The most memory that the process ever held for itself. */
  readonly ownMegabytes: number
  /** The most that it ever had resident: with the pages of the mapped store and of the code, which the system takes back when it needs them. */
  readonly residentMegabytes: number
  readonly cases: number
}

/** Once, from the store to the file, as `npm run report` does. Writes the texts of the report to `plan`, afterwards. */
export async function makeReportOnce(given: {
  dir: string
  out: string
  plan: string
}): Promise<ReportTimes> {
  const context = await openBench(given.dir, movableClock(today))
  const memory = watchMemory()
  const began = performance.now()
  const made = await makeReport(context, systemActor, { ...period, asOf: null, language: 'es' })
  const gathered = performance.now()
  const { pages } = await renderPdf(made.document, createWriteStream(given.out))
  const ended = performance.now()
  const ownMegabytes = memory.stop()
  const residentMegabytes = process.resourceUsage().maxRSS / 1024
  await context.engine.close()
  await writeFile(given.plan, JSON.stringify(planOf(made.document.blocks)))
  return {
    gatherMs: gathered - began,
    renderMs: ended - gathered,
    pages,
    ownMegabytes,
    residentMegabytes,
    cases: made.cases.length,
  }
}

/** Looks often at what the process holds; `stop` tells the most, in megabytes. */
export function watchMemory(): { stop(): number } {
  let most = ownMemory()
  const look = () => {
    most = Math.max(most, ownMemory())
  }
  const timer = setInterval(look, 10)
  return {
    stop() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

/** Without the pages of mapped files, where the system tells them apart. */
function ownMemory(): number {
  try {
    const kilobytes = /^RssAnon:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    if (kilobytes !== undefined) return Number(kilobytes) / 1024
  } catch {
    // Not Linux.
  }
  return process.memoryUsage.rss() / 1024 ** 2
}

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
