import { isDeepStrictEqual } from 'node:util'
import { catchUp, type CatchUpOptions, type RollUpContext } from './catch-up.ts'
import { countInstitution, derivedMonths, keptMonths, sumOf } from './count-institution.ts'
import { countingLaw, type CountingLaw } from './counting-law.ts'

export interface CheckedRollUps {
  /** Institutions whose months were derived from their requests again. */
  readonly examined: number
  /** Counts that were not what the requests say, and now are. */
  readonly differences: number
  /** Some of them, by `institution:month`; `institution` alone where the months were right and their sum was not. */
  readonly differing: readonly string[]
}

const mostNamed = 20

/**
 * Derives every count from the requests again and compares it with the one that was kept incrementally: there
 * must be no difference. Where there is one it is written down and replaced. What people write meanwhile is no
 * difference: it is owed, and found by the next catching up. @throws AppError as `countInstitution`.
 */
export async function checkRollUps(
  context: RollUpContext,
  options: CatchUpOptions = {},
): Promise<CheckedRollUps> {
  const { rollUps } = context.stores
  await catchUp(context, options)
  let examined = 0
  const found: string[] = []
  for await (const institutionId of rollUps.institutionsAsked()) {
    options.signal?.throwIfAborted()
    found.push(...(await differencesOf(context, institutionId, options)))
    examined += 1
  }
  const checked = { examined, differences: found.length, differing: found.slice(0, mostNamed) }
  const { differences, differing } = checked
  await rollUps.noteChecked({ checkedAt: context.clock.now(), differences, differing })
  return checked
}

/** One that is seen once may be a change on its way: one that is seen again, once all that is owed is counted, is not. */
async function differencesOf(
  context: RollUpContext,
  institutionId: string,
  options: CatchUpOptions,
): Promise<readonly string[]> {
  if ((await compare(context, institutionId)).length === 0) return []
  await catchUp(context, options)
  const differing = await compare(context, institutionId)
  if (differing.length === 0 || (await isOwed(context, institutionId))) return []
  await countInstitution(context, institutionId, 'all')
  context.log.error({ institutionId, differing }, 'Roll-ups were not what the requests say')
  return differing
}

async function compare(context: RollUpContext, institutionId: string): Promise<readonly string[]> {
  const by = await countingLaw(context, institutionId)
  const totals = await context.stores.rollUps.totalsOf(institutionId)
  // Not counted yet by the law of now, or just being counted.
  if (!totals || totals.totals.law !== by.text || totals.totals.unfinished) return [institutionId]
  const months = await differingMonths(context, institutionId, by)
  if (months.length > 0) return months.map(month => `${institutionId}:${month}`)
  const sum = sumOf(institutionId, by.text, await context.stores.rollUps.standingOf(institutionId))
  return isDeepStrictEqual(sum, totals.totals) ? [] : [institutionId]
}

async function differingMonths(
  context: RollUpContext,
  institutionId: string,
  by: CountingLaw,
): Promise<readonly string[]> {
  const kept = await keptMonths(context, institutionId, null)
  const differing: string[] = []
  for await (const { count } of derivedMonths(context, institutionId, { month: null, by, kept })) {
    if (!isDeepStrictEqual(kept.get(count.month)?.count, count)) differing.push(count.month)
  }
  return differing
}

async function isOwed({ stores }: RollUpContext, institutionId: string): Promise<boolean> {
  for await (const request of stores.rollUps.owed()) if (request.institutionId === institutionId) return true
  return false
}
