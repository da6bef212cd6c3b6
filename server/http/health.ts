import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

/** A scan that has not run for longer than this is an alarm: breaches are no longer written down. */
const oldestScanHours = 26

/**
 * 200 when the store answers and the last breach scan is fresh, else 503. A site that never scanned is well:
 * it has only just started. Says nothing about anybody.
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
    const scannedAt = store === 'ok' ? await lastScanAt() : null
    const scanAgeHours = scannedAt && (clock.now().getTime() - scannedAt.getTime()) / 3_600_000
    const isScanFresh = scanAgeHours === null || scanAgeHours <= oldestScanHours
    const healthy = store === 'ok' && isScanFresh
    res
      .status(healthy ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        status: healthy ? 'ok' : 'failing',
        store,
        scan: {
          lastAt: scannedAt,
          ageHours: scanAgeHours && Math.round(scanAgeHours * 10) / 10,
          fresh: isScanFresh,
        },
      })
  }
}
