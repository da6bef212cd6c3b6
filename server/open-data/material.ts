import type { Context } from '../context.ts'
import type { Material } from './datasets.ts'
import type { OpenData } from './open-data.ts'
import { publishedCases } from './published-cases.ts'
import { lastTwelveMonths } from './selection.ts'

/** What every dataset is made from: the record, its figures of the last twelve months, and the requests. */
export async function materialOf(
  context: Pick<Context, 'stores' | 'calendars' | 'log'>,
  openData: OpenData,
): Promise<Material> {
  const record = await openData.record()
  const { asOf } = record
  return {
    record,
    figures: await openData.figures({ ...lastTwelveMonths(asOf), kind: null, institutionId: null }),
    cases: () => publishedCases(context, asOf),
  }
}
