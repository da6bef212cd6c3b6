import type { Express } from 'express'
import request, { type Agent } from 'supertest'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/auth/auth.ts'
import { createHasher } from '../../server/auth/hasher.ts'
import type { Role } from '../../server/domain/request/events.ts'
import { partsOf } from '../../server/parts.ts'
import type { User } from '../../server/store/user-store.ts'
import { anInstitution } from './request-builder.ts'
import { tempContext, type TempContext, type TempContextOptions } from './temp-context.ts'

/** The sides of the people in tests: two of each, so that "not yours" can be asked. */
export const sides = {
  organisation: 'org-ceiba',
  otherOrganisation: 'org-quetzal',
  institution: 'inst-caminos',
  otherInstitution: 'inst-aguas',
} as const

export type TestUser =
  | Exclude<Role, 'system' | 'public'>
  | 'other_organisation_member'
  | 'other_organisation_admin'
  | 'other_uip_officer'
  | 'other_uip_head'

const ofOrganisation = { organisationId: sides.organisation, institutionId: null }
const ofOtherOrganisation = { organisationId: sides.otherOrganisation, institutionId: null }
const ofInstitution = { organisationId: null, institutionId: sides.institution }
const ofOtherInstitution = { organisationId: null, institutionId: sides.otherInstitution }
const ofNoSide = { organisationId: null, institutionId: null }

const people: Readonly<Record<TestUser, Pick<User, 'role' | 'organisationId' | 'institutionId'>>> = {
  organisation_member: { role: 'organisation_member', ...ofOrganisation },
  organisation_admin: { role: 'organisation_admin', ...ofOrganisation },
  uip_officer: { role: 'uip_officer', ...ofInstitution },
  uip_head: { role: 'uip_head', ...ofInstitution },
  regulator: { role: 'regulator', ...ofNoSide },
  coordinator: { role: 'coordinator', ...ofNoSide },
  system_admin: { role: 'system_admin', ...ofNoSide },
  other_organisation_member: { role: 'organisation_member', ...ofOtherOrganisation },
  other_organisation_admin: { role: 'organisation_admin', ...ofOtherOrganisation },
  other_uip_officer: { role: 'uip_officer', ...ofOtherInstitution },
  other_uip_head: { role: 'uip_head', ...ofOtherInstitution },
}

export const testPassword = 'cuatro tejas mojadas brillan'

/** Somebody who is signed in: an agent that carries the cookie, and the token that its changes need. */
export interface SignedIn {
  readonly agent: Agent
  readonly user: User
  readonly csrf: string
  /** A change by this person, with its token: `as.send('post', '/api/v1/users').send({…})`. */
  send(method: 'post' | 'put' | 'patch' | 'delete', path: string): request.Test
  get(path: string): request.Test
}

export interface TestServer {
  readonly app: Express
  /** Its `logged` holds what was logged so far. */
  readonly context: TempContext
  /** Without a session. */
  readonly anonymous: ReturnType<typeof request>
  /** Moves the server's clock. */
  setNow(instant: Date | string): void
  user(who: TestUser): Promise<User>
  signIn(who: TestUser): Promise<SignedIn>
  close(): Promise<void>
}

/** Cheap enough for thousands of sign-ins; the real cost is proved in test/server/auth/hasher.test.ts. */
const cheapest = { memoryKiB: 8, passes: 1, lanes: 1 }

/**
 * The whole application through HTTP, on a store of its own. One person of each role exists, and of the
 * sides' roles a second on another side; the sides themselves are on the register after `addSides`.
 */
export async function testServer(options: TempContextOptions = {}): Promise<TestServer> {
  const context = await tempContext(options)
  const hasher = createHasher(cheapest)
  const auth = await createAuth(context, hasher)
  const parts = partsOf(context, auth)
  const app = createApp(context, auth, parts)
  const passwordHash = await hasher.hash(testPassword)

  async function user(who: TestUser): Promise<User> {
    const email = emailOf(who)
    const known = await context.stores.users.findByEmail(email)
    if (known) return known
    const made = personFor(who, passwordHash, context.clock.now())
    await context.stores.users.add(made)
    return made
  }

  return {
    app,
    context,
    anonymous: request(app),
    setNow: context.setNow,
    user,
    async signIn(who) {
      return signedIn(app, await user(who))
    },
    async close() {
      await parts.close()
      await context.close()
    },
  }
}

/** Puts the sides of the people in tests on the register. */
export async function addSides({ context: { stores } }: Pick<TestServer, 'context'>): Promise<void> {
  const organisations = [sides.organisation, sides.otherOrganisation]
  await stores.organisations.addMissing(
    organisations.map(id => ({ id, name: `Organización ${id}`, foldedName: id, active: true, version: 1 })),
  )
  await stores.institutions.addMissing([
    anInstitution({ id: sides.institution }),
    anInstitution({ id: sides.otherInstitution }),
  ])
}

export function emailOf(who: TestUser): string {
  return `${who.replaceAll('_', '.')}@ejemplo.test`
}

function personFor(who: TestUser, passwordHash: string, now: Date): User {
  return {
    ...people[who],
    id: `user-${who}`,
    email: emailOf(who),
    name: `Persona ${who}`,
    passwordHash,
    language: 'es',
    active: true,
    mustChangePassword: false,
    createdAt: now,
    sessionsValidFrom: now,
    version: 1,
  }
}

async function signedIn(app: Express, user: User): Promise<SignedIn> {
  const agent = request.agent(app)
  const reply = await agent
    .post('/api/v1/session')
    .send({ email: user.email, password: testPassword })
    .expect(200)
  const csrf = String(reply.body.csrfToken)
  return {
    agent,
    user,
    csrf,
    send: (method, path) => agent[method](path).set('X-CSRF-Token', csrf),
    get: path => agent.get(path),
  }
}
