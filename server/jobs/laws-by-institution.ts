import type { Context } from '../context.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { AppError } from '../errors.ts'

/** @throws AppError 'unknown-institution' */
export type LawOf = (institutionId: string) => Promise<LawContext>

/** How each institution counts, read once: for one pass over many requests. */
export function lawsByInstitution({ stores, calendars }: Context): LawOf {
  const laws = new Map<string, Promise<LawContext>>()

  async function read(institutionId: string): Promise<LawContext> {
    const institution = await stores.institutions.find(institutionId)
    if (!institution) throw new AppError('unknown-institution', { institutionId })
    return calendars.lawOf(institution)
  }

  return institutionId => {
    const law = laws.get(institutionId) ?? read(institutionId)
    laws.set(institutionId, law)
    return law
  }
}
