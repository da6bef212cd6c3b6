import type { AddressInfo } from 'node:net'
import express from 'express'
import { serveParent, tellParent } from './server-messages.ts'

/** The limit: Express as it comes, one route, a small JSON document. */
export async function bareServer(): Promise<undefined> {
  const app = express()
  app.get('/', (_req, res) => {
    res.json({ name: 'bare', items: [1, 2, 3] })
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const address: AddressInfo | string | null = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await tellParent({ url: `http://127.0.0.1:${port}/` })
  serveParent(() => process.exit(0))
  return undefined
}
