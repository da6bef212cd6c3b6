import { AppError } from '../errors.ts'

/** How many may wait: each holds somebody's place, and a queue without end serves nobody. */
const mostWaiting = 50

/** One at a time, in the order of the asking; before all others whoever `isFirst`. */
export interface Turns {
  /**
   * Resolves when it is one's turn, which `next` ends.
   * @throws AppError 'too-many-reports', or the reason of the signal once it is aborted
   */
  take(asked: Asked): Promise<void>
  next(): void
}

export interface Asked {
  readonly signal: AbortSignal
  /** Told, while it waits, how many are before it. */
  readonly onWait: (ahead: number) => void
  /** It waits for what is being made and for others of its kind alone, and those that are not do not crowd it out. */
  readonly isFirst: boolean
}

interface Waiting extends Pick<Asked, 'onWait' | 'isFirst'> {
  readonly begin: () => void
}

export function createTurns(): Turns {
  const queue: Waiting[] = []
  let isBusy = false

  function tellAll(): void {
    for (const [at, { onWait }] of queue.entries()) onWait(at + 1)
  }

  function enter(place: Waiting): void {
    const behind = place.isFirst ? queue.findIndex(({ isFirst }) => !isFirst) : -1
    queue.splice(behind < 0 ? queue.length : behind, 0, place)
    tellAll()
  }

  function waiting({ signal, ...asked }: Asked): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const place: Waiting = { ...asked, begin }
      const leave = () => {
        queue.splice(queue.indexOf(place), 1)
        tellAll()
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      enter(place)
    })
  }

  return {
    async take(asked) {
      asked.signal.throwIfAborted()
      if (isBusy) {
        const alike = queue.filter(({ isFirst }) => isFirst === asked.isFirst)
        if (alike.length >= mostWaiting) throw new AppError('too-many-reports')
        return waiting(asked)
      }
      isBusy = true
    },
    next() {
      const first = queue.shift()
      isBusy = first !== undefined
      first?.begin()
      tellAll()
    },
  }
}
