import type { Context } from '../../server/context.ts'
import type { BarrierKind } from '../../server/domain/barriers.ts'
import { ago, morningOf } from './demo-past.ts'

const met: readonly (readonly [daysAgo: number, kind: BarrierKind, institutionId: string, place: string])[] =
  [
    [205, 'exigieron_identidad', 'mspas', 'Ventanilla de la sede central'],
    [180, 'portal_caido', 'mineduc', 'Portal de solicitudes'],
    [150, 'exigieron_motivo', 'minfin', 'Ventanilla'],
    [131, 'no_la_recibieron', 'mem', 'Recepción de documentos'],
    [96, 'portal_caido', 'mineduc', 'Portal de solicitudes'],
    [70, 'oficina_cerrada', 'mspas', 'Ventanilla de la sede central'],
    [34, 'negativa_verbal', 'mem', 'Llamada a la unidad'],
  ]

/** What stood in the way of asking, as one organisation recorded it: none of these became a request. */
export async function addDemoBarriers(context: Context): Promise<void> {
  for (const [at, [daysAgo, kind, institutionId, place]] of met.entries()) {
    const occurredOn = ago(context, daysAgo)
    await context.stores.barriers.add({
      ...{ id: `demo-barrier-${at + 1}`, kind, occurredOn, institutionId, place },
      ...{ organisationId: 'red-ciudadana', requestId: null, note: '', evidence: 'declarada', files: [] },
      ...{ recordedAt: morningOf(occurredOn), recordedBy: 'demo-organisation_member' },
    })
  }
}
