import type { ChildProcess } from 'node:child_process'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { load, type Load } from '../load.ts'
import type { ScaleAccount } from './accounts.ts'
import { caller, latenciesOf, signIn, type Called, type Latencies, type Session } from './latency.ts'

export interface SignedIn {
  readonly account: ScaleAccount
  readonly session: Session
}

export async function signInAll(url: string, accounts: readonly ScaleAccount[]): Promise<SignedIn[]> {
  const all: SignedIn[] = []
  for (const account of accounts) all.push({ account, session: await signIn(url, account) })
  return all
}

export interface Asking {
  readonly server: ChildProcess
  readonly url: string
  readonly day: CalendarDate
  readonly coordinator: SignedIn
  readonly members: readonly SignedIn[]
  readonly officers: readonly SignedIn[]
}

const rows = 25
const mostPages = 50

export interface Lists extends Latencies {
  /** Those that were full, of the coordinator, to be asked for again by many at once. */
  readonly fullPages: readonly string[]
}

/**
 * Lists with three filters each, every page by the cursor of the one before, each asked for once. Before them go the
 * same lists of other sides, uncounted: a server that has run for a day has compiled what it does.
 */
export async function listsByCursor(asking: Asking): Promise<Lists> {
  const { members, officers } = asking
  await leafThrough({ ...asking, members: members.slice(2), officers: officers.slice(1) })
  const { all, fullPages } = await leafThrough(asking)
  return { ...latenciesOf(all), fullPages }
}

async function leafThrough(asking: Asking): Promise<{ all: Called[]; fullPages: string[] }> {
  const { get, close } = caller(asking.url, asking.server)
  const all: Called[] = []
  const fullPages: string[] = []
  for (const [who, query] of filteredLists(asking)) {
    let cursor: string | null = ''
    for (let page = 0; page < mostPages && cursor !== null; page += 1) {
      const path: string = `/api/v1/requests?limit=${rows}&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`
      const called = await get(path, who?.session.cookie ?? '')
      const { items, next }: { items: readonly object[]; next: string | null } = JSON.parse(called.text)
      all.push(called)
      if (who === asking.coordinator && items.length === rows) fullPages.push(path)
      cursor = next === null ? null : encodeURIComponent(next)
    }
  }
  close()
  return { all, fullPages }
}

function filteredLists(asking: Asking): readonly (readonly [SignedIn | undefined, string])[] {
  const { day, coordinator, members, officers } = asking
  const year = Number(day.slice(0, 4))
  const [from, to] = [`receivedFrom=${year - 3}-01-01`, `receivedTo=${year - 1}-12-31`]
  const [member, officer] = [sideOf(members), sideOf(officers)]
  return [
    [members[0], `state=cerrada&${from}&${to}`],
    [members[1], `state=cerrada&institutionId=${officer}&${from}`],
    [officers[0], `state=cerrada&organisationId=${member}&${from}`],
    [coordinator, `institutionId=${officer}&state=cerrada&${from}`],
    [coordinator, `organisationId=${member}&state=cerrada&${to}`],
    [coordinator, `organisationId=${member}&institutionId=${officer}&state=cerrada`],
    [coordinator, `state=revision_vencida&${from}&${to}`],
    [coordinator, `view=en_curso&institutionId=${officer}&state=en_tramite&${from}`],
  ]
}

function sideOf(all: readonly SignedIn[]): string {
  return all[0]?.account.side ?? ''
}

/** Answers a second of many at once, a different page each time. */
export async function pagesPerSecond(
  { url, coordinator }: Asking,
  pages: readonly string[],
  amount: number,
): Promise<number> {
  const { perSecond } = await load({ url, amount, request: inTurn(pages, coordinator.session) })
  return perSecond
}

function inTurn(paths: readonly string[], { cookie }: Session): Load['request'] {
  let asked = 0
  return {
    headers: { cookie },
    setupRequest: request => ({ ...request, path: paths[asked++ % paths.length] ?? '/' }),
  }
}

/** Each one's home a few times: a quarter of the answers are the first of the day. */
export async function homes({ server, url, members, officers }: Asking): Promise<Latencies> {
  const { get, close } = caller(url, server)
  const all: Called[] = []
  for (let round = 0; round < 4; round += 1) {
    for (const { session } of members) all.push(await get('/es/inicio', session.cookie))
    for (const { session } of officers) all.push(await get('/es/bandeja', session.cookie))
  }
  close()
  return latenciesOf(all)
}

/** Each of the long requests' pages, with every event and the ledger of its terms, a few times; two before, uncounted. */
export async function requestPages(
  { server, url, coordinator }: Asking,
  ids: readonly string[],
): Promise<Latencies & { bytes: number }> {
  const { get, close } = caller(url, server)
  const all: Called[] = []
  const pageOf = (id: string) => get(`/es/solicitudes/${id}`, coordinator.session.cookie)
  for (const id of ids.slice(0, 2)) await pageOf(id)
  let bytes = 0
  for (let round = 0; round < 5; round += 1) {
    for (const id of ids.slice(2)) {
      const called = await pageOf(id)
      all.push(called)
      bytes = called.text.length
    }
  }
  close()
  return { ...latenciesOf(all), bytes }
}

/** With and without accents, whole words and beginnings, one word and several, a reference, and what nobody wrote. */
const searches = [
  ...['auditoría', 'AUDITORIA interna', 'metodología', 'nomina', 'nómina viáticos', 'abastec', 'medicam'],
  ...['quetzal', 'Huehuetenango obras', 'petén', 'contratos compra directa', 'contr', 'denun', 'ejec'],
  ...['presupuest', 'licencias sololá', 'desnutrición aguda', 'renglón 029', 'publicidad', 'vehículos'],
  ...['impacto ambiental izabal', 'cobertura escolar jalapa', 'convenios', 'arrend', 'asesor', '000123'],
  ...['inexistentísimo', 'zacapa zzz', 'co', 'de'],
] as const

/** Each by the coordinator, a member and an officer, and the second page of each. */
export async function searchesFor({
  server,
  url,
  coordinator,
  members,
  officers,
}: Asking): Promise<Latencies> {
  const { get, close } = caller(url, server)
  const all: Called[] = []
  const askers = [coordinator, members[0], officers[0]]
  for (const words of searches) {
    for (const asker of askers) {
      const path = `/api/v1/requests?limit=${rows}&search=${encodeURIComponent(words)}`
      const first = await get(path, asker?.session.cookie ?? '')
      all.push(first)
      const { next }: { next: string | null } = JSON.parse(first.text)
      if (next === null) continue
      all.push(await get(`${path}&cursor=${encodeURIComponent(next)}`, asker?.session.cookie ?? ''))
    }
  }
  close()
  return latenciesOf(all)
}
