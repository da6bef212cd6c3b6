import { Router, type Request } from 'express'
import type { Auth } from '../auth/auth.ts'
import type { Context } from '../context.ts'
import { requireUser, userOf } from '../http/actor.ts'
import { csrfTokenOf } from '../http/csrf.ts'
import { parse } from '../http/parse.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { credentials, passwordChange } from './schemas.ts'
import { presentUser } from './user-view.ts'

/** /api/v1/session: who is signed in, signing in and out, one's own password. */
export function sessionRoutes(context: Context, auth: Auth): Router {
  const router = Router()

  router.get('/', (req, res) => {
    res.json(presentSession(req))
  })

  router.post('/', async (req, res) => {
    req.body = parse(credentials, req.body)
    await auth.signIn(req, res)
    res.json(presentSession(req))
  })

  router.delete('/', async (req, res) => {
    await auth.signOut(req)
    res.sendStatus(204)
  })

  router.put('/password', async (req, res) => {
    const user = requireUser(req)
    const change = parse(passwordChange, req.body)
    await auth.renew(req, await changeOwnPassword(context, auth.hasher, user, change))
    res.json(presentSession(req))
  })

  return router
}

function presentSession(req: Request) {
  const user = userOf(req)
  return { user: user && presentUser(user), csrfToken: user ? csrfTokenOf(req) : null }
}
