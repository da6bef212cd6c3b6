/** The part of autocannon that is used here: it brings no types. */
declare module 'autocannon' {
  export interface Request {
    method?: 'GET' | 'POST'
    path?: string
    headers?: Readonly<Record<string, string>>
    body?: string
    setupRequest?: (request: Request) => Request
  }

  export interface Options {
    readonly url: string
    readonly connections: number
    readonly amount: number
    /** Seconds that one answer may take. */
    readonly timeout: number
    /** Milliseconds between two looks at whether all is done. */
    readonly sampleInt: number
    readonly requests: readonly Request[]
  }

  export interface Result {
    readonly '2xx': number
    readonly non2xx: number
    readonly errors: number
    readonly timeouts: number
    readonly latency: { readonly p50: number; readonly p99: number }
  }

  export interface Instance extends PromiseLike<Result> {
    on(event: 'response', listener: () => void): this
    stop(): void
  }

  export default function autocannon(options: Options): Instance
}
