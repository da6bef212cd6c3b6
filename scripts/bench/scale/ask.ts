import type { ChildProcess } from 'node:child_process'
import { tellParent } from '../server-messages.ts'
import { nextMessage } from '../start-child.ts'

export type Works = Readonly<Record<string, (given: never) => Promise<unknown>>>

/** Answers what the parent asks for, one work after the other; ends with the parent. */
export function serveWorks(works: Works, end: () => void): void {
  process.on('message', ({ work, given }: { work: string; given: never }) => {
    const doing = works[work]?.(given) ?? Promise.reject(new Error(`No such work: ${work}`))
    doing.then(
      answer => void tellParent({ answer: answer ?? null }),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        process.exit(1)
      },
    )
  })
  process.once('SIGTERM', end).once('disconnect', end)
  if (!process.connected) end()
}

/** Has a work done in a child; the caller knows what it answers. */
export async function ask<R>(child: ChildProcess, work: string, given: unknown = null): Promise<R> {
  const reply = nextMessage<{ answer: R }>(child)
  child.send({ work, given })
  return (await reply).answer
}
