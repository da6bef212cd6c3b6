import { readFileSync } from 'node:fs'

/**
 * Looks often at what a process holds, this one unless another is read; `stop` tells the most, in megabytes.
 * @param everyMs milliseconds from look to look
 */
export function watchMemory(read = ownMemory, everyMs = 10): { stop(): number } {
  let most = read()
  const look = () => {
    most = Math.max(most, read())
  }
  const timer = setInterval(look, everyMs)
  return {
    stop() {
      clearInterval(timer)
      look()
      return most
    },
  }
}

/**
 * The most that this process ever had resident, in megabytes. The system's own count for a child begins with
 * what its parent held when it was started; Linux tells the process's alone elsewhere.
 */
export function mostResident(): number {
  return fromStatus('VmHWM') ?? process.resourceUsage().maxRSS / 1024
}

/** Without the pages of mapped files, where the system tells them apart. */
function ownMemory(): number {
  return fromStatus('RssAnon') ?? process.memoryUsage.rss() / 1024 ** 2
}

/** What another process holds for itself, without mapped files, in megabytes; 0 where the system does not tell. */
export function anonymousOf(pid: number): number {
  return fromStatus('RssAnon', pid) ?? 0
}

function fromStatus(name: string, pid: number | 'self' = 'self'): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))
    return line ? Number(line[1]) / 1024 : null
  } catch {
    // Not Linux.
    return null
  }
}
