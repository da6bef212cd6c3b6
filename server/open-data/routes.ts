import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import Joi from 'joi'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { userOf } from '../http/actor.ts'
import { parse } from '../http/parse.ts'
import { datasetNames, datasetOf } from './datasets.ts'
import { materialOf } from './material.ts'
import { mostMinutesOld, type OpenData } from './open-data.ts'
import { snapshotRoutes } from './snapshot-routes.ts'
import { csvOf, dictionaryOf, jsonOf, licence } from './write-dataset.ts'

interface FileQuery {
  readonly limit: number | null
}

const fileQuery = Joi.object<FileQuery>({
  limit: Joi.number().integer().min(1).max(1_000_000).empty('').default(null),
})

/**
 * /api/v1/open-data: what is published, for anyone: the datasets, their dictionary, and each as CSV or JSON.
 * A file tells the same record as the pages, which is at most `mostMinutesOld` minutes old.
 */
export function openDataRoutes(
  context: Pick<Context, 'stores' | 'engine' | 'calendars' | 'log'>,
  openData: OpenData,
): Router {
  const router = Router()
  router.use('/snapshots', snapshotRoutes(context))

  router.get('/', async (req, res) => {
    const material = await materialOf(context, openData)
    const { asOf, takenAt } = material.record
    const datasets = datasetNames.map(name => {
      const { columns, count } = datasetOf(name, material)
      const formats = ['csv', 'json'].map(format => `/api/v1/open-data/${name}.${format}`)
      return { name, count, columns, formats }
    })
    mayBeKept(req, res)
    res.json({ licence, asOf, takenAt, mostMinutesOld, datasets })
  })

  router.get('/diccionario.csv', async (req, res) => {
    const material = await materialOf(context, openData)
    const datasets = datasetNames.map(name => datasetOf(name, material))
    mayBeKept(req, res)
    res.attachment('diccionario.csv').type('text/csv; charset=utf-8')
    await pipeline(Readable.from(dictionaryOf(datasets)), res)
  })

  router.get('/:file', async (req, res) => {
    const { limit } = parse(fileQuery, req.query)
    const [, asked = '', format = ''] = /^([a-z-]+)\.(csv|json)$/.exec(req.params.file) ?? []
    const name = datasetNames.find(one => one === asked)
    if (!name) throw new AppError('not-found')
    const material = await materialOf(context, openData)
    const { record } = material
    const written = { dataset: datasetOf(name, material), record, limit }
    mayBeKept(req, res)
    res.attachment(`${name}_${record.asOf}.${format}`)
    res.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json')
    await pipeline(Readable.from(format === 'csv' ? csvOf(written) : jsonOf(written)), res)
  })

  return router
}

/** The same for everyone; but a reply to somebody signed in may carry a cookie, and is kept by nobody. */
function mayBeKept(req: Request, res: Response): void {
  if (userOf(req)) return
  res.vary('Cookie')
  res.set('Cache-Control', 'public, max-age=60')
}
