import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import {
  OneTimePasswordPage,
  UsersPage,
  type UserLine,
  type UsersData,
} from '../../../client/pages/users-page.tsx'
import type { Role } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import type { User } from '../../store/user-store.ts'
import { addUser } from '../../users/add-user.ts'
import { newUser } from '../../users/schemas.ts'
import { signInDays } from '../../users/sign-in-days.ts'
import { assignableRoles, userScopeOf } from '../../users/user-permissions.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { institutionOptions, organisationOptions } from './choices.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { idOf } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { forgetForOtherLanguage, takeDraft } from './page-session.ts'

const onPage = 50
/** Of each account in a list: its last sign-in is among them unless it did very much since. */
const latestEvents = 20

/** Accounts, for those who manage them: of one side as its team, of the whole site as its users. */
export function officePages(site: Site): Router {
  const router = Router()
  for (const path of ['/usuarios', '/equipo'] as const) {
    router.get(path, async (req, res) => {
      await showUsers(site, req, res, { path, values: takeDraft(req) ?? {}, errors: [] })
    })
    router.post(path, async (req, res) => {
      await add(site, req, res, path)
    })
  }
  return router
}

async function add(site: Site, req: Request, res: Response, path: UsersData['path']): Promise<void> {
  const { context, auth } = site
  const { values } = await readForm(context, req)
  const actor = actorFor(requireUser(req))
  userScopeOf(actor)
  try {
    const input = parse(newUser, bodyOf(values, requireUser(req)))
    const key = textOf(values, 'idempotencyKey') || randomUUID()
    // The same form with another address is another account.
    const id = idOf({ userId: actor.userId, path, key: `${key}\n${input.email}` })
    const { user, password } = await addUser(context, auth.hasher, actor, { id, input })
    forgetForOtherLanguage(req)
    // Not a redirect: the password is in no store, so no other page could show it.
    const data = { path, email: user.email, password, isReset: false }
    sendPage(res, <OneTimePasswordPage ctx={await pageContext(site, req)} data={data} />, 201)
  } catch (error) {
    const taken = error instanceof AppError && error.code === 'duplicate'
    const errors = taken
      ? [fieldError(languageOf(req), 'email', 'users.taken')]
      : formErrors(error, languageOf(req), 'email')
    if (!errors) throw error
    await showUsers(site, req, res, { path, values, errors })
  }
}

/** Who manages one side adds to that side alone, and does not choose it. */
function bodyOf(values: SentValues, { organisationId, institutionId }: User) {
  return {
    name: textOf(values, 'name'),
    email: textOf(values, 'email'),
    role: textOf(values, 'role'),
    language: textOf(values, 'language') || 'es',
    organisationId: organisationId ?? (textOf(values, 'organisationId') || null),
    institutionId: institutionId ?? (textOf(values, 'institutionId') || null),
  }
}

export function rolesFor({ organisationId, institutionId }: User): readonly Role[] {
  if (organisationId !== null) return ['organisation_member', 'organisation_admin']
  return institutionId === null ? assignableRoles : ['uip_officer', 'uip_head']
}

interface Shown {
  readonly path: UsersData['path']
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function showUsers(
  site: Site,
  req: Request,
  res: Response,
  { path, values, errors }: Shown,
): Promise<void> {
  const { context } = site
  const user = requireUser(req)
  const { cursor } = req.query
  const after = typeof cursor === 'string' ? cursor : null
  const { items, next } = await context.stores.users.list(userScopeOf(actorFor(user)), {
    limit: onPage,
    after,
  })
  const isOfASide = user.organisationId !== null || user.institutionId !== null
  const data = {
    path,
    users: await lines(site, items),
    nextCursor: next,
    form: formWith(values, errors, randomUUID),
    roles: rolesFor(user),
    organisations: isOfASide ? [] : await organisationOptions(context),
    institutions: isOfASide ? [] : await institutionOptions(context),
  }
  sendPage(res, <UsersPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}

async function lines({ context }: Site, users: readonly User[]): Promise<UserLine[]> {
  const { stores } = context
  const organisations = await stores.organisations.findMany(users.flatMap(user => user.organisationId ?? []))
  const institutions = await stores.institutions.findMany(users.flatMap(user => user.institutionId ?? []))
  const names = new Map([...organisations, ...institutions].map(({ id, name }) => [id, name]))
  return Promise.all(
    users.map(async ({ id, name, email, role, active, mustChangePassword, ...side }) => ({
      ...{ id, name, email, role, active, mustChangePassword },
      side: names.get(side.organisationId ?? side.institutionId ?? '') ?? null,
      lastSignInOn: (await signInDays(context, id, latestEvents))[0] ?? null,
    })),
  )
}
