import type { Context } from '../context.ts'

/** When the last breach scan that was owed ended; null where none ever did. */
export async function lastScanAt({ stores, clock }: Pick<Context, 'stores' | 'clock'>): Promise<Date | null> {
  const scan = await stores.slots.lastDone('breach-scan', { day: clock.today(), now: clock.now() })
  return scan?.finishedAt ?? null
}
