import { Router } from 'express'
import type { Auth } from '../auth/auth.ts'
import type { Context } from '../context.ts'
import { actorOf } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { presentPage } from '../http/paging.ts'
import { parse } from '../http/parse.ts'
import { addUser } from './add-user.ts'
import { changeUser } from './change-user.ts'
import { findUser } from './find-user.ts'
import { resetPassword } from './reset-password.ts'
import { newUser, userParams, userPatch, userQuery } from './schemas.ts'
import { userScopeOf } from './user-permissions.ts'
import { presentUser } from './user-view.ts'

/** /api/v1/users: for those who manage accounts. */
export function userRoutes(context: Context, { hasher }: Pick<Auth, 'hasher'>): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const scope = userScopeOf(actorOf(req))
    const { cursor, limit } = parse(userQuery, req.query)
    res.json(presentPage(await context.stores.users.list(scope, { limit, after: cursor }), presentUser))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = actorOf(req)
      // Before the body is looked at: its faults are nobody else's business.
      userScopeOf(actor)
      const input = parse(newUser, req.body)
      const { user, password } = await addUser(context, hasher, actor, { id: newIdFor(req), input })
      const headers = { Location: `/api/v1/users/${user.id}`, ETag: etagOf(user.version) }
      return { status: 201, body: presentUser(user), headers, once: { oneTimePassword: password } }
    }),
  )

  router.get('/:userId', async (req, res) => {
    const actor = actorOf(req)
    const user = await findUser(context, actor, parse(userParams, req.params).userId)
    setVersion(res, user.version)
    res.json(presentUser(user))
  })

  router.patch('/:userId', async (req, res) => {
    const actor = actorOf(req)
    const { id: userId } = await findUser(context, actor, parse(userParams, req.params).userId)
    const patch = parse(userPatch, req.body)
    const user = await changeUser(context, actor, { userId, version: expectedVersion(req), patch })
    setVersion(res, user.version)
    res.json(presentUser(user))
  })

  router.post('/:userId/password', async (req, res) => {
    const actor = actorOf(req)
    const { id: userId } = await findUser(context, actor, parse(userParams, req.params).userId)
    const { user, password } = await resetPassword(context, hasher, actor, {
      userId,
      version: expectedVersion(req),
    })
    setVersion(res, user.version)
    res.json({ ...presentUser(user), oneTimePassword: password })
  })

  return router
}
