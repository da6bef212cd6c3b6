import { fork, type ChildProcess } from 'node:child_process'
import type { Job } from './child.ts'

/** Starts the compiled scenes again in a process of their own. Its standard output is thrown away. */
export function startChild(
  script: string,
  job: Job,
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return fork(script, [JSON.stringify(job)], {
    execArgv: process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Runs a job to its end. @throws Error when it ends without an answer. */
export async function runChild<R>(script: string, job: Job, environment = {}): Promise<R> {
  const child = startChild(script, job, environment)
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const answer = await nextMessage<R>(child)
  await ended
  return answer
}

/** The next message of a child; the caller knows what it was asked. */
export function nextMessage<R>(child: ChildProcess): Promise<R> {
  return new Promise((resolve, reject) => {
    const onEnd = (code: number | null) => reject(new Error(`A part of the bench ended with ${code}`))
    child.once('close', onEnd)
    child.once('message', message => {
      child.off('close', onEnd)
      resolve(message as R)
    })
  })
}

/** Ends a server that this process started, by its own handle. */
export function stopChild(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const harder = setTimeout(() => child.kill('SIGKILL'), 15_000)
    child.once('close', () => {
      clearTimeout(harder)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
