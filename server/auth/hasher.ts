import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../errors.ts'

export interface Hasher {
  /** Throws AppError 'too-many-requests' when too many passwords wait already. */
  hash(password: string): Promise<string>
  /** Takes the same time for an unknown account (null) as for a known one. Throws as `hash`. */
  verify(passwordHash: string | null, password: string): Promise<boolean>
}

export interface HashCost {
  readonly memoryKiB: number
  readonly passes: number
  readonly lanes: number
}

/** Argon2id (RFC 9106): 45 ms on the machine it was chosen on, eight times OWASP's least. */
export const argon2Cost: HashCost = { memoryKiB: 65_536, passes: 3, lanes: 1 }

/** More at once would hold up everybody's requests (167 ms at 64) and gain nothing on two cores. */
const atOnce = 2
const maxWaiting = 32

/** One a process: the limits are those of its memory and cores. */
export function createHasher(cost: HashCost = argon2Cost): Hasher {
  const options = { memoryCost: cost.memoryKiB, timeCost: cost.passes, parallelism: cost.lanes }
  const inTurn = createTurns()
  // Made with the same cost as the others, so that it takes the same time to refuse.
  let stranger: Promise<string> | null = null

  return {
    hash(password) {
      return inTurn(() => hash(password.normalize('NFKC'), options))
    },
    async verify(passwordHash, password) {
      stranger ??= hash('nobody has this password', options)
      const against = passwordHash ?? (await stranger)
      const matches = await inTurn(() => verify(against, password.normalize('NFKC')))
      return matches && passwordHash !== null
    },
  }
}

function createTurns() {
  const waiting: (() => void)[] = []
  let running = 0

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce && waiting.length >= maxWaiting) {
      throw new AppError('too-many-requests', { retryAfterSeconds: 5 })
    }
    if (running >= atOnce) await new Promise<void>(go => waiting.push(go))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
