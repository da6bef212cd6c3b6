import { existsSync } from 'node:fs'
import compression from 'compression'
import express, { Router, type Express, type RequestHandler } from 'express'
import sirv from 'sirv'
import type { Auth } from './auth/auth.ts'
import type { Context } from './context.ts'
import { AppError } from './errors.ts'
import { formBodies, jsonBodies } from './http/bodies.ts'
import { csrfField, csrfHeader } from './http/csrf.ts'
import { errorHandler } from './http/error-handler.ts'
import type { RenderErrorPage } from './http/error-page.ts'
import { health } from './http/health.ts'
import { defaultLanguageSetting } from './http/language.ts'
import { passwordGate } from './http/password-gate.ts'
import { requestLog } from './http/request-log.ts'
import { sameOriginOnly } from './http/same-origin.ts'
import { securityHeaders } from './http/security-headers.ts'

/** What the features bring. Made by `partsOf`. */
export interface AppParts {
  readonly api: readonly ApiPart[]
  /** The pages, or null for an API alone. */
  readonly client: ClientPart | null
  /** When the last breach scan ended; null where none ever did. */
  lastScanAt(): Promise<Date | null>
  /** Ends the work that goes on after an answer; before the store is closed. */
  close(): Promise<void>
}

export interface ApiPart {
  /** Below /api/v1, such as '/requests'. */
  readonly path: string
  readonly router: Router
  /** 'own' where the router reads its bodies itself (uploads); else they are JSON. */
  readonly bodies?: 'own'
}

export interface ClientPart {
  /** Serves /es/… and /en/… . Forms are parsed and their `_csrf` is checked before it. */
  readonly router: Router
  readonly assets: { readonly base: string; readonly folder: string }
  readonly renderErrorPage: RenderErrorPage | null
}

/** The whole of what HTTP can reach, in the order in which a request passes it. */
export function createApp(context: Context, auth: Auth, parts: AppParts): Express {
  const { config } = context
  const app = express()
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple')
  app.set('trust proxy', config.trustedProxies).set(defaultLanguageSetting, config.defaultLanguage)
  app.use(requestLog(context))
  app.use(securityHeaders({ https: config.publicUrl.startsWith('https:') }))
  app.get('/health', health(context, parts.lastScanAt))
  if (parts.client) app.use(parts.client.assets.base, assets(parts.client.assets.folder))
  app.use(compression())
  app.use(...auth.middleware)
  app.use(sameOriginOnly(config))
  app.use('/api/v1', apiRouter(parts.api))
  if (parts.client) app.use(pagesRouter(parts.client))
  app.use(notFound)
  app.use(errorHandler(context, parts.client?.renderErrorPage ?? null))
  return app
}

function apiRouter(parts: readonly ApiPart[]): Router {
  const router = Router()
  router.use(privately, csrfHeader, passwordGate({ open: /^\/session(\/|$)/ }))
  for (const part of parts) if (part.bodies === 'own') router.use(part.path, part.router)
  router.use(...jsonBodies())
  for (const part of parts) if (part.bodies !== 'own') router.use(part.path, part.router)
  router.get('/', (_req, res) => {
    const resources = [...new Set(parts.map(({ path }) => `/api/v1${path}`))]
    res.json({ name: 'Vigía', version: 'v1', resources })
  })
  return router.use(notFound)
}

function pagesRouter({ router }: ClientPart): Router {
  const pages = Router()
  return pages.use(
    ...formBodies(),
    csrfField,
    passwordGate({ open: /^\/(es|en)\/(cuenta|salir|idioma)(\/|$)/ }),
    router,
  )
}

/** Built files carry a hash in their names and may be kept for ever. Without a build, there are none. */
function assets(folder: string): RequestHandler {
  if (!existsSync(folder)) return (_req, _res, next) => next()
  return sirv(folder, { immutable: true, maxAge: 31_536_000, brotli: true, gzip: true, etag: true })
}

const privately: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'private, no-store')
  next()
}

const notFound: RequestHandler = () => {
  throw new AppError('not-found')
}
