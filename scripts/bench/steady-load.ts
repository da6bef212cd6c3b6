import { Agent, get } from 'node:http'
import { setTimeout } from 'node:timers/promises'

export interface Latencies {
  readonly calls: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

interface Steady {
  /** Asked for one after the other, and again from the first. */
  readonly addresses: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly callsASecond: number
}

/**
 * So many calls a second until it is stopped, whether the server keeps up or not: a call that had to wait for its
 * turn has waited. Each is timed from the moment it was due.
 */
export function steadyLoad({ addresses, headers, callsASecond }: Steady): { stop(): Promise<Latencies> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const times: number[] = []
  const calls: Promise<void>[] = []
  const began = performance.now()
  const ending = new AbortController()

  async function callWhenDue(): Promise<void> {
    for (let at = 0; !ending.signal.aborted; at += 1) {
      const due = began + (at * 1000) / callsASecond
      const wait = due - performance.now()
      if (wait > 0) await setTimeout(wait)
      const url = addresses[at % addresses.length] ?? ''
      calls.push(called(url, headers, agent).then(() => void times.push(performance.now() - due)))
    }
  }

  const calling = callWhenDue()
  return {
    async stop() {
      ending.abort()
      await calling
      await Promise.all(calls)
      agent.destroy()
      const sorted = times.sort((a, b) => a - b)
      const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN
      return { calls: sorted.length, p50: at(0.5), p99: at(0.99) }
    },
  }
}

/** @throws Error when the answer is not a success: a refusal is quick to make */
function called(url: string, headers: Readonly<Record<string, string>>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, reply => {
      if (reply.statusCode !== 200) reject(new Error(`${url} answered ${reply.statusCode}`))
      reply.once('end', resolve).once('error', reject).resume()
    }).once('error', reject)
  })
}
