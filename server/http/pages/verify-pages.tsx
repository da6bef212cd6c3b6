import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { AcknowledgePage } from '../../../client/pages/activities/acknowledge-page.tsx'
import { VerifyPage } from '../../../client/pages/editions/verify-page.tsx'
import { acknowledge, answer } from '../../dissemination/acknowledge.ts'
import { acknowledgementView } from '../../dissemination/acknowledgement-view.ts'
import { entryOfToken } from '../../dissemination/link.ts'
import { answerBody } from '../../dissemination/schemas.ts'
import { presentVerification } from '../../editions/edition-view.ts'
import { verifyFile } from '../../editions/verify-file.ts'
import type { Dissemination } from '../../store/dissemination-store.ts'
import { createAddressLimit } from '../address-limit.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formWith } from './form-faults.ts'
import { isSwitch } from './language-pages.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { labelledErrors } from './register-faults.ts'
import { queryOf } from './request-pages.tsx'
import { sentHash } from './sent-hash.ts'

/** For whoever holds a file or a link, without an account. */
export function verifyPages(site: Site): Router {
  const router = Router()
  router.get('/informe/verificar', async (req, res) => {
    const typed = typeof req.query.sha256 === 'string' ? req.query.sha256 : null
    const sha256 = typed?.replaceAll(/\s/g, '').toLowerCase() ?? null
    const values = typed === null ? {} : { sha256: typed }
    if (sha256 === null || /^[0-9a-f]{64}$/.test(sha256))
      return showVerdict(site, req, res, { sha256, values })
    if (isSwitch(queryOf(req))) return showVerdict(site, req, res, { sha256: null, values })
    const errors = [fieldError(languageOf(req), 'sha256', 'verify.wrong')]
    await showVerdict(site, req, res, { sha256: null, values, errors })
  })

  const limit = createAddressLimit(site.context, { name: 'verify', points: 20, minutes: 15 })
  router.post('/informe/verificar', async (req, res) => {
    const seconds = await limit.consume(req.ip ?? '')
    if (seconds !== null) return tooMany(site, req, res, seconds)
    const sha256 = await sentHash(req)
    if (sha256 !== null) return res.redirect(303, `/${languageOf(req)}/informe/verificar?sha256=${sha256}`)
    const errors = [fieldError(languageOf(req), 'file', 'verify.noFile')]
    await showVerdict(site, req, res, { sha256, values: {}, errors })
  })

  return router.use(acknowledgePages(site))
}

/** How long to wait, on the page that also takes a hash, which costs no upload. */
async function tooMany(site: Site, req: Request, res: Response, seconds: number): Promise<void> {
  // What is left of the file must still be read, or the browser never sees the answer.
  req.resume()
  res.set('Retry-After', String(seconds))
  const errors = [fieldError(languageOf(req), 'file', 'verify.limited', { minutes: Math.ceil(seconds / 60) })]
  await showVerdict(site, req, res, { sha256: null, values: {}, errors, status: 429 })
}

interface Asked {
  readonly sha256: string | null
  readonly values: SentValues
  readonly errors?: readonly FieldError[]
  readonly status?: number
}

async function showVerdict(
  site: Site,
  req: Request,
  res: Response,
  { sha256, values, errors = [], status = errors.length > 0 ? 422 : 200 }: Asked,
): Promise<void> {
  const result = sha256 && { ...presentVerification(await verifyFile(site.context, sha256)), sha256 }
  const data = { form: formWith(values, errors, randomUUID), result: result || null }
  sendPage(res, <VerifyPage ctx={await pageContext(site, req)} data={data} />, status)
}

function acknowledgePages(site: Site): Router {
  const { context } = site
  const router = Router()
  const tokenOf = (req: Request) => String(req.params.token)

  router.get('/acuse/:token', async (req, res) => {
    const item = await entryOfToken(context, tokenOf(req))
    await show(site, req, res, { item, values: takeDraft(req) ?? {}, errors: [] })
  })

  router.post('/acuse/:token', async (req, res) => {
    await acknowledge(context, tokenOf(req))
    res.redirect(303, `/${languageOf(req)}/acuse/${tokenOf(req)}`)
  })

  router.post('/acuse/:token/responder', async (req, res) => {
    const { values } = await readForm(context, req)
    if (isSwitch(values)) {
      const item = await entryOfToken(context, tokenOf(req))
      return show(site, req, res, { item, values, errors: [] })
    }
    try {
      await answer(context, tokenOf(req), parse(answerBody, { text: textOf(values, 'text') }).text)
    } catch (error) {
      const isEmpty = () => textOf(values, 'text') === ''
      const errors = labelledErrors(error, languageOf(req), { text: 'acknowledge.answer' }, isEmpty)
      if (!errors) throw error
      return show(site, req, res, { item: await entryOfToken(context, tokenOf(req)), values, errors })
    }
    setFlash(req, { tone: 'done', key: 'acknowledge.answered', values: {} })
    res.redirect(303, `/${languageOf(req)}/acuse/${tokenOf(req)}`)
  })

  return router
}

interface Shown {
  readonly item: Dissemination
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function show(site: Site, req: Request, res: Response, { item, values, errors }: Shown): Promise<void> {
  const delivery = await acknowledgementView(site.context, item)
  const form = formWith(values, errors, randomUUID)
  const data = { token: String(req.params.token), delivery, form }
  const page = <AcknowledgePage ctx={await pageContext(site, req)} data={data} />
  sendPage(res, page, errors.length > 0 ? 422 : 200)
}
