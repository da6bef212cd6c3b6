import { Router } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireRole, requireUser } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent } from '../http/idempotency.ts'
import { presentPage } from '../http/paging.ts'
import { parse } from '../http/parse.ts'
import type { Organisation } from '../store/organisation-store.ts'
import { addOrganisation } from './add-organisation.ts'
import { changeOrganisation } from './change-organisation.ts'
import { newOrganisationBody, organisationParams, organisationPatch, organisationQuery } from './schemas.ts'

export type OrganisationView = Omit<Organisation, 'foldedName'>

export function presentOrganisation({ id, name, active, version }: Organisation): OrganisationView {
  return { id, name, active, version }
}

/** /api/v1/organisations: for those who are signed in; kept by those who coordinate and administer. */
export function organisationRoutes(context: Context): Router {
  const router = Router()
  const { organisations } = context.stores

  router.get('/', async (req, res) => {
    requireUser(req)
    const { cursor, limit } = parse(organisationQuery, req.query)
    res.json(presentPage(await organisations.list({ limit, after: cursor }), presentOrganisation))
  })

  router.get('/:organisationId', async (req, res) => {
    requireUser(req)
    const organisation = await organisations.find(parse(organisationParams, req.params).organisationId)
    if (!organisation) throw new AppError('not-found')
    setVersion(res, organisation.version)
    res.json(presentOrganisation(organisation))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = requireRole(req, 'system_admin', 'coordinator')
      const organisation = await addOrganisation(context, actor, parse(newOrganisationBody, req.body))
      const { id, version } = organisation
      const headers = { Location: `/api/v1/organisations/${id}`, ETag: etagOf(version) }
      return { status: 201, body: presentOrganisation(organisation), headers }
    }),
  )

  router.patch('/:organisationId', async (req, res) => {
    const actor = requireRole(req, 'system_admin', 'coordinator')
    const { organisationId } = parse(organisationParams, req.params)
    const patch = parse(organisationPatch, req.body)
    const change = { organisationId, version: expectedVersion(req), patch }
    const organisation = await changeOrganisation(context, actor, change)
    setVersion(res, organisation.version)
    res.json(presentOrganisation(organisation))
  })

  return router
}
