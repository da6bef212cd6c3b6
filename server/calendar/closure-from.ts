import type { Context } from '../context.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { slugOf } from '../domain/names.ts'
import { AppError } from '../errors.ts'
import type { Institution } from '../store/institution-store.ts'
import type { NewClosure } from './schemas.ts'

/**
 * The closure that an input asks for. Its id is made of the acuerdo and its first day, so that the same
 * acuerdo entered twice is one.
 * @throws AppError 'unknown-institution'
 */
export async function closureFrom({ stores }: Pick<Context, 'stores'>, input: NewClosure): Promise<Closure> {
  const { source, name, publishedOn, institutionIds, doubt } = input
  const days = [...new Set(input.days)].toSorted()
  const known = await stores.institutions.findMany(institutionIds)
  const unknown = institutionIds.find(id => known.every(institution => institution.id !== id))
  if (unknown !== undefined)
    throw new AppError('unknown-institution', { field: 'institutionIds', id: unknown })
  return {
    id: `${slugOf(source)}-${days[0] ?? ''}`,
    days,
    name,
    source,
    publishedOn,
    scope: institutionIds.length === 0 ? { kind: 'all' } : { kind: 'institutions', institutionIds },
    countsAsNonWorking: true,
    doubt,
  }
}

/** Whether a closure reaches an institution. */
export function reaches({ scope }: Closure, { id }: Pick<Institution, 'id'>): boolean {
  return scope.kind === 'all' || scope.institutionIds.includes(id)
}
