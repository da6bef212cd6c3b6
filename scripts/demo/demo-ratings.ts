import type { Context } from '../../server/context.ts'
import { addDays, type CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { askedFormats, formatClasses, isHandedOver, mostScore } from '../../server/domain/ratings.ts'
import type { Rating } from '../../server/store/rating-store.ts'
import type { InformationRequest } from '../../server/store/request-store.ts'
import { ago, morningOf } from './demo-past.ts'

const items = ['Copia de los contratos', 'Montos pagados por mes', 'Nombre de los proveedores']
const pageSize = 100

/** Two of three answers judged by who asked, and half of those by a second person who did not see the first. */
export async function addDemoRatings(context: Context): Promise<void> {
  let at = 0
  for await (const request of answered(context)) {
    at += 1
    if (at % 3 !== 0) await rate(context, request, at)
  }
}

async function* answered({ stores }: Context): AsyncGenerator<InformationRequest> {
  let after: string | null = null
  do {
    const page: { items: InformationRequest[]; next: string | null } = await stores.requests.list(
      { kind: 'everything' },
      { view: 'todas' },
      { limit: pageSize, after, order: 'asc' },
    )
    yield* page.items.filter(({ outcome, answeredOn }) => outcome !== null && answeredOn !== null)
    after = page.next
  } while (after !== null)
}

async function rate(context: Context, request: InformationRequest, at: number): Promise<void> {
  const { id: requestId, organisationId, institutionId, answeredOn } = request
  const asked = items.slice(0, 1 + (at % items.length))
  const first = addDays(answeredOn ?? ago(context, 0), 3)
  const second = addDays(first, 2)
  const isPast = (day: CalendarDate) => day < ago(context, 1)
  if (!isPast(first)) return
  const mark = (ratedOn: CalendarDate, person: 'a' | 'b') => ratingOf(request, { ratedOn, person, asked, at })
  const sides = { requestId, organisationId, institutionId, items: asked }
  const kept = await context.stores.ratings.begin(sides, mark(first, 'a'))
  if (at % 2 === 0 && isPast(second)) await context.stores.ratings.add(kept, mark(second, 'b'))
}

interface Rated {
  readonly ratedOn: CalendarDate
  readonly person: 'a' | 'b'
  readonly asked: readonly string[]
  readonly at: number
}

/** Marks fall with what the answer withheld; the second person finds what the first found, four times in five. */
function ratingOf(request: InformationRequest, { ratedOn, person, asked, at }: Rated): Rating {
  const { id: requestId, organisationId, outcome } = request
  const differs = person === 'b' && at % 5 === 0
  const form = formatClasses[(at + (differs ? 1 : 0)) % formatClasses.length] ?? null
  return {
    ...{ id: `demo-rating-${requestId}-${person}`, requestId, raterId: `demo-${organisationId}-${person}` },
    ...{ ratedOn, ratedAt: morningOf(ratedOn), reason: null },
    scores: asked.map((_, item) => markOf(bestOf(outcome) - ((at + item) % 4) - (differs ? 1 : 0))),
    format: isHandedOver(request) ? form : null,
    askedFormat: askedFormats[at % askedFormats.length] ?? 'no_se_pidio',
  }
}

function bestOf(outcome: InformationRequest['outcome']): number {
  if (outcome === 'entrega_total') return mostScore + 1
  return outcome === 'entrega_parcial' ? 2 : 0
}

function markOf(mark: number): number {
  return Math.min(mostScore, Math.max(0, mark))
}
