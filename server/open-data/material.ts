import type { Material } from './datasets.ts'
import type { OpenData } from './open-data.ts'
import { lastTwelveMonths } from './selection.ts'

/** What every dataset is made from: the record, and its figures of the last twelve months. */
export async function materialOf(openData: OpenData): Promise<Material> {
  const record = await openData.record()
  const period = lastTwelveMonths(record.asOf)
  return { record, figures: await openData.figures({ ...period, kind: null, institutionId: null }) }
}
