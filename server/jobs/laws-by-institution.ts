import type { Context } from '../context.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { AppError } from '../errors.ts'
import { oncePerTurn } from '../store/once-per-turn.ts'

/** @throws AppError 'unknown-institution' */
export type LawOf = (institutionId: string) => Promise<LawContext>

/**
 * How each institution counts, for a pass over many requests. It is asked for after a request was read and is
 * then no older than that: an acuerdo, or other hours of an office, may be recorded while the pass goes on, and
 * what was recounted by them must not be judged by how it was counted before.
 */
export function lawsByInstitution({ stores, calendars }: Context): LawOf {
  const asked = oncePerTurn(async () => new Map<string, Promise<LawContext>>())

  async function read(institutionId: string): Promise<LawContext> {
    const institution = await stores.institutions.find(institutionId)
    if (!institution) throw new AppError('unknown-institution', { institutionId })
    return calendars.lawOf(institution)
  }

  return async institutionId => {
    const laws = await asked()
    const law = laws.get(institutionId) ?? read(institutionId)
    laws.set(institutionId, law)
    return law
  }
}
