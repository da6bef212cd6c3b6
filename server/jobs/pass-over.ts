import { inBatches } from '../in-batches.ts'

export interface Pass {
  readonly examined: number
  /** What the work on each came to, added up. */
  readonly written: number
  readonly failed: number
}

export interface PassOptions<T> {
  /** Ends the pass between two batches, with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  readonly onFailure: (item: T, error: unknown) => void
}

/** Enough writes for one commit to carry, few enough for their folding to hold the event loop a few milliseconds. */
const batchSize = 32

/**
 * Works on every item of a stream, some together, so that one durable commit carries what they write. One that
 * fails is reported and counted, and the rest go on. Others have their turn of the event loop in between.
 */
export async function passOver<T>(
  stream: AsyncIterable<T>,
  work: (item: T) => Promise<number>,
  { signal, onFailure }: PassOptions<T>,
): Promise<Pass> {
  const pass = { examined: 0, written: 0, failed: 0 }

  async function workOn(item: T): Promise<void> {
    try {
      // Awaited first: `+=` would read the sum before the others have added to it.
      const written = await work(item)
      pass.written += written
    } catch (error) {
      pass.failed += 1
      onFailure(item, error)
    }
  }

  for await (const batch of inBatches(stream, batchSize)) {
    signal?.throwIfAborted()
    await Promise.all(batch.map(workOn))
    pass.examined += batch.length
  }
  return pass
}
