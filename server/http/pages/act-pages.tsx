import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { VNode } from 'preact'
import { dayText } from '../../../client/dates.ts'
import type { FieldError } from '../../../client/form-state.ts'
import { formActs, type ActPageData, type FormAct } from '../../../client/pages/acts/act-form.ts'
import { ActCheckPage } from '../../../client/pages/acts/act-check-page.tsx'
import { ActPage } from '../../../client/pages/acts/act-page.tsx'
import { checkedActs } from '../../../client/pages/acts/checked-acts.ts'
import { ResolvePage, type ResolveStep } from '../../../client/pages/acts/resolve-page.tsx'
import { statableFacts } from '../../domain/request/events.ts'
import type { PageContext } from '../../../client/page-context.ts'
import { decide, type AskedAct } from '../../domain/request/decide.ts'
import { AppError } from '../../errors.ts'
import { attachFile } from '../../requests/attach-file.ts'
import { getRequest } from '../../requests/get-request.ts'
import { loadRequest } from '../../requests/load-request.ts'
import { recordAct } from '../../requests/record-act.ts'
import type { RequestView } from '../../requests/request-view.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { readAct } from './act-body.ts'
import { actPageData } from './act-page-data.ts'
import { showStale } from './stale-act.tsx'
import { readForm, textOf, type SentForm, type SentValues } from './form-body.ts'
import { fieldError, formErrors } from './form-faults.ts'
import { fileFault } from './file-faults.ts'
import { once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { pathOf, setFlash, takeDraft } from './page-session.ts'
import { typedFacts } from './typed-facts.ts'

/** One form an act: shown where the law allows the act today, recorded on the version that was on the screen. */
export function actPages(site: Site): Router {
  const { context } = site
  const router = Router()
  const path = '/solicitudes/:requestId/actos/:type'

  router.get(path, async (req, res) => {
    requireUser(req)
    const type = formAct(req.params.type)
    const request = await getRequest(context, actorOf(req), req.params.requestId)
    const draft = takeDraft(req)
    const values = draft ?? {
      occurredOn: typedToday(site),
      evidenceKind: 'archivo',
      days: type === 'clarification_requested' ? '2' : '',
      text: type === 'disputed' ? await replyTo(site, req, request) : '',
    }
    requireAllowed(request, type)
    await show(site, req, res, {
      request,
      type,
      values,
      errors: [],
      step: draft ? resumedAt(draft) : 'resultado',
    })
  })

  router.post(path, async (req, res) => {
    const type = formAct(req.params.type)
    const sent = await readForm(context, req)
    if (!req.user) throw new AppError('sign-in-required', { typed: sent.values })
    const request = await getRequest(context, actorOf(req), req.params.requestId)
    const form: ActForm = { request, type, values: sent.values, errors: [], step: stepOf(sent.values) }
    if (isOnlyAStep(type, sent)) return show(site, req, res, form)
    await submit(site, req, res, { form, refusedFile: sent.refusedFile })
  })

  return router
}

export interface ActForm {
  readonly request: RequestView
  readonly type: FormAct
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  /** Of a decision; other acts have but one. */
  readonly step: ResolveStep
}

function formAct(type: string): FormAct {
  const known = formActs.find(one => one === type)
  if (!known) throw new AppError('not-found')
  return known
}

function requireAllowed({ allowedActions, state }: RequestView, type: FormAct): void {
  if (!allowedActions.some(action => action.type === type))
    throw new AppError('action-not-allowed', { state })
}

/** A dispute of what the organisation stated begins with what it stated. */
async function replyTo(site: Site, req: Request, { testimony }: RequestView): Promise<string> {
  const fact = statableFacts.find(each => each === req.query.sobre)
  const word = testimony.find(each => each.fact === fact)?.organisation
  if (!fact || !word) return ''
  const { t, language } = await pageContext(site, req)
  return t('reply.prefill', { fact: t(`event.${fact}`), day: dayText(language, word.on, 'plain') })
}

function typedToday({ context }: Site): string {
  const [year, month, day] = context.clock.today().split('-')
  return `${day}/${month}/${year}`
}

/** Going back, and seeing where an extension leads, judge nothing. */
function isOnlyAStep(type: FormAct, { values, refusedFile }: SentForm): boolean {
  const step = textOf(values, 'step')
  if (refusedFile) return false
  return (
    step === 'preview' ||
    step === 'editar' ||
    (type === 'resolved' && (step === 'resultado' || step === 'razones'))
  )
}

function stepOf(values: SentValues): ResolveStep {
  const step = textOf(values, 'step')
  if (step === 'resultado' || step === 'razones') return step
  const from = textOf(values, 'from')
  return from === 'razones' || from === 'revisar' ? from : 'resultado'
}

/** What was being written goes on at its own step; a check is not shown unless what it checks was sent. */
function resumedAt(draft: SentValues): ResolveStep {
  return textOf(draft, 'outcome') !== '' && stepOf(draft) !== 'resultado' ? 'razones' : 'resultado'
}

interface Submission {
  readonly form: ActForm
  readonly refusedFile: SentForm['refusedFile']
}

async function submit(
  site: Site,
  req: Request,
  res: Response,
  { form, refusedFile }: Submission,
): Promise<void> {
  const isDecision = form.type === 'resolved'
  if (refusedFile) return show(site, req, res, { ...form, errors: [fileFault(site, req, refusedFile)] })
  if (isDecision && form.step === 'resultado') return afterResult(site, req, res, form)
  try {
    await checkOrRecord(site, req, res, form)
  } catch (error) {
    if (isStale(error)) return showStale(site, req, res, form)
    const errors = formErrors(error, languageOf(req), isDecision ? 'reasoning' : 'occurredOn')
    if (!errors) throw error
    await show(site, req, res, {
      ...form,
      errors,
      step: stepWith(errors, form),
    })
  }
}

function isStale(error: unknown): boolean {
  return error instanceof AppError && error.code === 'stale'
}

async function checkOrRecord(site: Site, req: Request, res: Response, form: ActForm): Promise<void> {
  const reader = { language: languageOf(req), today: site.context.clock.today() }
  const { act, errors } = readAct(form.type, form.values, reader)
  if (act === null) return show(site, req, res, { ...form, errors, step: 'razones' })
  if (isToBeChecked(form)) return check(site, req, res, { form, act })
  res.redirect(303, await record(site, req, { form, act }))
}

/** A decision after its reasons; what else cannot be taken back, when its form asks for it. */
function isToBeChecked({ type, step, values }: ActForm): boolean {
  if (type === 'resolved') return step === 'razones'
  return checkedActs.includes(type) && textOf(values, 'step') === 'revisar'
}

function afterResult(site: Site, req: Request, res: Response, form: ActForm): Promise<void> {
  if (textOf(form.values, 'outcome') !== '') return show(site, req, res, { ...form, step: 'razones' })
  return show(site, req, res, { ...form, errors: [fieldError(languageOf(req), 'outcome', 'invalid.choose')] })
}

/** What the law would refuse is said on the step that asked it, before the check and not after. */
async function check(site: Site, req: Request, res: Response, { form, act }: Act): Promise<void> {
  const { context } = site
  const actor = actorOf(req)
  const { request, law } = await loadRequest(context, actor, form.request.id)
  // Said now, and not once everything has been looked through.
  if (request.version !== Number(textOf(form.values, 'version'))) throw new AppError('stale')
  const decision = decide(request, act, actor, context.clock.today(), law)
  if (!decision.ok) throw new AppError(decision.refusal, { field: decision.field, state: decision.state })
  await show(site, req, res, { ...form, step: 'revisar' })
}

function stepWith(errors: readonly FieldError[], { type, step }: ActForm): ResolveStep {
  if (type !== 'resolved' || step === 'resultado') return 'resultado'
  return errors.some(({ field }) => field === 'outcome') ? 'resultado' : 'razones'
}

interface Act {
  readonly form: ActForm
  readonly act: AskedAct
}

async function record(site: Site, req: Request, { form, act }: Act): Promise<string> {
  const { context } = site
  const actor = actorFor(requireUser(req))
  const { request, values, type } = form
  const sending = {
    userId: actor.userId,
    path: pathOf(req).slice(3),
    key: textOf(values, 'idempotencyKey') || randomUUID(),
  }
  return once(context, { ...sending, values }, async () => {
    const version = await withFile(site, req, form)
    const { reference, id } = await recordAct(context, actor, { requestId: request.id, version, act })
    setFlash(req, {
      tone: 'done',
      key: 'act.done',
      values: { act: (await pageContext(site, req)).t(`event.${type}`), reference },
    })
    return `/${languageOf(req)}/solicitudes/${id}`
  })
}

/** Keeps the file with the request first: an act may rest only on a file that is there. */
async function withFile({ context }: Site, req: Request, { request, values }: ActForm): Promise<number> {
  const version = Number(textOf(values, 'version'))
  const sha256 = textOf(values, 'fileSha256')
  const isThere = request.attachments.some(file => file.sha256 === sha256)
  if (sha256 === '' || isThere) return version
  const content = await context.engine.files.open(sha256)
  const file = { requestId: request.id, version, name: textOf(values, 'fileName'), content }
  return (await attachFile(context, actorOf(req), file)).version
}

async function show(site: Site, req: Request, res: Response, form: ActForm): Promise<void> {
  const ctx = await pageContext(site, req)
  const data: ActPageData = await actPageData(site, req, form)
  sendPage(res, pageOf(ctx, data, form), form.errors.length > 0 ? 422 : 200)
}

function pageOf(ctx: PageContext, data: ActPageData, { type, step }: ActForm): VNode {
  if (type === 'resolved') return <ResolvePage ctx={ctx} data={data} step={step} />
  if (step !== 'revisar') return <ActPage ctx={ctx} data={data} />
  return <ActCheckPage ctx={ctx} data={data} facts={typedFacts(ctx.language, data)} />
}
