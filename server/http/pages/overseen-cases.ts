import type { Context } from '../../context.ts'
import { recentlyKept } from '../../open-data/recently-kept.ts'
import { readOverseen, type OverseenCases } from '../../reports/national-panel.ts'

/** No figure of the panel is older than this. */
export const mostMinutesOld = 10

/** From this age on it is read anew while the old reading still serves. */
const renewedAfterMinutes = 2

/**
 * What the panel is made from: read once for all who look and kept for some minutes, never past midnight, so
 * that a view costs no pass over the requests.
 */
export function overseenCases(context: Context): () => Promise<OverseenCases> {
  return recentlyKept(() => readOverseen(context), {
    now: () => context.clock.now().getTime(),
    isFor: ({ asOf }) => asOf === context.clock.today(),
    renewAfter: renewedAfterMinutes * 60_000,
    dropAfter: mostMinutesOld * 60_000,
    onFailure: error => context.log.error({ err: error }, 'The panel could not be read anew'),
  })
}
