import autocannon, { type Request } from 'autocannon'

export interface Load {
  readonly url: string
  readonly amount: number
  readonly request: Request
}

export interface Loaded {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

const connections = 32
const longestMs = 60_000

/**
 * So many calls over 32 connections, counted to the last answer; a minute at most.
 * @throws Error when an answer is not a success: a refusal is quick to make.
 */
export async function load({ url, amount, request }: Load): Promise<Loaded> {
  const began = performance.now()
  let last = began
  const running = autocannon({
    url,
    connections: Math.min(connections, amount),
    amount,
    timeout: 20,
    sampleInt: 100,
    requests: [request],
  })
  running.on('response', () => {
    last = performance.now()
  })
  const limit = setTimeout(() => running.stop(), longestMs)
  const result = await running
  clearTimeout(limit)
  const { non2xx, errors, timeouts, latency } = result
  if (non2xx + errors + timeouts > 0 || result['2xx'] === 0) {
    throw new Error(`${url}: ${non2xx} answers were refusals, ${errors} failed, ${timeouts} did not come`)
  }
  return { perSecond: (result['2xx'] / (last - began)) * 1000, p50: latency.p50, p99: latency.p99 }
}
