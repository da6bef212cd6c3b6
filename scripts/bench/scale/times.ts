import { cpuMilliseconds } from '../timing.ts'

/** Milliseconds that a work took, and of this process's processors. */
export interface Times {
  readonly ms: number
  readonly cpuMs: number
}

/** Reads a stream to its end, and counts what it brings. */
export async function passOver(stream: AsyncIterable<unknown>): Promise<number> {
  let count = 0
  for await (const each of stream) count += each ? 1 : 0
  return count
}

export async function timed(work: () => Promise<unknown>): Promise<Times> {
  const [began, cpu] = [performance.now(), cpuMilliseconds()]
  await work()
  return { ms: performance.now() - began, cpuMs: cpuMilliseconds() - cpu }
}
