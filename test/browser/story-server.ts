import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { assetBase, assetFolder } from '../../client/assets.ts'
import { securityHeaders } from '../../server/http/security-headers.ts'
import { allStories } from '../client/stories/all.tsx'

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

export interface StoryServer {
  readonly url: string
  close(): Promise<void>
}

/** The least that a page can be: what another page's first paint is measured against. */
export const barePage = 'bare'

const bare =
  '<!doctype html><html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>.</title></head><body><p>Una línea de texto para medir.</p></body></html>'

/**
 * Serves each story under its name and the built assets under theirs, as the server does: with its headers, so
 * that what a story needs beyond them is a fault of the page, and compressed as it compresses.
 */
export async function serveStories(): Promise<StoryServer> {
  const pages = new Map(allStories().map(({ name, html }) => [`/${name}`, html]))
  pages.set(`/${barePage}`, bare)
  const headers = securityHeaders({ https: false })
  const server = createServer((req, res) => {
    // Helmet asks of a response what Node's own has.
    Reflect.apply(headers, null, [req, res, () => void answer(req, res, pages)])
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  pages: ReadonlyMap<string, string>,
): Promise<void> {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname
  if (path.startsWith(assetBase)) return sendAsset(res, path.slice(assetBase.length))
  const page = pages.get(path)
  res.writeHead(page === undefined ? 404 : 200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Encoding': 'br',
    'Cache-Control': 'private, no-store',
  })
  res.end(await compressed(page ?? ''))
}

function sendAsset(res: ServerResponse, file: string): void {
  const path = join(assetFolder, `${file}.br`)
  if (!existsSync(path)) {
    res.writeHead(404).end()
    return
  }
  res.writeHead(200, {
    'Content-Type': types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    'Content-Encoding': 'br',
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
  res.end(readFileSync(path))
}

/** At the quality that the server's `compression` uses by default. */
function compressed(text: string): Promise<Buffer> {
  return promisify(brotliCompress)(Buffer.from(text), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
