import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { UserPage } from '../../../client/pages/user-page.tsx'
import { OneTimePasswordPage, type UsersData } from '../../../client/pages/users-page.tsx'
import { AppError } from '../../errors.ts'
import type { User } from '../../store/user-store.ts'
import { changeUser } from '../../users/change-user.ts'
import { findUser } from '../../users/find-user.ts'
import { resetPassword } from '../../users/reset-password.ts'
import { userPatch, type UserPatch } from '../../users/schemas.ts'
import { signInDays } from '../../users/sign-in-days.ts'
import { presentUser } from '../../users/user-view.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { institutionOptions, organisationOptions } from './choices.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { rolesFor } from './office-pages.tsx'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { forgetForOtherLanguage, setFlash, takeDraft } from './page-session.ts'

type Path = UsersData['path']

/** One account: what it is called and may do, its way in, and when it was last used. */
export function userPages(site: Site): Router {
  const { context, auth } = site
  const router = Router()
  for (const path of ['/usuarios', '/equipo'] as const) {
    router.get(`${path}/:userId`, async (req, res) => {
      const user = await findUser(context, actorFor(requireUser(req)), req.params.userId)
      await show(site, req, res, { path, user, values: { ...valuesOf(user), ...takeDraft(req) }, errors: [] })
    })

    router.post(`${path}/:userId`, async (req, res) => {
      const { values } = await readForm(context, req)
      await change(site, req, res, { path, values, patch: () => parse(userPatch, patchIn(req, values)) })
    })

    for (const [act, active] of [
      ['desactivar', false],
      ['activar', true],
    ] as const) {
      router.post(`${path}/:userId/${act}`, async (req, res) => {
        const { values } = await readForm(context, req)
        await change(site, req, res, { path, values, patch: () => ({ active }) })
      })
    }

    router.post(`${path}/:userId/clave`, async (req, res) => {
      const { values } = await readForm(context, req)
      const actor = actorFor(requireUser(req))
      const asked = { userId: String(req.params.userId), version: Number(textOf(values, 'version')) }
      const { user, password } = await resetPassword(context, auth.hasher, actor, asked)
      forgetForOtherLanguage(req)
      // Not a redirect: the password is in no store, so no other page could show it.
      const data = { path, email: user.email, password, isReset: true }
      sendPage(res, <OneTimePasswordPage ctx={await pageContext(site, req)} data={data} />)
    })
  }
  return router
}

interface Change {
  readonly path: Path
  readonly values: SentValues
  readonly patch: () => UserPatch
}

async function change(
  site: Site,
  req: Request,
  res: Response,
  { path, values, patch }: Change,
): Promise<void> {
  const actor = actorFor(requireUser(req))
  const user = await findUser(site.context, actor, String(req.params.userId))
  try {
    const version = Number(textOf(values, 'version'))
    const changed = await changeUser(site.context, actor, { userId: user.id, version, patch: patch() })
    setFlash(req, { tone: 'done', key: 'team.saved', values: { name: changed.name } })
    res.redirect(303, `/${languageOf(req)}${path}/${user.id}`)
  } catch (error) {
    const errors = isStale(error) ? [staleError] : formErrors(error, languageOf(req), 'name')
    if (!errors) throw error
    // What is on record now is shown; the version is today's, so that it can be sent again.
    const typed = { ...valuesOf(user), ...values, version: String(user.version) }
    await show(site, req, res, { path, user, values: typed, errors })
  }
}

const staleError: FieldError = { field: 'name', key: 'error.stale.detail', values: {} }

function isStale(error: unknown): boolean {
  return error instanceof AppError && error.code === 'stale'
}

/** Who manages one side moves nobody to another; nobody changes their own rights. */
function patchIn(req: Request, values: SentValues): Record<string, unknown> {
  const own = requireUser(req)
  const isOwn = own.id === req.params.userId
  const isOfASide = own.organisationId !== null || own.institutionId !== null
  const side = {
    organisationId: textOf(values, 'organisationId') || null,
    institutionId: textOf(values, 'institutionId') || null,
  }
  return {
    name: textOf(values, 'name'),
    language: textOf(values, 'language') || 'es',
    ...(isOwn ? {} : { role: textOf(values, 'role'), ...(isOfASide ? {} : side) }),
  }
}

function valuesOf({ name, role, language, organisationId, institutionId, version }: User): SentValues {
  return {
    ...{ name, role, language, version: String(version) },
    organisationId: organisationId ?? '',
    institutionId: institutionId ?? '',
  }
}

interface Shown {
  readonly path: Path
  readonly user: User
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function show(
  site: Site,
  req: Request,
  res: Response,
  { path, user, values, errors }: Shown,
): Promise<void> {
  const { context } = site
  const own = requireUser(req)
  const isOfASide = own.organisationId !== null || own.institutionId !== null
  const data = {
    path,
    user: presentUser(user),
    side: await sideNameOf(site, user),
    form: formWith(values, errors, randomUUID),
    roles: rolesFor(own),
    organisations: isOfASide ? [] : await organisationOptions(context),
    institutions: isOfASide ? [] : await institutionOptions(context),
    isOwn: own.id === user.id,
    signIns: await signInDays(context, user.id),
  }
  sendPage(res, <UserPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}

async function sideNameOf({ context: { stores } }: Site, { organisationId, institutionId }: User) {
  if (organisationId !== null) return (await stores.organisations.find(organisationId))?.name ?? null
  return institutionId === null ? null : ((await stores.institutions.find(institutionId))?.name ?? null)
}
