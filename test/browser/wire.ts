import type { Page } from 'playwright-core'

/** What a first view may cost: bytes on the wire, headers and all, and requests. */
const most = { view: 30_000, scripts: 10_000, island: 6_000, styles: 10_000, requests: 5 } as const

/** What passes between a page and the network. */
export interface Wire {
  /** Forgets what the browser keeps of the pages before, so that the next is seen for the first time. */
  clear(): Promise<void>
  /** What the page that is open cost so far beyond what a first view may. */
  faults(): string[]
}

export async function wireOf(page: Page): Promise<Wire> {
  const session = await page.context().newCDPSession(page)
  let current = ''
  const names = new Map<string, string>()
  const sizes = new Map<string, number>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, loaderId, request }) => {
    // A page's own request bears the number of its loader; what the page before still asks for bears another.
    if (requestId === loaderId) {
      current = loaderId
      names.clear()
      sizes.clear()
    }
    if (loaderId === current) names.set(requestId, request.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId)
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + encodedDataLength)
  })
  return {
    async clear() {
      await session.send('Network.clearBrowserCache')
    },
    faults: () => [...foreignOf(sizes, new URL(page.url()).origin), ...excessOf(sizes)],
  }
}

/** Until the page's scripts, the island of its form among them, have come over the wire. Throws, naming the page. */
export async function allThere(page: Page): Promise<void> {
  const isThere = page.waitForFunction(() => {
    const resources = performance.getEntriesByType('resource')
    const isLoaded = resources.some(({ name }) => /\/form-\w+\.js$/.test(name))
    return (
      (isLoaded || !document.querySelector('form[data-draft]')) &&
      resources.every(({ duration }) => duration > 0)
    )
  })
  await isThere.catch((cause: unknown) => {
    throw new Error(`${page.url()} never had all its scripts`, { cause })
  })
}

function foreignOf(sizes: ReadonlyMap<string, number>, origin: string): string[] {
  return [...sizes.keys()].filter(name => !name.startsWith(origin)).map(name => `asks another site: ${name}`)
}

function excessOf(sizes: ReadonlyMap<string, number>): string[] {
  const sum = (ending: string) =>
    [...sizes].filter(([name]) => name.endsWith(ending)).reduce((total, [, size]) => total + size, 0)
  const islands = [...sizes].filter(([name]) => name.endsWith('.js')).map(([, size]) => size)
  const spent = {
    view: sum(''),
    scripts: sum('.js'),
    island: Math.max(...islands),
    styles: sum('.css'),
    requests: sizes.size,
  }
  return Object.entries(most)
    .filter(([what, limit]) => !(Reflect.get(spent, what) > 0 && Reflect.get(spent, what) <= limit))
    .map(([what, limit]) => `${what} ${Reflect.get(spent, what)}, at most ${limit}`)
}
