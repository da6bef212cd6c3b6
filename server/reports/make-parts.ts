import { createHash } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { figuresJson } from '../../reports/activity-4/attachments.ts'
import { casesCsv } from '../../reports/activity-4/cases-csv.ts'
import { activity4Workbook } from '../../reports/activity-4/workbook.ts'
import { workbookBytes } from '../../reports/workbook.ts'
import type { Context } from '../context.ts'
import { xlsxType } from './annual-report-routes.ts'
import type { ReportProgress } from '../store/report-job-store.ts'
import { computeReport, documentOf, type Computed } from './make-report.ts'
import { printReport } from './print-report.ts'
import { reportSummary } from './report-summary.ts'
import type { MadePart, PartKind, PressTask } from './report-task.ts'

export type OnProgress = (progress: ReportProgress) => void

/**
 * Everything that was asked of one report, from one reading of the data. The same data give the same bytes.
 * @throws AppError 'missing-glyph' {character, codePoint, text, place}
 */
export async function makeParts(
  context: Context,
  task: PressTask,
  onProgress: OnProgress,
): Promise<readonly MadePart[]> {
  const computed = await computeReport(context, task, gathered =>
    onProgress(
      gathered === null ? { stage: 'figures', done: 0, total: null } : { stage: 'cases', ...gathered },
    ),
  )
  const made: MadePart[] = []
  for (const kind of task.parts) made.push(await partOf(context, task, { computed, kind, onProgress }))
  return made
}

interface Wanted {
  readonly computed: Computed
  readonly kind: PartKind
  readonly onProgress: OnProgress
}

function partOf(context: Context, task: PressTask, wanted: Wanted): Promise<MadePart> | MadePart {
  switch (wanted.kind) {
    case 'pdf_es':
      return pdfOf(context, task, wanted, 'es')
    case 'pdf_en':
      return pdfOf(context, task, wanted, 'en')
    case 'xlsx_es':
      return workbookOf(context, task, wanted, 'es')
    case 'xlsx_en':
      return workbookOf(context, task, wanted, 'en')
    case 'figures':
    case 'cases':
    case 'summary':
      return dataOf(task, wanted.computed, wanted.kind)
  }
}

function dataOf(
  { from, to }: PressTask,
  { figures, cases }: Computed,
  kind: 'figures' | 'cases' | 'summary',
): MadePart {
  const span = `${from}_${to}`
  const json = 'application/json'
  switch (kind) {
    case 'figures':
      return part(kind, `cifras_${span}.json`, json, figuresJson(figures))
    case 'cases':
      return part(kind, `casos_${span}.csv`, 'text/csv', casesCsv(figures, cases))
    case 'summary':
      return part(kind, `resumen_${span}.json`, json, Buffer.from(JSON.stringify(reportSummary(figures))))
  }
}

async function workbookOf(
  context: Context,
  task: PressTask,
  { computed, kind }: Wanted,
  language: 'es' | 'en',
): Promise<MadePart> {
  const document = await documentOf(context, task, computed, language)
  const bytes = await workbookBytes(activity4Workbook(computed.figures, document))
  return part(kind, `informe-actividad-4_${task.from}_${task.to}.xlsx`, xlsxType, bytes)
}

async function pdfOf(
  context: Context,
  task: PressTask,
  { computed, kind, onProgress }: Wanted,
  language: 'es' | 'en',
): Promise<MadePart> {
  const document = await documentOf(context, task, computed, language, task.edition)
  const sink = new PassThrough()
  const pieces: Uint8Array[] = []
  sink.on('data', (piece: Uint8Array) => pieces.push(piece))
  const { pages } = await printReport(document, () => sink, {
    size: task.size,
    onPage: done => onProgress({ stage: 'pages', done, total: null }),
  })
  const name = `informe-actividad-4_${task.from}_${task.to}.pdf`
  return { ...part(kind, name, 'application/pdf', Buffer.concat(pieces)), pages }
}

function part(kind: PartKind, name: string, mediaType: string, bytes: Uint8Array): MadePart {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { kind, name, mediaType, sha256, pages: null, bytes }
}
