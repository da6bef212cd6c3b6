import type { Context } from '../context.ts'
import { barrierArticles, type BarrierKind } from '../domain/barriers.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Evidence } from '../domain/request/events.ts'
import type { Barrier, BarrierFile } from '../store/barrier-store.ts'

/** A barrier as those see it who may; who of the organisation recorded it is not in it. */
export interface BarrierView {
  readonly id: string
  readonly kind: BarrierKind
  readonly article: string | null
  readonly occurredOn: CalendarDate
  readonly organisation: { readonly id: string; readonly name: string }
  readonly institution: { readonly id: string; readonly name: string }
  readonly requestId: string | null
  readonly place: string
  readonly note: string
  readonly evidence: Evidence['kind']
  readonly files: readonly BarrierFile[]
  readonly recordedAt: Date
}

export async function presentBarrier(
  { stores }: Pick<Context, 'stores'>,
  barrier: Barrier,
): Promise<BarrierView> {
  const { recordedBy: _person, organisationId, institutionId, ...rest } = barrier
  const [organisation, institution] = await Promise.all([
    stores.organisations.find(organisationId),
    stores.institutions.find(institutionId),
  ])
  return {
    ...rest,
    article: barrierArticles[barrier.kind],
    organisation: { id: organisationId, name: organisation?.name ?? organisationId },
    institution: { id: institutionId, name: institution?.name ?? institutionId },
  }
}
