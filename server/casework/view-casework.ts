import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { unitCasework } from './unit-request.ts'

/** A unit's own work on a request, as one of its people sees it. Names are those of colleagues. */
export interface CaseworkView {
  readonly assignee: Colleague | null
  readonly colleagues: readonly Colleague[]
  /** Newest first, without those that were taken back. */
  readonly notes: readonly {
    readonly id: string
    readonly text: string
    readonly author: string
    readonly createdAt: Date
    readonly own: boolean
  }[]
}

export interface Colleague {
  readonly id: string
  readonly name: string
}

/** @throws AppError 'forbidden', 'not-found' */
export async function viewCasework(
  context: Pick<Context, 'stores'>,
  actor: Actor,
  requestId: string,
): Promise<CaseworkView> {
  const work = await unitCasework(context, actor, requestId)
  const colleagues = await colleaguesOf(context, work.institutionId)
  const ids = [work.assigneeId, ...work.notes.map(({ authorId }) => authorId)]
  const nameOf = await namesOf(context, colleagues, ids)
  return {
    assignee: work.assigneeId === null ? null : { id: work.assigneeId, name: nameOf(work.assigneeId) },
    colleagues,
    notes: work.notes
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ id, text, authorId, createdAt }) => ({
        ...{ id, text, createdAt },
        author: nameOf(authorId),
        own: authorId === actor.userId,
      }))
      .reverse(),
  }
}

/** The active accounts of a unit, by name. */
export async function colleaguesOf(
  { stores }: Pick<Context, 'stores'>,
  institutionId: string,
): Promise<Colleague[]> {
  const colleagues: Colleague[] = []
  for await (const { id, name } of stores.users.membersOf({ kind: 'institution', institutionId })) {
    colleagues.push({ id, name })
  }
  return colleagues.sort((a, b) => a.name.localeCompare(b.name, 'es'))
}

/** Also of those who have left: what they wrote still bears their name. */
async function namesOf(
  { stores }: Pick<Context, 'stores'>,
  colleagues: readonly Colleague[],
  ids: readonly (string | null)[],
): Promise<(id: string) => string> {
  const names = new Map(colleagues.map(({ id, name }) => [id, name]))
  for (const id of ids) {
    if (id === null || names.has(id)) continue
    names.set(id, (await stores.users.find(id))?.name ?? '–')
  }
  return id => names.get(id) ?? '–'
}
