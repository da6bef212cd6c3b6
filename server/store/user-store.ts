import { Schema } from 'mongoose'
import type { Role } from '../domain/request/events.ts'
import { roles } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { defineCollection, type Cursor, type Page, type QueryOn } from './collection.ts'
import type { Engine } from './engine.ts'

export interface User {
  readonly id: string
  /** Trimmed and in lower case; unique. */
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisationId: string | null
  readonly institutionId: string | null
  /** Argon2id in PHC form. */
  readonly passwordHash: string
  readonly language: 'es' | 'en'
  readonly active: boolean
  readonly mustChangePassword: boolean
  readonly createdAt: Date
  /** Sessions begun before this instant are over. */
  readonly sessionsValidFrom: Date
  readonly version: number
}

export type UserChange = Partial<Omit<User, 'id' | 'version' | 'createdAt'>>

/** Whose accounts a query may see. Made by `userScopeOf`, never from input. */
export type UserScope =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'organisation'; readonly organisationId: string }
  | { readonly kind: 'institution'; readonly institutionId: string }

interface UserRecord extends Omit<User, 'id'> {
  readonly _id: string
}

const text = { type: String, required: true } as const
const instant = { type: Date, required: true } as const
const flag = { type: Boolean, required: true } as const

const users = defineCollection<UserRecord>()({
  name: 'users',
  schema: new Schema<UserRecord>({
    _id: text,
    email: text,
    name: text,
    role: { type: String, required: true, enum: roles },
    organisationId: { type: String, default: null },
    institutionId: { type: String, default: null },
    passwordHash: text,
    language: { type: String, required: true, enum: ['es', 'en'] },
    active: flag,
    mustChangePassword: flag,
    createdAt: instant,
    sessionsValidFrom: instant,
    version: { type: Number, required: true },
  } satisfies Record<keyof UserRecord, object>),
  indexes: {
    byEmail: { fields: ['email'], unique: true },
    byOrganisation: { fields: ['organisationId', 'email'], sparse: true },
    byInstitution: { fields: ['institutionId', 'email'], sparse: true },
  },
})

export type UserStore = ReturnType<typeof createUserStore>

export function createUserStore(engine: Engine) {
  const collection = engine.collection(users)

  async function active(query: UserQuery, isTold: (user: UserRecord) => boolean): Promise<User[]> {
    const found: User[] = []
    for await (const record of collection.stream(query)) {
      if (record.active && isTold(record)) found.push(toUser(record))
    }
    return found
  }

  return {
    async find(id: string): Promise<User | null> {
      const record = await collection.get(id)
      return record && toUser(record)
    },

    /** @param email normalised, as by `normaliseEmail`. */
    async findByEmail(email: string): Promise<User | null> {
      const { items } = await collection.find({ index: 'byEmail', equals: { email }, limit: 1 })
      const [record] = items
      return record ? toUser(record) : null
    },

    /** Throws AppError 'duplicate' when the address has an account. */
    async add(user: User): Promise<void> {
      const { id, ...rest } = user
      await collection.insert({ _id: id, ...rest })
    },

    /** Throws AppError 'stale' when the account is no longer at that version. */
    async change(id: string, version: number, change: UserChange): Promise<User> {
      const record = await collection.update(id, version, { set: change })
      if (!record) throw new AppError('stale', { id })
      return toUser(record)
    },

    /** In the order of their addresses. */
    async list(scope: UserScope, page: { limit: number; after: Cursor | null }): Promise<Page<User>> {
      const { items, next } = await collection.find({ ...queryOf(scope), ...page })
      return { items: items.map(toUser), next }
    },

    /** Those who are told about a side's requests: active accounts only, in the order of their addresses. */
    async *membersOf(scope: Exclude<UserScope, { kind: 'everyone' }>): AsyncGenerator<User> {
      for await (const record of collection.stream(queryOf(scope))) {
        if (record.active) yield toUser(record)
      }
    },

    /** Active accounts of a role, in the order of their addresses. */
    activeAs(role: Role): Promise<User[]> {
      return active(queryOf({ kind: 'everyone' }), user => user.role === role)
    },

    /** Who answers for a unit: its head, or its officers where it has none; active accounts only. */
    async headsOf(institutionId: string): Promise<User[]> {
      const members = await active(queryOf({ kind: 'institution', institutionId }), () => true)
      const heads = members.filter(({ role }) => role === 'uip_head')
      return heads.length > 0 ? heads : members
    },

    async isEmpty(): Promise<boolean> {
      return (await collection.count({ index: '_id' }, { limit: 1 })) === 0
    },
  }
}

type UserQuery = QueryOn<UserRecord, (typeof users)['indexes']>

function queryOf(scope: UserScope): UserQuery {
  switch (scope.kind) {
    case 'everyone':
      return { index: 'byEmail' }
    case 'organisation':
      return { index: 'byOrganisation', equals: { organisationId: scope.organisationId } }
    case 'institution':
      return { index: 'byInstitution', equals: { institutionId: scope.institutionId } }
  }
}

function toUser({ _id, ...rest }: UserRecord): User {
  return { id: _id, ...rest }
}
