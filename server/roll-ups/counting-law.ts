import type { Context } from '../context.ts'
import type { LawContext } from '../domain/request/law-context.ts'

export interface CountingLaw {
  readonly law: LawContext
  /** Equal for laws that count alike. */
  readonly text: string
}

/** How an institution counts at present; one that the register does not have, as an office outside the capital. */
export async function countingLaw(
  { stores, calendars }: Pick<Context, 'stores' | 'calendars'>,
  institutionId: string,
): Promise<CountingLaw> {
  const institution = await stores.institutions.find(institutionId)
  const law = await calendars.lawOf(institution ?? { id: '', inCapital: false, cutoffMinutes: null })
  return { law, text: `${law.calendar.version} ${JSON.stringify(law.policy)}` }
}
