import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../context.ts'
import { sumOfStanding, type MonthCount, type StandingCount } from '../domain/statistics/month-count.ts'
import { AppError } from '../errors.ts'
import { inBatches } from '../in-batches.ts'
import type { OwedRequest } from '../store/counted-requests.ts'
import type { InstitutionTotals, KeptMonth, KeptTotals } from '../store/roll-up-store.ts'
import { countingLaw, type CountingLaw } from './counting-law.ts'
import { monthCounts } from './month-counts.ts'

/** Of an institution: some months of receipt, or all that it ever had. */
export type AskedMonths = ReadonlySet<string> | 'all'

type RollUpContext = Pick<Context, 'stores' | 'calendars' | 'clock' | 'log'>

export interface CountedInstitution {
  /** Months whose count was not what it now is. */
  readonly written: number
  /** Found owed in the months counted, which by now are in them. */
  readonly owed: readonly Pick<OwedRequest, 'id' | 'revision'>[]
}

/** Several instances may count at once: each try that is overtaken starts from what is kept by then. */
const mostTries = 20

/**
 * Counts months of an institution anew from their requests and adds them up. Every count is replaced whole, on
 * the version that was read before its requests were, and the totals say that they are unfinished from before
 * the first to after the last write: cut off anywhere it is done again, and twice is as good as once. Where the
 * law it counts by is another than at the last count, all months are counted.
 * @throws AppError 'stale' where others kept overtaking it.
 */
export async function countInstitution(
  context: RollUpContext,
  institutionId: string,
  asked: AskedMonths,
): Promise<CountedInstitution> {
  let written = 0
  for (let left = mostTries; left > 0; left -= 1) {
    const by = await countingLaw(context, institutionId)
    const begun = await begin(context, institutionId)
    if (!begun) continue
    const months = begun.totals.law === by.text ? asked : 'all'
    const counted = await countMonths(context, institutionId, { months, by })
    written += counted.written
    if (!counted.overtaken && (await addUp(context, by, begun))) return { written, owed: counted.owed }
  }
  throw new AppError('stale', { id: institutionId })
}

/** Null where somebody else has just begun or ended. */
async function begin(
  { stores: { rollUps } }: Pick<Context, 'stores'>,
  institutionId: string,
): Promise<KeptTotals | null> {
  const kept = await rollUps.totalsOf(institutionId)
  if (kept?.totals.unfinished) return kept
  const totals = { ...(kept?.totals ?? sumOf(institutionId, '', [])), unfinished: true }
  const version = kept?.version ?? 0
  return (await rollUps.keepTotals(totals, version)) ? { totals, version: version + 1 } : null
}

interface CountingMonths {
  readonly months: AskedMonths
  readonly by: CountingLaw
}

interface CountedMonths extends CountedInstitution {
  readonly overtaken: boolean
}

async function countMonths(
  context: RollUpContext,
  institutionId: string,
  { months, by }: CountingMonths,
): Promise<CountedMonths> {
  const sum = { written: 0, owed: new Array<Pick<OwedRequest, 'id' | 'revision'>>(), overtaken: false }
  for (const month of months === 'all' ? [null] : [...months].sort()) {
    const kept = await keptMonths(context, institutionId, month)
    for await (const derived of inBatches(
      derivedMonths(context, institutionId, { month, by, kept }),
      keptAtOnce,
    )) {
      const results = await Promise.all(
        derived.map(({ count }) => keep(context, kept.get(count.month), count)),
      )
      sum.written += results.filter(result => result === 'written').length
      sum.overtaken ||= results.includes('overtaken')
      for (const { owed } of derived) sum.owed.push(...owed)
    }
  }
  return sum
}

/** Months that one durable commit carries. */
const keptAtOnce = 32

interface Deriving {
  /** Null for all of them. */
  readonly month: string | null
  readonly by: CountingLaw
  readonly kept: ReadonlyMap<string, KeptMonth>
}

/** As the requests say; what is kept of months that have no requests any more is then nothing. */
export async function* derivedMonths(
  context: RollUpContext,
  institutionId: string,
  { month, by, kept }: Deriving,
) {
  const { stores, clock } = context
  const deriving = { law: by.law, today: clock.today() }
  const empty = new Set(kept.keys())
  for await (const one of monthCounts(context, stores.rollUps.historiesOf(institutionId, month), deriving)) {
    empty.delete(one.count.month)
    yield one
  }
  for (const left of empty) yield { count: stores.rollUps.emptyMonth(institutionId, left), owed: [] }
}

/** With the versions that they have before their requests are read. */
export async function keptMonths(
  { stores }: Pick<Context, 'stores'>,
  institutionId: string,
  month: string | null,
): Promise<ReadonlyMap<string, KeptMonth>> {
  const { rollUps } = stores
  if (month === null)
    return new Map((await rollUps.monthsOf(institutionId)).map(one => [one.count.month, one]))
  const kept = await rollUps.month(institutionId, month)
  return new Map(kept ? [[month, kept]] : [])
}

async function keep(
  { stores }: Pick<Context, 'stores'>,
  kept: KeptMonth | undefined,
  count: MonthCount,
): Promise<'written' | 'same' | 'overtaken'> {
  if (kept && isDeepStrictEqual(kept.count, count)) return 'same'
  return (await stores.rollUps.keepMonth(count, kept?.version ?? 0)) ? 'written' : 'overtaken'
}

/** False where somebody else has counted since it began. */
async function addUp(
  { stores: { rollUps } }: Pick<Context, 'stores'>,
  by: CountingLaw,
  { totals: { institutionId }, version }: KeptTotals,
): Promise<boolean> {
  return rollUps.keepTotals(sumOf(institutionId, by.text, await rollUps.standingOf(institutionId)), version)
}

export function sumOf(
  institutionId: string,
  law: string,
  months: readonly StandingCount[],
): InstitutionTotals {
  return { institutionId, law, ...sumOfStanding(months), unfinished: false }
}
