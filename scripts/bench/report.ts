import { join } from 'node:path'
import { atMost, figure, type SceneResult } from './figures.ts'
import type { RawTimes, ReportTimes } from './report-work.ts'
import type { Sizes } from './sizes.ts'
import { runChild } from './start-child.ts'
import { inTempFolder } from './store.ts'

/** The Activity 4 report, from the store to the file, against pdfkit alone writing the same texts; the best rounds. */
export function reportScene({ reported, rounds }: Sizes): Promise<SceneResult> {
  return inTempFolder(async folder => {
    const script = process.argv[1] ?? ''
    const at = (name: string) => join(folder, name)
    const dir = at('data')
    const seeded = await runChild<{ requests: number; events: number }>(script, {
      job: 'seed-report',
      dir,
      requests: reported,
    })
    const made: ReportTimes[] = []
    const raw: RawTimes[] = []
    for (let round = 0; round < rounds; round += 1) {
      const plan = at('plan.json')
      made.push(await runChild(script, { job: 'make-report', dir, out: at('report.pdf'), plan }))
      raw.push(await runChild(script, { job: 'raw-report', plan, out: at('raw.pdf') }))
    }
    return resultOf({ reported, rounds }, seeded, made, raw)
  })
}

function resultOf(
  sizes: { reported: number; rounds: number },
  seeded: { requests: number; events: number },
  made: readonly ReportTimes[],
  raw: readonly RawTimes[],
): SceneResult {
  const limit = { name: 'pdfkit alone', value: Math.min(...raw.map(({ ms }) => ms)) }
  const ms = (of: (times: ReportTimes) => number) => Math.min(...made.map(of))
  const most = (of: (times: ReportTimes) => number) => Math.max(...made.map(of))
  return {
    scene: 'report',
    sizes,
    figures: [
      figure({
        name: 'report, from the store to the file',
        value: ms(({ gatherMs, renderMs }) => gatherMs + renderMs),
        unit: 'ms',
        limit,
        bar: atMost(3),
      }),
      figure({
        name: 'report: gathering and figures',
        value: ms(({ gatherMs }) => gatherMs),
        unit: 'ms',
        limit,
      }),
      figure({ name: 'report: writing the pages', value: ms(({ renderMs }) => renderMs), unit: 'ms', limit }),
      figure({
        name: 'report: memory of its own',
        value: most(({ ownMegabytes }) => ownMegabytes),
        unit: 'MB',
        bar: atMost(250, 'figure'),
      }),
      figure({
        name: 'report: with the mapped store and code',
        value: most(({ residentMegabytes }) => residentMegabytes),
        unit: 'MB',
      }),
    ],
    counts: {
      ...seeded,
      cases: made[0]?.cases ?? 0,
      pages: made[0]?.pages ?? 0,
      pagesByPdfkitAlone: raw[0]?.pages ?? 0,
    },
  }
}
