import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'
import type { RollUpState } from '../store/roll-up-store.ts'

/** A scan that has not run for longer than this is an alarm: breaches are no longer written down. */
const oldestScanHours = 26

/**
 * 200 when the store answers, the last breach scan is fresh and the last comparison of the roll-ups with the
 * requests found no difference, else 503. A site that never scanned is well: it has only just started. Says
 * nothing about anybody.
 */
export function health(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  lastScanAt: () => Promise<Date | null>,
): RequestHandler {
  return async (_req, res) => {
    const store = await stores.users.isEmpty().then(
      () => 'ok' as const,
      () => 'unreachable' as const,
    )
    const scan = scanAge(store === 'ok' ? await lastScanAt() : null, clock.now())
    const rollUps = store === 'ok' ? await stores.rollUps.state() : null
    const healthy = store === 'ok' && scan.fresh && isRight(rollUps)
    res
      .status(healthy ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: healthy ? 'ok' : 'failing', store, scan, rollUps: rollUps && presentRollUps(rollUps) })
  }
}

function scanAge(lastAt: Date | null, now: Date) {
  const hours = lastAt && (now.getTime() - lastAt.getTime()) / 3_600_000
  const ageHours = hours && Math.round(hours * 10) / 10
  return { lastAt, ageHours, fresh: hours === null || hours <= oldestScanHours }
}

function isRight(rollUps: RollUpState | null): boolean {
  return rollUps === null || rollUps.differences === 0
}

function presentRollUps({ countedAt, checkedAt, differences }: RollUpState) {
  return { countedAt, checkedAt, differences }
}
