import { Router, type ErrorRequestHandler, type Request } from 'express'
import { assetBase, assetFolder } from '../../../client/assets.ts'
import { ErrorPage } from '../../../client/pages/error-page.tsx'
import { renderPage } from '../../../client/render.tsx'
import type { ClientPart } from '../../app.ts'
import type { Auth } from '../../auth/auth.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { languageOf } from '../language.ts'
import { problemOf } from '../problem.ts'
import { isSafe } from '../same-origin.ts'
import { saveBeforeRedirect } from '../save-before-redirect.ts'
import { serviceWorker } from '../service-worker.ts'
import { accountPages } from './account-pages.tsx'
import { actPages } from './act-pages.tsx'
import { administrationPages } from './administration-pages.tsx'
import { annualReportPages } from './annual-report-pages.tsx'
import { activityPages } from './activity-pages.tsx'
import { editionPages } from './edition-pages.tsx'
import { publicEditionPages } from './public-edition-pages.tsx'
import { editionReplyPages } from './edition-reply-pages.tsx'
import { verifyPages } from './verify-pages.tsx'
import { caseworkPages } from './casework-pages.tsx'
import { calculatorPages } from './calculator-pages.tsx'
import { closurePages } from './closure-pages.tsx'
import { dashboardPages } from './dashboard-pages.tsx'
import { inboxPages } from './inbox-pages.tsx'
import { institutionPages } from './institution-pages.tsx'
import { noticePages } from './notice-pages.tsx'
import { officePages } from './office-pages.tsx'
import { organisationPages } from './organisation-pages.ts'
import { officeFormPages } from './office-form-pages.tsx'
import { oversightPages } from './oversight-pages.tsx'
import { languagePages } from './language-pages.ts'
import { pageContext, type Site } from './page-of.ts'
import { formPathOf } from './page-session.ts'
import { publicPages } from './public-pages.tsx'
import { recoveryPages } from './recovery-pages.tsx'
import { reportJobPages } from './report-job-pages.tsx'
import { reportPages } from './report-pages.tsx'
import { recommendationPages } from './recommendation-pages.tsx'
import { requestPages } from './request-pages.tsx'
import { sendAgainPage } from './send-again.tsx'
import { secondFactorPages } from './second-factor-pages.tsx'
import { signInAgain, signInPages } from './sign-in-pages.tsx'
import { uploadPages } from './upload-pages.ts'
import { unitInboxPages } from './unit-inbox-pages.tsx'

/** The pages below /es and /en, their built files, and the page for whatever fails. `demo`: invented data. */
export function clientPart(context: Context, auth: Auth, given: Omit<Site, 'context' | 'auth'>): ClientPart {
  const site: Site = { context, auth, ...given }
  const router = Router()
  router.get('/sw.js', serviceWorker(context.config))
  router.get('/', (req, res) => res.redirect(302, `/${languageOf(req)}`))
  router.use(['/es', '/en'], pagesOf(site))
  return {
    router,
    assets: { base: assetBase.replace(/\/$/, ''), folder: assetFolder },
    renderErrorPage: (req, error) => errorPage(site, req, error),
  }
}

function pagesOf(site: Site): Router {
  const router = Router()
  router.use(saveBeforeRedirect)
  router.use(uploadPages(site), signInPages(site), organisationPages(site), inboxPages(site))
  router.use(
    accountPages(site),
    recoveryPages(site),
    secondFactorPages(site),
    administrationPages(site),
    officeFormPages(site),
  )
  router.use(unitInboxPages(site), annualReportPages(site), caseworkPages(site), oversightPages(site))
  router.use(calculatorPages(site), languagePages(site))
  // Before the page of one request, whose address would take theirs.
  router.use(actPages(site), requestPages(site))
  router.use(
    closurePages(site),
    reportPages(site),
    reportJobPages(site),
    noticePages(site),
    officePages(site),
  )
  router.use(dashboardPages(site), institutionPages(site), publicPages(site))
  // A code of an edition before the ids of editions: what is no code is passed on.
  router.use(publicEditionPages(site))
  router.use(activityPages(site), editionPages(site), editionReplyPages(site), verifyPages(site))
  router.use(recommendationPages(site))
  return router.use(askToSignIn(site))
}

/** A page for people with an account leads to signing in, and from there back; nothing typed is lost. */
function askToSignIn(site: Site): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (!(error instanceof AppError) || error.code !== 'sign-in-required') return next(error)
    if (isSafe(req)) {
      return res.redirect(302, `/${languageOf(req)}/entrar?next=${encodeURIComponent(req.originalUrl)}`)
    }
    const typed: unknown = error.details.typed ?? req.body
    const page = typeof error.details.page === 'string' ? error.details.page : formPathOf(req)
    return signInAgain(site, req, res, { typed: typedIn(typed), next: page }).catch(next)
  }
}

function typedIn(body: unknown): Readonly<Record<string, string | readonly string[]>> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => typeof value === 'string' || Array.isArray(value)),
  )
}

async function errorPage(site: Site, req: Request, error: AppError): Promise<string> {
  const again =
    error.code === 'csrf-token-wrong'
      ? await sendAgainPage(site, req, typedIn(error.details.typed ?? req.body))
      : null
  if (again !== null) return again
  const ctx = await pageContext(site, req)
  const { title, detail, status } = problemOf(error, { language: ctx.language, instance: '' })
  const mustChange = error.code === 'password-change-required'
  // An address without a language has no other-language twin to switch to.
  const path = /^\/(es|en)(\/|$|\?)/.test(req.originalUrl) ? ctx.path : ''
  const data = { title, detail, status, mustChange, minutes: minutesOf(error) }
  return renderPage(<ErrorPage ctx={{ ...ctx, path }} data={data} />)
}

function minutesOf({ details: { retryAfterSeconds } }: AppError): number | null {
  return typeof retryAfterSeconds === 'number' ? Math.ceil(retryAfterSeconds / 60) : null
}
