import type { Database, RootDatabase } from 'lmdb'
import { AppError } from '../../errors.ts'

export type Table = Database<Buffer, Buffer>

/** One entry to write; a null value removes it. */
export interface Put {
  readonly table: Table
  readonly key: Buffer
  readonly value: Buffer | null
}

/** What a write comes to, seen inside the transaction: its puts are applied after it has judged them. */
export interface Outcome<R> {
  readonly puts: readonly Put[]
  readonly result: R
}

export type CommitQueue = ReturnType<typeof createCommitQueue>

/** How long one transaction may hold the event loop before its commit; the other writes take the next. */
const transactionMs = 10

/** How many turns of the event loop a commit may wait for company, while each brings some. */
const mostTurns = 4

/** The longest pause after a commit that had company. */
const longestPauseMs = 50

/**
 * Commits the writes of a turn of the event loop, or of a few in a row, in one durable transaction. A write is
 * acknowledged after the commit. A write that throws in `decide`, before any of its puts, fails alone; a
 * failure to put or to commit undoes the transaction and fails all of its writes with AppError
 * 'storage-failed'.
 *
 * The puts are made in one turn of the event loop, and another thread then waits for the disk. Until that is
 * done, reads see the state before; a callback that waited for anything within the transaction would show them
 * what is not yet committed.
 */
export function createCommitQueue(root: RootDatabase<Buffer, Buffer>) {
  const waiting: Write[] = []
  let isScheduled = false

  function schedule(): void {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    gather(waiting.length, mostTurns)
  }

  /** After a turn that brought more writes comes another: one flush of the disk then serves them all. */
  function gather(known: number, turns: number): void {
    setImmediate(() => {
      if (waiting.length > known && turns > 1) return gather(waiting.length, turns - 1)
      void commit().then(pauseMs => {
        const next = () => {
          isScheduled = false
          schedule()
        }
        if (pauseMs === 0) next()
        else setTimeout(next, pauseMs)
      })
    })
  }

  /**
   * Returns the milliseconds to the next. Where many write, as long a pause as the commit took brings more into
   * the next one: fifty together rewrite a third of the pages that each alone would. A writer alone never waits.
   */
  async function commit(): Promise<number> {
    const taken: Write[] = []
    const began = performance.now()
    try {
      // As a child, since only that is undone where a put fails.
      await root.childTransaction(() => applyInTurn(taken))
    } catch (error) {
      // A transaction that cannot even begin (the store is closed) has taken none: all that wait fail then, or
      // they would be tried for ever.
      const failed = taken.length > 0 ? taken : waiting.splice(0)
      for (const write of failed) write.fail(storageFailure(error))
      return 0
    }
    for (const write of taken) write.settle()
    return taken.length > 1 ? Math.min(longestPauseMs, performance.now() - began) : 0
  }

  function applyInTurn(taken: Write[]): void {
    const began = performance.now()
    do {
      const write = waiting.shift()
      if (!write) return
      taken.push(write)
      for (const put of write.decide()) apply(put)
    } while (performance.now() - began < transactionMs)
  }

  return {
    /** @param committed called before any other write is judged, and before the caller is told. */
    write<R>(decide: () => Outcome<R>, committed: () => void = () => {}): Promise<R> {
      return new Promise((resolve, reject) => {
        const told = (result: R) => {
          committed()
          resolve(result)
        }
        waiting.push(writeOf(decide, told, reject))
        schedule()
      })
    },
    /** Resolves when every write queued before has been committed. */
    drained(): Promise<null> {
      return this.write(() => ({ puts: [], result: null }))
    },
  }
}

export function storageFailure(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('storage-failed', { cause: error instanceof Error ? error.message : String(error) })
}

interface Write {
  decide(): readonly Put[]
  settle(): void
  fail(error: AppError): void
}

function writeOf<R>(
  decide: () => Outcome<R>,
  resolve: (result: R) => void,
  reject: (error: unknown) => void,
): Write {
  let settle = () => {}
  return {
    decide() {
      try {
        const { puts, result } = decide()
        settle = () => resolve(result)
        return puts
      } catch (error) {
        settle = () => reject(error)
        return []
      }
    },
    settle: () => settle(),
    fail: reject,
  }
}

function apply({ table, key, value }: Put): void {
  if (value === null) table.removeSync(key)
  else table.putSync(key, value)
}
