import type { ChildProcess } from 'node:child_process'
import { nextMessage } from './start-child.ts'

/** To whoever started this process, if it is still there: one that was killed hears nothing. */
export function tellParent(message: unknown): Promise<void> {
  return new Promise(resolve => {
    if (!process.connected || !process.send) return resolve()
    process.send(message, undefined, undefined, () => resolve())
  })
}

/**
 * Tells the processor time used so far, in microseconds, whenever it is asked; ends the server with its
 * parent, even one that was killed.
 */
export function serveParent(end: () => void): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    void tellParent(user + system)
  })
  process.once('SIGTERM', end).once('disconnect', end)
  if (!process.connected) end()
}

export function cpuOf(server: ChildProcess): Promise<number> {
  const answer = nextMessage<number>(server)
  server.send('cpu')
  return answer
}
