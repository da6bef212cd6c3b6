import { AppError } from '../../errors.ts'

const slices = 4

/**
 * What the work gives, or AppError 'database-unreachable' { host } once it has taken so many milliseconds: drivers
 * wait for a server that takes a command and never answers. The work itself is not stopped: what it writes is not
 * known to be stored. The time is counted in slices, so that a process that stood still, and finds the answer
 * waiting, is not taken for a server that did.
 */
export async function within<R>(milliseconds: number, hosts: string, work: Promise<R>): Promise<R> {
  if (!Number.isFinite(milliseconds)) return work
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_resolve, reject) => {
    const wait = (left: number) => {
      timer = setTimeout(
        () => (left > 1 ? wait(left - 1) : reject(new AppError('database-unreachable', { host: hosts }))),
        milliseconds / slices,
      )
    }
    wait(slices)
  })
  try {
    return await Promise.race([work, deadline])
  } finally {
    clearTimeout(timer)
  }
}
