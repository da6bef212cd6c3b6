import { readFileSync } from 'node:fs'

/** Looks often at what the process holds; `stop` tells the most, in megabytes. */
export function watchMemory(): { stop(): number } {
  let most = ownMemory()
  const look = () => {
    most = Math.max(most, ownMemory())
  }
  const timer = setInterval(look, 10)
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

function fromStatus(name: string): number | null {
  try {
    const line = readFileSync('/proc/self/status', 'utf8').match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))
    return line ? Number(line[1]) / 1024 : null
  } catch {
    // Not Linux.
    return null
  }
}
