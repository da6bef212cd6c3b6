import { Router } from 'express'
import { PublicHomePage } from '../../../client/pages/home-page.tsx'
import type { Role } from '../../domain/request/events.ts'
import { userOf } from '../actor.ts'
import { languageOf } from '../language.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'

/** Where each begins the day. */
const startOf: Readonly<Record<Role, string>> = {
  organisation_member: '/inicio',
  organisation_admin: '/inicio',
  uip_officer: '/bandeja',
  uip_head: '/bandeja',
  regulator: '/panel',
  coordinator: '/panel',
  system_admin: '/usuarios',
  system: '/solicitudes',
  public: '/solicitudes',
}

export function inboxPages(site: Site): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const user = userOf(req)
    if (user) return res.redirect(302, `/${languageOf(req)}${startOf[user.role]}`)
    return sendPage(res, <PublicHomePage ctx={await pageContext(site, req)} />)
  })

  return router
}
