import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { getRequest } from './get-request.ts'
import { logRequest, type NewRequest } from './log-request.ts'
import type { RequestView } from './request-view.ts'

export interface SameTextToMany extends Omit<NewRequest, 'id' | 'institutionId'> {
  /** At least one; each once. */
  readonly institutionIds: readonly string[]
}

/** What became of the text at one institution: its request, or why there is none. */
export type LoggedAtOne =
  | { readonly institutionId: string; readonly request: RequestView; readonly error: null }
  | { readonly institutionId: string; readonly request: null; readonly error: ErrorCode }

/**
 * Logs the same text at several institutions: one request each, since the law knows a request to one body
 * only (article 41). Every institution is looked up before anything is written. One that fails does not take
 * the others back; sent again with the same ids, those that exist are left alone and the rest are made.
 * @param idFor the id of the request at an institution: the same on every try.
 * @throws AppError 'unknown-institution', 'forbidden', 'sign-in-required', and what all would be refused for.
 */
export async function logRequestToMany(
  context: Context,
  actor: Actor,
  { institutionIds, ...input }: SameTextToMany,
  idFor: (institutionId: string) => string,
): Promise<LoggedAtOne[]> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  await requireInstitutions(context, institutionIds)
  const results: LoggedAtOne[] = []
  for (const institutionId of institutionIds) {
    const one = { ...input, institutionId, id: idFor(institutionId) }
    results.push(await logAtOne(context, actor, one, results))
  }
  return results
}

/**
 * Those that failed are named; sending the same again makes them and leaves the others as they are.
 * @throws AppError 'partly-logged' { logged, names }
 */
export async function requireWhole(
  { stores }: Pick<Context, 'stores'>,
  results: readonly LoggedAtOne[],
): Promise<void> {
  const failed = results.filter(({ error }) => error !== null).map(({ institutionId }) => institutionId)
  if (failed.length === 0) return
  const names = (await stores.institutions.findMany(failed)).map(({ name }) => name)
  throw new AppError('partly-logged', {
    field: 'institutionIds',
    logged: results.length - failed.length,
    names: names.join(', '),
  })
}

/** One sending, one id an institution. */
export function idAt(sending: string, institutionId: string): string {
  return createHash('sha256').update(`${sending}\n${institutionId}`).digest('hex').slice(0, 32)
}

async function requireInstitutions({ stores }: Context, ids: readonly string[]): Promise<void> {
  const known = await stores.institutions.findMany(ids)
  const active = new Set(known.filter(each => each.active).map(({ id }) => id))
  if (ids.some(id => !active.has(id))) throw new AppError('unknown-institution', { field: 'institutionIds' })
}

async function logAtOne(
  context: Context,
  actor: Actor,
  input: NewRequest & { readonly id: string },
  earlier: readonly LoggedAtOne[],
): Promise<LoggedAtOne> {
  const { institutionId, id } = input
  try {
    return { institutionId, request: await logOnce(context, actor, input, id), error: null }
  } catch (error) {
    // What the first is refused for, all are: nothing was written, and the sender mends it once.
    const isPartial = earlier.some(({ request }) => request !== null)
    if (!(error instanceof AppError) || !isPartial) throw error
    return { institutionId, request: null, error: error.code }
  }
}

async function logOnce(context: Context, actor: Actor, input: NewRequest, id: string): Promise<RequestView> {
  const known = await context.stores.requests.find(id, requestScopeOf(actor))
  if (known) return getRequest(context, actor, id)
  return logRequest(context, actor, input)
}
