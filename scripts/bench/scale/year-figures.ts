import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { caseQuestionOf } from '../../../reports/activity-4/activity-figures.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { addDays, calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { growHeapSlowly } from '../../../server/grow-heap-slowly.ts'
import { gatherAsked } from '../../../server/reports/gather-cases.ts'
import { watchMemory } from '../memory.ts'
import { movableClock, openBench } from '../store.ts'
import { openBareEngine } from './open-bare-engine.ts'
import { passOver, timed, type Times } from './times.ts'

export interface FigureTimes {
  readonly pass: Times
  readonly figures: Times
  readonly cases: number
  readonly longestDelayMs: number
  readonly ownMegabytes: number
}

/** The figures of the last year over everything on record, as a report computes them, beside one pass over the same. */
export async function yearFiguresOnce({ dir, day }: { dir: string; day: string }): Promise<FigureTimes> {
  growHeapSlowly()
  const context = await openBench(dir, movableClock(day))
  const today = calendarDate(day)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const memory = watchMemory()
  const bare = openBareEngine(context)
  const pass = await timed(() => passOver(bare.histories(today)))
  let cases = 0
  delay.enable()
  const figures = await timed(async () => {
    const asked = { period: { from: addDays(today, -365), to: addDays(today, -1) }, asOf: today }
    const gathered = await gatherAsked(context, { kind: 'everything' }, caseQuestionOf(asked))
    cases = gathered.knownCount
    const law = await context.calendars.lawOf({ id: '', inCapital: true, cutoffMinutes: null })
    const institutions = []
    for await (const each of context.stores.institutions.all()) institutions.push(each)
    activity4Figures({
      ...{ ...asked, ...gathered },
      institutions,
      organisations: [],
      calendar: law.calendar,
      calendarVersion: law.calendar.version,
      policy: law.policy,
    })
  })
  // A turn is counted when the next one comes.
  await setTimeout(10)
  delay.disable()
  const ownMegabytes = memory.stop()
  await Promise.all([bare.close(), context.engine.close()])
  return { pass, figures, cases, longestDelayMs: delay.max / 1e6, ownMegabytes }
}
