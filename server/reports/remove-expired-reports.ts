import type { Context } from '../context.ts'
import { reportFileKinds, type ReportFileKind } from '../store/report-job-store.ts'

/** How long a report is kept once it is there. */
export const keptHours = 24

const batch = 50

/** Under what name a job's file lies among the results. */
export function resultName(id: string, kind: ReportFileKind): string {
  return `${id}.${kind}`
}

/** Every file that a job may have left, whether it is known to have it or not. */
export async function removeResults({ engine }: Pick<Context, 'engine'>, id: string): Promise<void> {
  for (const kind of reportFileKinds) await engine.results.remove(resultName(id, kind))
}

/** Removes what is kept no longer, files first: a record without its files is met again. Returns how many. */
export async function removeExpiredReports(
  context: Pick<Context, 'stores' | 'engine' | 'clock'>,
): Promise<number> {
  const { reportJobs } = context.stores
  const now = context.clock.now()
  let removed = 0
  for (let left = batch; left === batch; removed += left) {
    const expired = await reportJobs.expired(now, batch)
    for (const { id } of expired) {
      await removeResults(context, id)
      await reportJobs.remove(id)
    }
    left = expired.length
  }
  return removed
}
