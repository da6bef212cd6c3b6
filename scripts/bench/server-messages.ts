import type { ChildProcess } from 'node:child_process'
import { nextMessage } from './start-child.ts'

/** Tells the processor time used so far, in microseconds, whenever it is asked. */
export function answerCpu(): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  })
}

export function cpuOf(server: ChildProcess): Promise<number> {
  const answer = nextMessage<number>(server)
  server.send('cpu')
  return answer
}
