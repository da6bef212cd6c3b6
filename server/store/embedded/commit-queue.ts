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

/**
 * Commits the writes of a turn of the event loop, or of a few in a row, in one durable transaction. A write is
 * acknowledged after the commit. A write that throws in `decide`, before any of its puts, fails alone; a
 * failure to put or to commit undoes the transaction and fails all of its writes with AppError
 * 'storage-failed'.
 *
 * The transaction is synchronous. Committed in lmdb's own thread, fifty writers were a fifth slower where a failed
 * put can still be undone (a child transaction), and a writer alone a tenth.
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
      isScheduled = false
      commit()
      schedule()
    })
  }

  function commit(): void {
    const taken: Write[] = []
    try {
      root.transactionSync(() => applyInTurn(taken))
    } catch (error) {
      // A transaction that cannot even begin (the store is closed) has taken none: all that wait fail then, or
      // they would be tried for ever.
      const failed = taken.length > 0 ? taken : waiting.splice(0)
      for (const write of failed) write.fail(storageFailure(error))
      return
    }
    for (const write of taken) write.settle()
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
    write<R>(decide: () => Outcome<R>): Promise<R> {
      return new Promise((resolve, reject) => {
        waiting.push(writeOf(decide, resolve, reject))
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
