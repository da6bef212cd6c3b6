import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetBase, assetFolder } from '../../client/assets.ts'
import { allStories } from '../client/stories/all.tsx'

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
}

/** The content policy that the server sends: what a story needs beyond it is a fault of the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export interface StoryServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves each story under its name and the built assets under theirs. */
export async function serveStories(): Promise<StoryServer> {
  const pages = new Map(allStories().map(({ name, html }) => [`/${name}`, html]))
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname
    if (path.startsWith(assetBase)) {
      const file = path.slice(assetBase.length)
      res.setHeader('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
      return res.end(readFileSync(join(assetFolder, file)))
    }
    const page = pages.get(path)
    res.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
    })
    return res.end(page ?? '')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
