import { bareServer } from './bare-server.ts'
import { arithmeticScene } from './arithmetic.ts'
import { httpScene } from './http.ts'
import { makeReportOnce, seedForReport, writeRawOnce } from './report-work.ts'
import { pagesScene } from './pages.tsx'
import type { PdfDocumentName } from './pdf-documents.ts'
import { pdfScene } from './pdf.ts'
import { writePdfOnce } from './pdf-work.ts'
import { reportScene } from './report.ts'
import { scanScene } from './scan.ts'
import { tellParent } from './server-messages.ts'
import type { Sizes } from './sizes.ts'
import { vigiaServer } from './vigia-server.ts'

/** What a child process is started for: its only argument, as JSON. It answers with messages. */
export type Job =
  | { readonly job: 'scene'; readonly scene: SceneName; readonly sizes: Sizes }
  | { readonly job: 'bare-server' }
  | { readonly job: 'vigia-server'; readonly dir: string; readonly served: number; readonly events: number }
  | { readonly job: 'seed-report'; readonly dir: string; readonly requests: number }
  | { readonly job: 'make-report'; readonly dir: string; readonly out: string; readonly plan: string }
  | {
      readonly job: 'write-pdf'
      readonly name: PdfDocumentName
      readonly rows: number
      readonly out: string
      readonly plan: string
    }
  | { readonly job: 'raw-report'; readonly plan: string; readonly out: string }

const scenes = {
  arithmetic: arithmeticScene,
  scan: scanScene,
  http: httpScene,
  pages: pagesScene,
  report: reportScene,
  pdf: pdfScene,
} as const

export type SceneName = keyof typeof scenes

const job: Job = JSON.parse(process.argv[2] ?? 'null')
const answer: unknown = await run(job)
// A server stays until it is told to stop; everything else is done.
if (answer !== undefined) {
  await tellParent(answer)
  if (process.connected) process.disconnect()
}

function run(asked: Job): unknown {
  switch (asked.job) {
    case 'scene':
      return scenes[asked.scene](asked.sizes)
    case 'bare-server':
      return bareServer()
    case 'vigia-server':
      return vigiaServer(asked)
    case 'seed-report':
      return seedForReport(asked)
    case 'make-report':
      return makeReportOnce(asked)
    case 'write-pdf':
      return writePdfOnce(asked)
    case 'raw-report':
      return writeRawOnce(asked)
  }
}
