import type { Context } from '../context.ts'
import type { Dissemination } from '../store/dissemination-store.ts'

/** What the link acknowledges, and nothing else of the register. */
export interface AcknowledgementView extends Pick<
  Dissemination,
  'audience' | 'means' | 'day' | 'reportSha256' | 'reportFrom' | 'reportTo' | 'acknowledgedAt' | 'answers'
> {
  /** Of the unit; null for the regulator. */
  readonly institution: string | null
}

export async function acknowledgementView(
  { stores }: Pick<Context, 'stores'>,
  item: Dissemination,
): Promise<AcknowledgementView> {
  const { audience, means, day, reportSha256, reportFrom, reportTo, acknowledgedAt, answers } = item
  const institution =
    item.institutionId && ((await stores.institutions.find(item.institutionId))?.name ?? '–')
  return { audience, means, day, reportSha256, reportFrom, reportTo, acknowledgedAt, answers, institution }
}
