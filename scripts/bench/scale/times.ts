import { cpuMilliseconds } from '../timing.ts'

/** Milliseconds that a work took, and of this process's processors. */
export interface Times {
  readonly ms: number
  readonly cpuMs: number
}

export async function timed(work: () => Promise<unknown>): Promise<Times> {
  const [began, cpu] = [performance.now(), cpuMilliseconds()]
  await work()
  return { ms: performance.now() - began, cpuMs: cpuMilliseconds() - cpu }
}
