import { AppError } from '../errors.ts'

/** How many may wait: each holds somebody's place, and a queue without end serves nobody. */
const mostWaiting = 50

/** One at a time, in the order of the asking. */
export interface Turns {
  /**
   * Resolves when it is one's turn, which `next` ends; `onWait` is told meanwhile how many are before it.
   * @throws AppError 'too-many-reports', or the reason of the signal once it is aborted
   */
  take(onWait: (ahead: number) => void, signal: AbortSignal): Promise<void>
  next(): void
}

interface Waiting {
  readonly tell: (ahead: number) => void
  readonly begin: () => void
}

export function createTurns(): Turns {
  const queue: Waiting[] = []
  let isBusy = false

  function tellAll(): void {
    for (const [at, { tell }] of queue.entries()) tell(at + 1)
  }

  function waiting(tell: (ahead: number) => void, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const place: Waiting = { tell, begin }
      const leave = () => {
        queue.splice(queue.indexOf(place), 1)
        tellAll()
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      queue.push(place)
      tellAll()
    })
  }

  return {
    async take(onWait, signal) {
      signal.throwIfAborted()
      if (isBusy) {
        if (queue.length >= mostWaiting) throw new AppError('too-many-reports')
        return waiting(onWait, signal)
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
