import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import { AppError } from '../errors.ts'
import { actorFor, actorOf, requireRole, requireUser } from '../http/actor.ts'
import { etagOf, expectedVersion, setVersion } from '../http/etag.ts'
import { idempotent, newIdFor } from '../http/idempotency.ts'
import { presentPage } from '../http/paging.ts'
import { parse } from '../http/parse.ts'
import { sendFile } from '../http/send-file.ts'
import { addEdition, changeEdition, requireEditor } from './edit-edition.ts'
import type { EditionPrinter } from './edition-printer.ts'
import { presentChallenge, presentEdition, presentReply, presentVerification } from './edition-view.ts'
import { openReply } from './open-reply.ts'
import { publishEdition } from './publish-edition.ts'
import * as schemas from './schemas.ts'
import { listEditions, seeEdition, seeInstitutionPage, seeWords } from './see-editions.ts'
import { challengeFigure, decideChallenge, replyTo } from './speak.ts'
import { verifyFile } from './verify-file.ts'
import { wordsCsv } from './words-csv.ts'

/** /api/v1/editions: what is published is public; the rest is for those who make it and those it is about. */
export function editionRoutes(context: Context, printer: EditionPrinter): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const { cursor, limit } = parse(schemas.editionQuery, req.query)
    res.json(presentPage(await listEditions(context, actorOf(req), { limit, after: cursor }), presentEdition))
  })

  router.get('/verification/:sha256', async (req, res) => {
    const { sha256 } = parse(schemas.digestParams, req.params)
    res.json(presentVerification(await verifyFile(context, sha256)))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = requireRole(req, 'coordinator')
      const input = parse(schemas.newEdition, req.body)
      const edition = await addEdition(context, actor, { id: newIdFor(req), input })
      const headers = { Location: `/api/v1/editions/${edition.id}`, ETag: etagOf(edition.version) }
      return { status: 201, body: presentEdition(edition), headers }
    }),
  )

  router.get('/:id', async (req, res) => {
    const actor = actorOf(req)
    const edition = await seeEdition(context, actor, parse(schemas.editionParams, req.params).id)
    const { replies, challenges } = await seeWords(context, actor, edition)
    setVersion(res, edition.version)
    res.json({
      ...presentEdition(edition),
      replies: replies.map(presentReply),
      challenges: challenges.map(presentChallenge),
    })
  })

  router.put('/:id', async (req, res) => {
    const actor = requireRole(req, 'coordinator')
    const { id } = parse(schemas.editionParams, req.params)
    const input = parse(schemas.newEdition, req.body)
    const edition = await changeEdition(context, actor, { id, version: expectedVersion(req), input })
    setVersion(res, edition.version)
    res.json(presentEdition(edition))
  })

  router.post('/:id/opening', async (req, res) => {
    const actor = requireRole(req, 'coordinator')
    const { id } = parse(schemas.editionParams, req.params)
    const { days } = parse(schemas.opening, req.body)
    const edition = await openReply(context, actor, printer, { id, version: expectedVersion(req), days })
    setVersion(res, edition.version)
    res.json(presentEdition(edition))
  })

  router.post('/:id/publication', async (req, res) => {
    const actor = requireRole(req, 'coordinator')
    const { id } = parse(schemas.editionParams, req.params)
    const { changes } = parse(schemas.publication, req.body)
    const version = expectedVersion(req)
    const edition = await publishEdition(context, actor, printer, { id, version, changes })
    setVersion(res, edition.version)
    res.json(presentEdition(edition))
  })

  router.get('/:id/pages/:institutionId', async (req, res) => {
    const actor = actorFor(requireUser(req))
    res.json(await seeInstitutionPage(context, actor, parse(schemas.institutionParams, req.params)))
  })

  router.post(
    '/:id/replies',
    idempotent(context, async req => {
      const actor = requireRole(req, 'uip_head')
      const { id } = parse(schemas.editionParams, req.params)
      const reply = await replyTo(context, actor, { id, ...parse(schemas.replyBody, req.body) })
      return { status: 201, body: presentReply(reply) }
    }),
  )

  router.post(
    '/:id/challenges',
    idempotent(context, async req => {
      const actor = requireRole(req, 'uip_head')
      const { id: editionId } = parse(schemas.editionParams, req.params)
      const given = { editionId, id: newIdFor(req), ...parse(schemas.challengeBody, req.body) }
      const challenge = await challengeFigure(context, actor, given)
      return { status: 201, body: presentChallenge(challenge), headers: { ETag: etagOf(challenge.version) } }
    }),
  )

  router.post('/:id/challenges/:challengeId/decision', async (req, res) => {
    const actor = requireRole(req, 'coordinator')
    const { challengeId } = parse(schemas.challengeParams, req.params)
    const decision = parse(schemas.decisionBody, req.body)
    const given = { id: challengeId, version: expectedVersion(req), ...decision }
    const challenge = await decideChallenge(context, actor, given)
    setVersion(res, challenge.version)
    res.json(presentChallenge(challenge))
  })

  router.get('/:id/words.csv', async (req, res) => {
    const actor = actorOf(req)
    const edition = await seeEdition(context, actor, parse(schemas.editionParams, req.params).id)
    if (edition.publishedAt === null && !hasPermission(actor, 'readDraftEditions')) requireEditor(actor)
    const text = wordsCsv(await seeWords(context, actor, edition))
    res.attachment(`replica_${edition.code}.csv`).type('text/csv; charset=utf-8').send(text)
  })

  router.get('/:id/files/:sha256', async (req, res) => {
    const { id, sha256 } = parse(schemas.fileParams, req.params)
    const edition = await seeEdition(context, actorOf(req), id)
    const file = edition.files.find(each => each.sha256 === sha256)
    if (!file) throw new AppError('not-found')
    const content = await context.engine.files.open(sha256)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}
