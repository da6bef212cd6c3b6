import { request } from 'node:http'

export interface Exported {
  readonly firstByteMs: number
  readonly ms: number
  readonly lines: number
  readonly bytes: number
}

/** Reads a list as CSV to its end and keeps nothing of it. */
export function readCsv(url: string, cookie: string): Promise<Exported> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/es/solicitudes/lista.csv`, { headers: { cookie } }, answer => {
      let [firstByteMs, lines, bytes] = [0, 0, 0]
      answer.on('data', (part: Buffer) => {
        if (bytes === 0) firstByteMs = performance.now() - began
        bytes += part.length
        for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) lines += 1
      })
      answer.on('error', reject)
      answer.on('end', () => resolve({ firstByteMs, ms: performance.now() - began, lines, bytes }))
    })
    asked.on('error', reject).end()
  })
}
