import { join } from 'node:path'
import { atMost, figure, type SceneResult } from './figures.ts'
import type { RawTimes } from './raw-pages.ts'
import type { ReportTimes } from './report-work.ts'
import type { Sizes } from './sizes.ts'
import { runChild } from './start-child.ts'
import { inTempFolder } from './store.ts'

/**
 * The Activity 4 report, from the store to the file, against pdfkit alone writing the same texts: of the round
 * whose ratio is the middle one. A round is both, one after the other, so that a slow minute meets them alike;
 * the best of each apart may come from different minutes, and their ratio from neither.
 */
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
    const all: Round[] = []
    for (let round = 0; round < rounds; round += 1) {
      const plan = at('plan.json')
      const made = await runChild<ReportTimes>(script, {
        job: 'make-report',
        dir,
        out: at('report.pdf'),
        plan,
      })
      all.push({
        made,
        raw: await runChild<RawTimes>(script, { job: 'raw-report', plan, out: at('raw.pdf') }),
      })
    }
    return resultOf({ reported, rounds }, seeded, all)
  })
}

interface Round {
  readonly made: ReportTimes
  readonly raw: RawTimes
}

/** Of an even number of rounds, the worse of the two in the middle. */
function middleOf(rounds: readonly Round[]): Round {
  const ratio = ({ made, raw }: Round) => (made.gatherMs + made.renderMs) / raw.ms
  const middle = [...rounds].sort((a, b) => ratio(a) - ratio(b))[rounds.length >> 1]
  if (!middle) throw new Error('There was no round')
  return middle
}

function resultOf(
  sizes: { reported: number; rounds: number },
  seeded: { requests: number; events: number },
  rounds: readonly Round[],
): SceneResult {
  const { made, raw } = middleOf(rounds)
  const limit = { name: 'pdfkit alone', value: raw.ms }
  const most = (of: (times: ReportTimes) => number) => Math.max(...rounds.map(round => of(round.made)))
  return {
    scene: 'report',
    sizes,
    figures: [
      figure({
        name: 'report, from the store to the file',
        value: made.gatherMs + made.renderMs,
        unit: 'ms',
        limit,
        bar: atMost(3),
      }),
      figure({
        name: 'report: gathering and figures',
        value: made.gatherMs,
        unit: 'ms',
        limit,
      }),
      figure({ name: 'report: writing the pages', value: made.renderMs, unit: 'ms', limit }),
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
      cases: made.cases,
      pages: made.pages,
      pagesByPdfkitAlone: raw.pages,
    },
  }
}
