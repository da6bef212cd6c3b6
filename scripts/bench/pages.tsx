import type { VNode } from 'preact'
import type { PageContext } from '../../client/page-context.ts'
import { RequestPage } from '../../client/pages/request-page.tsx'
import { RequestsPage, type RequestsPageData } from '../../client/pages/requests-page.tsx'
import { renderPage } from '../../client/render.tsx'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../server/domain/request/events.ts'
import { translator } from '../../server/i18n/translate.ts'
import { getRequest } from '../../server/requests/get-request.ts'
import { listRequests, type ListRequests } from '../../server/requests/list-requests.ts'
import { inventedOrganisations } from '../../server/seeding/organisations.ts'
import { atMost, figure, type SceneResult } from './figures.ts'
import { addOpenRequests } from './open-requests.ts'
import type { Sizes } from './sizes.ts'
import { inTempFolder, movableClock, openBench } from './store.ts'

const today = calendarDate('2026-03-02')
const rowsOnPage = 20
const regulator: Actor = { userId: 'bench', role: 'regulator', organisationId: null, institutionId: null }

/** Turning data that are ready into a page: what a visitor waits for besides the store and the line. */
export function pagesScene({ calls }: Sizes): Promise<SceneResult> {
  return inTempFolder(async dir => {
    const context = await openBench(dir, movableClock(today))
    try {
      const organisationId = inventedOrganisations[0]?.id ?? ''
      const filed = { organisationId, institutionId: null, until: today, workingDays: 20, admitted: 5 }
      const [id = ''] = await addOpenRequests(context, { count: rowsOnPage, seed: 'pages', ...filed })
      const { items } = await listRequests(context, regulator, allOfThem)
      const request = await getRequest(context, regulator, id)
      const list = p95Of(calls, () => <RequestsPage ctx={ctxAt('/solicitudes')} data={listData(items)} />)
      const one = p95Of(calls, () => <RequestPage ctx={ctxAt(`/solicitudes/${id}`)} request={request} />)
      return {
        scene: 'pages',
        sizes: { calls, rows: items.length },
        counts: { listBytes: list.bytes, requestBytes: one.bytes },
        figures: [
          figure({ name: 'the list, p95', value: list.ms, unit: 'ms', bar: atMost(5, 'figure') }),
          figure({ name: 'a request, p95', value: one.ms, unit: 'ms', bar: atMost(5, 'figure') }),
        ],
      }
    } finally {
      await context.engine.close()
    }
  })
}

const allOfThem: ListRequests = {
  view: 'todas',
  order: 'desc',
  limit: rowsOnPage,
  cursor: null,
  search: null,
  state: null,
  institutionId: null,
  organisationId: null,
  receivedFrom: null,
  receivedTo: null,
}

function ctxAt(path: string): PageContext {
  return {
    language: 'es',
    t: translator('es'),
    path,
    query: '',
    actor: { role: 'regulator', side: null, unread: 3, owner: 'bench' },
    csrf: 'token',
    flash: null,
    demo: false,
    today,
  }
}

function listData(rows: RequestsPageData['rows']): RequestsPageData {
  return {
    view: 'todas',
    counts: { todas: rows.length, vencidas: 3, pronto: 2, adelante: 10, en_curso: 15 },
    mostCounted: 1000,
    order: 'desc',
    form: { values: {}, errors: [], idempotencyKey: 'bench' },
    chips: [],
    institutions: [],
    rows,
    nextCursor: 'next',
  }
}

/** Of so many renderings, after as many again for the compiler. */
function p95Of(calls: number, page: () => VNode): { readonly ms: number; readonly bytes: number } {
  let html = ''
  const times: number[] = []
  for (let call = -calls; call < calls; call += 1) {
    const began = performance.now()
    html = renderPage(page())
    if (call >= 0) times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { ms: times[Math.floor(times.length * 0.95)] ?? 0, bytes: Buffer.byteLength(html) }
}
