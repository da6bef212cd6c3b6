import type { Context } from '../../server/context.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { scanForBreaches, type ScanSummary } from '../../server/jobs/breach-scan.ts'
import { atMost, figure, type SceneResult } from './figures.ts'
import { addOpenRequests } from './open-requests.ts'
import type { Sizes } from './sizes.ts'
import { inTempFolder, movableClock, openBench } from './store.ts'
import { timedOnce } from './timing.ts'

const today = calendarDate('2026-03-03')
const yesterday = calendarDate('2026-03-02')
/** So that half of them are out of time, and of the others some more with every day. */
const filedOver = 20

/**
 * The nightly scan of open requests on the embedded store against one plain pass of a cursor over the same
 * documents. Before it, the scan that makes up for every night since the first of them; after it, a second
 * one, which has nothing to write.
 */
export function scanScene({ openRequests }: Sizes): Promise<SceneResult> {
  return inTempFolder(async dir => {
    const clock = movableClock(yesterday)
    const context = await openBench(dir, clock)
    await addOpenRequests(context, {
      count: openRequests,
      seed: 'scan',
      organisationId: 'org-ejemplo',
      institutionId: null,
      until: yesterday,
      workingDays: filedOver,
      admitted: 6,
    })
    const catchUp = await measuredScan(context)
    clock.go(today)
    const nightly = await measuredScan(context)
    const second = await measuredScan(context)
    if (second.summary.recorded !== 0) throw new Error('A second scan has written something')
    await context.engine.close()
    return resultOf(openRequests, { catchUp, nightly, second })
  })
}

interface Measured {
  readonly summary: ScanSummary
  readonly scanMs: number
  readonly passMs: number
  readonly documents: number
}

async function measuredScan(context: Context): Promise<Measured> {
  let documents = 0
  // The first pass warms the reader up for both.
  for (let round = 0; round < 2; round += 1) documents = await passOverAll(context)
  const passMs = await timedOnce(() => passOverAll(context))
  let summary: ScanSummary | null = null
  const scanMs = await timedOnce(async () => {
    summary = await scanForBreaches(context)
  })
  if (!summary) throw new Error('The scan gave no summary')
  return { summary, scanMs, passMs, documents }
}

async function passOverAll({ stores }: Context): Promise<number> {
  let count = 0
  for await (const { events } of stores.requests.owed()) count += events.length > 0 ? 1 : 0
  return count
}

function resultOf(
  openRequests: number,
  scans: { catchUp: Measured; nightly: Measured; second: Measured },
): SceneResult {
  const { catchUp, nightly, second } = scans
  const scanFigure = (name: string, { scanMs, passMs }: Measured, bar?: ReturnType<typeof atMost>) =>
    figure({
      name,
      value: scanMs,
      unit: 'ms',
      limit: { name: 'cursor pass', value: passMs },
      ...(bar && { bar }),
    })
  return {
    scene: 'scan',
    sizes: { openRequests },
    figures: [
      scanFigure('scan of a day', nightly, atMost(4)),
      scanFigure('second scan', second, atMost(4)),
      scanFigure('scan after weeks without one', catchUp),
    ],
    counts: {
      open: nightly.documents,
      recordedInADay: nightly.summary.recorded,
      recordedBySecond: second.summary.recorded,
      recordedAfterWeeks: catchUp.summary.recorded,
      failed: catchUp.summary.failed + nightly.summary.failed + second.summary.failed,
    },
  }
}
