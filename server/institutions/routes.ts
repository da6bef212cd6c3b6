import { Router } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireRole } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent } from '../http/idempotency.ts'
import { presentPage } from '../http/paging.ts'
import { parse } from '../http/parse.ts'
import { shownMoves } from '../recounts/tell-moves.ts'
import { addInstitution } from './add-institution.ts'
import { changeInstitution, previewInstitution } from './change-institution.ts'
import { institutionParams, institutionPatch, institutionQuery, newInstitution } from './schemas.ts'

/** /api/v1/institutions: the register is public; those who coordinate and administer keep it. */
export function institutionRoutes(context: Context): Router {
  const router = Router()
  const { institutions } = context.stores

  router.get('/', async (req, res) => {
    const { cursor, limit } = parse(institutionQuery, req.query)
    res.json(presentPage(await institutions.list({ limit, after: cursor }), institution => institution))
  })

  router.get('/:institutionId', async (req, res) => {
    const institution = await institutions.find(parse(institutionParams, req.params).institutionId)
    if (!institution) throw new AppError('not-found')
    setVersion(res, institution.version)
    res.json(institution)
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = requireRole(req, 'system_admin', 'coordinator')
      const institution = await addInstitution(context, actor, parse(newInstitution, req.body))
      const headers = {
        Location: `/api/v1/institutions/${institution.id}`,
        ETag: etagOf(institution.version),
      }
      return { status: 201, body: institution, headers }
    }),
  )

  router.patch('/:institutionId', async (req, res) => {
    const actor = requireRole(req, 'system_admin', 'coordinator')
    const { institutionId } = parse(institutionParams, req.params)
    const patch = parse(institutionPatch, req.body)
    const change = { institutionId, version: expectedVersion(req), patch }
    const { institution, recount } = await changeInstitution(context, actor, change)
    setVersion(res, institution.version)
    res.json({ ...institution, recount: recount && { ...recount, ...shownMoves(recount) } })
  })

  router.post('/:institutionId/preview', async (req, res) => {
    const actor = requireRole(req, 'system_admin', 'coordinator')
    const { institutionId } = parse(institutionParams, req.params)
    const patch = parse(institutionPatch, req.body)
    const foreseen = await previewInstitution(context, actor, { institutionId, patch })
    res.json({ ...foreseen, ...shownMoves(foreseen) })
  })

  return router
}
