import type { Context } from '../context.ts'
import type { Audience } from '../domain/notices.ts'
import type { InformationRequest } from '../store/request-store.ts'
import type { User, UserScope } from '../store/user-store.ts'

/** The ids of the active accounts that are told of something of a request. */
export type RecipientsOf = (
  request: Pick<InformationRequest, 'organisationId' | 'institutionId'>,
  audience: readonly Audience[],
) => Promise<readonly string[]>

type Member = Pick<User, 'id' | 'role'>

/** Each side's members are read once: for one pass over many requests. */
export function recipientsByRequest({ stores }: Context): RecipientsOf {
  const sides = new Map<string, Promise<readonly Member[]>>()

  async function read(scope: Exclude<UserScope, { kind: 'everyone' }>): Promise<readonly Member[]> {
    const members: Member[] = []
    for await (const { id, role } of stores.users.membersOf(scope)) members.push({ id, role })
    return members
  }

  function membersOf(scope: Exclude<UserScope, { kind: 'everyone' }>): Promise<readonly Member[]> {
    const key = JSON.stringify(scope)
    const members = sides.get(key) ?? read(scope)
    sides.set(key, members)
    return members
  }

  return async ({ organisationId, institutionId }, audience) => {
    const found = await Promise.all(
      audience.map(async each => {
        if (each === 'organisation') return membersOf({ kind: 'organisation', organisationId })
        const members = await membersOf({ kind: 'institution', institutionId })
        return each === 'head' ? headsAmong(members) : members
      }),
    )
    return [...new Set(found.flat().map(({ id }) => id))]
  }
}

/** A decision is owed by the máxima autoridad; where it has no account, its unit passes the word on. */
function headsAmong(members: readonly Member[]): readonly Member[] {
  const heads = members.filter(({ role }) => role === 'uip_head')
  return heads.length > 0 ? heads : members
}
