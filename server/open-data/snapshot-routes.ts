import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { userOf } from '../http/actor.ts'
import { presentSnapshot } from './present-snapshot.ts'
import { licence } from './write-dataset.ts'

/** /api/v1/open-data/snapshots: the open data of a day of each month, for whoever cites them. */
export function snapshotRoutes({ stores, engine }: Pick<Context, 'stores' | 'engine'>): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    mayBeKept(req, res, 60)
    res.json({ licence, snapshots: (await stores.snapshots.list()).map(presentSnapshot) })
  })

  router.get('/:month/:file', async (req, res) => {
    const snapshot = await stores.snapshots.find(req.params.month)
    const file = snapshot?.files.find(({ name }) => `${name}.csv` === req.params.file)
    if (!snapshot || !file) throw new AppError('not-found')
    const content = await engine.files.open(file.sha256)
    // It never changes: whoever has it need not ask again (RFC 9110, 8.8.3).
    mayBeKept(req, res, 31_536_000)
    res.set({ ETag: `"${file.sha256}"`, 'Content-Length': String(file.size) })
    res.attachment(`${file.name}_${snapshot.asOf}.csv`).type('text/csv; charset=utf-8')
    await pipeline(content, res)
  })

  return router
}

/** The same for everyone; but a reply to somebody signed in may carry a cookie, and is kept by nobody. */
function mayBeKept(req: Request, res: Response, seconds: number): void {
  if (userOf(req)) return
  res.vary('Cookie')
  res.set('Cache-Control', `public, max-age=${seconds}`)
}
