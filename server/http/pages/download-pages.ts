import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import { translator } from '../../i18n/translate.ts'
import { asCsv, asJson, everyPage } from '../../requests/export-requests.ts'
import { readAddress } from '../../requests/list-address.ts'
import { actorOf } from '../actor.ts'
import { languageOf } from '../language.ts'
import type { Site } from './page-of.ts'

/** The list as it is filtered, as a file: the same address, the same rows, the same permission. */
export function downloadPages({ context }: Site): Router {
  const router = Router()

  router.get('/solicitudes/lista.csv', async (req, res) => {
    await send(res, 'csv', asCsv(rows(req), translator(languageOf(req))))
  })

  router.get('/solicitudes/lista.json', async (req, res) => {
    await send(res, 'json', asJson(rows(req)))
  })

  function rows(req: Request) {
    const { input } = readAddress(addressOf(req), context.clock.today())
    return everyPage(context, actorOf(req), input)
  }

  function send(res: Response, kind: 'csv' | 'json', text: AsyncIterable<string>): Promise<void> {
    const type = kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
    res.set('Cache-Control', 'private, no-store')
    res.attachment(`solicitudes_${context.clock.today()}.${kind}`).type(type)
    return pipeline(Readable.from(text), res)
  }

  return router
}

export function addressOf(req: Request): URLSearchParams {
  const start = req.originalUrl.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : req.originalUrl.slice(start + 1))
}
