import express, { Router, type Request } from 'express'
import Joi from 'joi'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import type { Recorded } from '../../store/recorded.ts'
import { jsonBodies } from '../bodies.ts'
import { actorFor, requireUser } from '../actor.ts'
import { etagOf, expectedVersion, setVersion } from '../etag.ts'
import { idempotent, newIdFor } from '../idempotency.ts'
import { languageOf } from '../language.ts'
import { pageKeys, type PageQuery } from '../paging.ts'
import { parse } from '../parse.ts'
import { fieldMessage } from '../problem.ts'
import { exportEntries, importEntries } from './carry-entries.ts'
import { addEntry, annulEntry, correctEntry, requireKeeper, requireReader } from './keep-entry.ts'
import type { Register } from './register.ts'

const reasonField = Joi.string().trim().min(5).max(1000)

const pageQuery = Joi.object<PageQuery>(pageKeys)
const entryParams = Joi.object<{ id: string }>({ id: Joi.string().max(80).required() })
/** Why an entry is annulled or corrected. */
export const reasonBody = Joi.object<{ reason: string }>({ reason: reasonField.required() })
const importQuery = Joi.object<{ dryRun: boolean }>({ dryRun: Joi.boolean().default(false) })

const mostBytes = 2 * 1024 * 1024

/** An entry as the API shows it: who keeps the register is for the record, not for its readers. */
export async function presentEntry<Item extends Recorded, Fields extends object>(
  register: Register<Item, Fields>,
  item: Item,
): Promise<object> {
  const { id, annulled, recordedAt, version } = item
  const corrections = item.corrections.map(({ at, reason, before }) => {
    const earlier: unknown = JSON.parse(before)
    return { at, reason, before: earlier }
  })
  return {
    id,
    ...register.fieldsOf(item),
    ...(await register.extraOf(item)),
    ...{ annulled, corrections, recordedAt, version },
  }
}

/**
 * /api/v1/… of a register: those who coordinate keep it, those who oversee read it. It reads its bodies itself:
 * JSON, and a CSV file at /import.
 */
export function registerRoutes<Item extends Recorded, Fields extends object>(
  context: Context,
  register: Register<Item, Fields>,
): Router {
  const router = Router()
  const correctionBody = register.schema.append<Fields & { reason: string }>({
    reason: reasonField.required(),
  })

  router.post(
    '/import',
    express.raw({ type: 'text/csv', limit: mostBytes, inflate: false }),
    async (req, res) => {
      const actor = keeper(req)
      const { dryRun } = parse(importQuery, req.query)
      if (!Buffer.isBuffer(req.body)) throw new AppError('unsupported-media-type')
      const result = await importEntries(context, actor, register, { bytes: req.body, dryRun })
      const language = languageOf(req)
      const faults = result.faults.map(({ row, column, type, limits }) => ({
        ...{ row, column, code: type },
        message: fieldMessage(type, limits, language),
      }))
      res.status(faults.length > 0 ? 422 : 200).json({ ...result, faults, dryRun })
    },
  )

  router.use(...jsonBodies())

  router.get('/', async (req, res) => {
    reader(req)
    const { cursor, limit } = parse(pageQuery, req.query)
    const { items, next } = await register.store.list({ limit, after: cursor })
    res.json({ items: await Promise.all(items.map(item => presentEntry(register, item))), next })
  })

  router.get('/export.csv', async (req, res) => {
    const text = await exportEntries(reader(req), register)
    res.attachment(`${register.fileName}.csv`).type('text/csv; charset=utf-8').send(text)
  })

  router.get('/:id', async (req, res) => {
    reader(req)
    const item = await register.store.find(parse(entryParams, req.params).id)
    if (!item) throw new AppError('not-found')
    setVersion(res, item.version)
    res.json(await presentEntry(register, item))
  })

  router.post(
    '/',
    idempotent(context, async req => {
      const actor = keeper(req)
      const fields = parse(register.schema, req.body)
      const item = await addEntry(context, actor, register, { id: newIdFor(req), fields })
      const headers = { Location: `/api/v1${register.path}/${item.id}`, ETag: etagOf(item.version) }
      return { status: 201, body: await presentEntry(register, item), headers }
    }),
  )

  router.put('/:id', async (req, res) => {
    const actor = keeper(req)
    const { id } = parse(entryParams, req.params)
    const { reason, ...rest } = parse(correctionBody, req.body)
    const fields = parse(register.schema, rest)
    const item = await correctEntry(context, actor, register, {
      ...{ id, version: expectedVersion(req), fields, reason },
    })
    setVersion(res, item.version)
    res.json(await presentEntry(register, item))
  })

  router.post('/:id/annulment', async (req, res) => {
    const actor = keeper(req)
    const { id } = parse(entryParams, req.params)
    const { reason } = parse(reasonBody, req.body)
    const item = await annulEntry(context, actor, register, { id, version: expectedVersion(req), reason })
    setVersion(res, item.version)
    res.json(await presentEntry(register, item))
  })

  return router
}

function keeper(req: Request) {
  const actor = actorFor(requireUser(req))
  requireKeeper(actor)
  return actor
}

function reader(req: Request) {
  const actor = actorFor(requireUser(req))
  requireReader(actor)
  return actor
}
