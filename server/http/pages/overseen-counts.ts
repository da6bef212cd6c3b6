import type { Context } from '../../context.ts'
import type { Tallied } from '../../domain/statistics/tally.ts'
import { recentlyKept } from '../../open-data/recently-kept.ts'
import type { ReadOverseen } from '../../reports/national-panel.ts'
import type { RollUps } from '../../roll-ups/roll-ups.ts'

/** No figure of the panel is older than this. */
export const mostMinutesOld = 10

/** From this age on it is read anew while the old reading still serves. */
const renewedAfterMinutes = 2

const mostKept = 60

/**
 * What the panel is made from: the roll-ups of every request, brought up to date and read once for all who ask
 * the same, kept for some minutes and never past midnight. No view passes over the requests.
 */
export function overseenCounts(
  context: Pick<Context, 'clock' | 'log' | 'calendars'>,
  rollUps: RollUps,
): ReadOverseen {
  const reading = recentlyKept(() => begin(context, rollUps), {
    now: () => context.clock.now().getTime(),
    isFor: ({ asOf }) => asOf === context.clock.today(),
    renewAfter: renewedAfterMinutes * 60_000,
    dropAfter: mostMinutesOld * 60_000,
    onFailure: error => context.log.error({ err: error }, 'The panel could not be read anew'),
  })

  return async ({ period, kind, institutionIds }) => {
    const { asOf, takenAt, counting, kept } = await reading()
    const key = JSON.stringify([period.from, period.to, kind])
    const window = { ...period, asOf }
    const known = kept.get(key) ?? rollUps.tally({ scope: 'everything', institutionIds, window, counting })
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, known)
    // One that could not be read is asked for again.
    known.catch(() => kept.delete(key))
    const { byInstitution, byMonth } = await known
    return { asOf, takenAt, byInstitution, byMonth }
  }
}

async function begin({ clock, calendars }: Pick<Context, 'clock' | 'calendars'>, rollUps: RollUps) {
  const asOf = clock.today()
  const takenAt = await rollUps.upToDate()
  const { calendar, policy } = await calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
  return {
    ...{ asOf, takenAt },
    counting: {
      workingDaysBetween: calendar.workingDaysBetween,
      clarificationRestarts: policy.clarification === 'restarts',
    },
    kept: new Map<string, Promise<Tallied>>(),
  }
}
