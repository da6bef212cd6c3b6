import type { Clock } from './clock.ts'
import { AppError } from './errors.ts'
import type { Engine } from './store/engine.ts'

/** Beyond this, days and leases would be told by two clocks that disagree. */
const mostApartMs = 5 * 60_000

/**
 * Refuses to start beside a database whose clock disagrees: one of the two would write wrong days into records
 * that people take to court. @throws AppError 'clock-apart' { where, minutes, own, theirs }: UTC instants
 */
export async function requireSameTime(
  engine: Pick<Engine, 'now' | 'describe'>,
  clock: Pick<Clock, 'now'>,
): Promise<void> {
  const asked = clock.now()
  const theirs = await engine.now()
  const answered = clock.now()
  const apart = Math.max(asked.getTime() - theirs.getTime(), theirs.getTime() - answered.getTime())
  if (apart <= mostApartMs) return
  throw new AppError('clock-apart', {
    where: engine.describe(),
    minutes: Math.round(apart / 60_000),
    own: asked.toISOString(),
    theirs: theirs.toISOString(),
  })
}
