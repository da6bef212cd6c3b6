/**
 * Milliseconds of each work in its best round: what else the machine does can only add to it. They take turns,
 * so that a slow minute meets all alike.
 */
export function inTurns<Name extends string>(
  works: Readonly<Record<Name, () => void>>,
  rounds: number,
): Record<Name, number> {
  const times = new Map<string, number[]>()
  const entries = Object.entries<() => void>(works)
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, work] of entries) {
      const ms = timed(work)
      // The first round is for the compiler.
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), ms])
    }
  }
  return mapped(works, name => Math.min(...(times.get(name) ?? [])))
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function mapped<Name extends string>(
  names: Readonly<Record<Name, unknown>>,
  valueOf: (name: string) => number,
): Record<Name, number> {
  const result = Object.fromEntries(Object.keys(names).map(name => [name, valueOf(name)]))
  return result as Record<Name, number>
}

/** Processor time of this process until now, all its threads'. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of one run. */
export async function timedOnce(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
