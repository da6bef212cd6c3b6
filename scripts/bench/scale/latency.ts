import type { ChildProcess } from 'node:child_process'
import { Agent, request } from 'node:http'
import { ask } from './ask.ts'

/** Milliseconds of each call, to the last byte of its answer, and of the server's processors for it. */
export interface Latencies {
  readonly calls: number
  readonly p50: number
  readonly p95: number
  readonly cpuP95: number
}

export interface Called {
  readonly ms: number
  readonly cpuMs: number
}

export function latenciesOf(calls: readonly Called[]): Latencies {
  const at = (share: number, of: (call: Called) => number) => {
    const sorted = calls.map(of).sort((a, b) => a - b)
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
  }
  const [ms, cpuMs] = [(call: Called) => call.ms, (call: Called) => call.cpuMs]
  return { calls: calls.length, p50: at(0.5, ms), p95: at(0.95, ms), cpuP95: at(0.95, cpuMs) }
}

/** One connection, one call at a time: what a call takes is the server's time and the loopback's. */
export function caller(url: string, server: ChildProcess) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })

  return {
    /** @throws Error when the answer is no success: a refusal is quick to make. */
    async get(path: string, cookie: string): Promise<Called & { text: string }> {
      const cpu = await ask<number>(server, 'cpu')
      const began = performance.now()
      const text = await textOf(agent, url + path, cookie)
      const ms = performance.now() - began
      return { ms, cpuMs: (await ask<number>(server, 'cpu')) - cpu, text }
    },
    close: () => agent.destroy(),
  }
}

function textOf(agent: Agent, address: string, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { cookie } }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`))
        else resolve(Buffer.concat(parts).toString())
      })
    })
    asked.on('error', reject).end()
  })
}

export interface Session {
  readonly cookie: string
  readonly csrf: string
}

export async function signIn(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<Session> {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!reply.ok) throw new Error(`Signing in: ${reply.status}`)
  const { csrfToken }: { csrfToken: string } = await reply.json()
  return { cookie: reply.headers.getSetCookie()[0]?.split(';')[0] ?? '', csrf: csrfToken }
}
