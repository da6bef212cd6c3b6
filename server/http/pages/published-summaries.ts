import { AppError } from '../../errors.ts'
import { getRequest } from '../../requests/get-request.ts'
import type { RequestSummary } from '../../requests/request-view.ts'
import { publicActor } from '../actor.ts'
import type { Site } from './page-of.ts'

/** The rows of published requests, as anyone may see them; those no longer published are left out. */
export async function publishedSummaries(
  { context }: Site,
  ids: readonly string[],
): Promise<RequestSummary[]> {
  const rows: RequestSummary[] = []
  for (const id of ids) {
    const row = await getRequest(context, publicActor, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') return null
      throw error
    })
    if (row) rows.push(row)
  }
  return rows
}
