import type { PdfDocumentName } from './pdf-documents.ts'
import { tellParent } from './server-messages.ts'
import type { Sizes } from './sizes.ts'

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
  | { readonly job: 'report-beside-server'; readonly dir: string; readonly reported: number }
  | { readonly job: 'prepare-scale'; readonly dir: string; readonly requests: number }
  | { readonly job: 'scale-server' | 'year-figures'; readonly dir: string; readonly day: string }

/** Loaded when it is asked for: the memory of one job does not hold the code of another. */
const scenes = {
  arithmetic: async (sizes: Sizes) => (await import('./arithmetic.ts')).arithmeticScene(sizes),
  scan: async (sizes: Sizes) => (await import('./scan.ts')).scanScene(sizes),
  http: async (sizes: Sizes) => (await import('./http.ts')).httpScene(sizes),
  pages: async (sizes: Sizes) => (await import('./pages.tsx')).pagesScene(sizes),
  report: async (sizes: Sizes) => (await import('./report.ts')).reportScene(sizes),
  'report-beside': async (sizes: Sizes) => (await import('./report-beside.ts')).reportBesideScene(sizes),
  pdf: async (sizes: Sizes) => (await import('./pdf.ts')).pdfScene(sizes),
  scale: async (sizes: Sizes) => (await import('./scale/scene.ts')).scaleScene(sizes),
} as const

export type SceneName = keyof typeof scenes

const job: Job = JSON.parse(process.argv[2] ?? 'null')
const answer: unknown = await run(job)
// A server stays until it is told to stop; everything else is done.
if (answer !== undefined) {
  await tellParent(answer)
  if (process.connected) process.disconnect()
}

async function run(asked: Job): Promise<unknown> {
  switch (asked.job) {
    case 'scene':
      return scenes[asked.scene](asked.sizes)
    case 'bare-server':
      return (await import('./bare-server.ts')).bareServer()
    case 'vigia-server':
      return (await import('./vigia-server.ts')).vigiaServer(asked)
    case 'seed-report':
      return (await import('./report-work.ts')).seedForReport(asked)
    case 'make-report':
      return (await import('./report-work.ts')).makeReportOnce(asked)
    case 'write-pdf':
      return (await import('./pdf-work.ts')).writePdfOnce(asked)
    case 'raw-report':
      return (await import('./raw-pages.ts')).writeRawOnce(asked)
    case 'report-beside-server':
      return (await import('./report-beside-server.ts')).reportBesideServer(asked)
    case 'prepare-scale':
      return (await import('./scale/population.ts')).preparePopulation(asked)
    case 'scale-server':
      return (await import('./scale/scale-server.ts')).scaleServer(asked)
    case 'year-figures':
      return (await import('./scale/year-figures.ts')).yearFiguresOnce(asked)
  }
}
