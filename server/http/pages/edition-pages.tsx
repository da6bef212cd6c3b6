import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { EditionFormPage } from '../../../client/pages/editions/edition-form-page.tsx'
import { EditionPage } from '../../../client/pages/editions/edition-page.tsx'
import { changeRows } from '../../../client/pages/editions/edition-steps.tsx'
import { EditionsPage } from '../../../client/pages/editions/editions-page.tsx'
import type { Option } from '../../../client/parts/fields.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { addEdition, changeEdition, foundEdition, requireEditor } from '../../editions/edit-edition.ts'
import { presentChallenge, presentEdition, presentReply } from '../../editions/edition-view.ts'
import { openReply } from '../../editions/open-reply.ts'
import { publishEdition } from '../../editions/publish-edition.ts'
import { decisionBody, newEdition, opening, publication } from '../../editions/schemas.ts'
import { editionsToReply, listEditions, seeEdition, seeWords } from '../../editions/see-editions.ts'
import { decideChallenge } from '../../editions/speak.ts'
import { wordsCsv } from '../../editions/words-csv.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import type { Edition } from '../../store/edition-store.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { numberIn } from '../register/csv-cells.ts'
import { sendFile } from '../send-file.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { sendPublicPage } from './public-page.ts'
import { labelledErrors } from './register-faults.ts'
import { typedDay } from './typed-day.ts'

const onPage = 25

/** The editions of the report: for anyone what is published, for those who make them each step. */
export function editionPages(site: Site): Router {
  const { context, printer } = site
  const router = Router()

  router.get('/informes', async (req, res) => {
    const actor = actorOf(req)
    const after = typeof req.query.cursor === 'string' ? req.query.cursor : null
    const { items, next } = await listEditions(context, actor, { limit: onPage, after })
    const data = {
      ...{ editions: items.map(presentEdition), nextCursor: next },
      mayEdit: hasPermission(actor, 'manageEditions'),
      toReply: await waitingFor(site, actor),
    }
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, <EditionsPage ctx={ctx} data={data} />)
  })

  router.get('/informes/nueva', async (req, res) => {
    editor(req)
    const corrects =
      typeof req.query.corrige === 'string' ? await context.stores.editions.find(req.query.corrige) : null
    const values = takeDraft(req) ?? (corrects ? formValues(corrects, corrects.id) : {})
    await showForm(site, req, res, { values, errors: [], id: null })
  })

  router.post('/informes/nueva', async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = editor(req, values)
    const sending = {
      userId: actor.userId,
      path: '/informes/nueva',
      key: textOf(values, 'idempotencyKey') || randomUUID(),
    }
    try {
      const location = await once(context, { ...sending, values }, async () => {
        const input = parse(newEdition, bodyOf(site, values))
        const edition = await addEdition(context, actor, { id: idOf(sending), input })
        setFlash(req, { tone: 'done', key: 'editions.added', values: { code: edition.code } })
        return `/${languageOf(req)}/informes/${edition.id}`
      })
      res.redirect(303, location)
    } catch (error) {
      await showForm(site, req, res, { values, errors: wrongIn(error, req, values, 'to'), id: null })
    }
  })

  router.get('/informes/:id', async (req, res) => {
    const edition = await seeEdition(context, actorOf(req), String(req.params.id))
    await showEdition(site, req, res, { edition, values: { days: '10', ...takeDraft(req) }, errors: [] })
  })

  router.get('/informes/:id/editar', async (req, res) => {
    editor(req)
    const edition = await foundEdition(context, String(req.params.id))
    if (edition.state !== 'draft') throw new AppError('edition-not-in-that-state')
    const values = { ...formValues(edition, edition.supersedes), version: String(edition.version) }
    await showForm(site, req, res, { values: takeDraft(req) ?? values, errors: [], id: edition.id })
  })

  router.post('/informes/:id/editar', async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = editor(req, values)
    const id = String(req.params.id)
    try {
      const input = parse(newEdition, bodyOf(site, values))
      const edition = await changeEdition(context, actor, { id, version: versionIn(values), input })
      setFlash(req, { tone: 'done', key: 'editions.added', values: { code: edition.code } })
    } catch (error) {
      return showForm(site, req, res, { values, errors: wrongIn(error, req, values, 'to'), id })
    }
    res.redirect(303, `/${languageOf(req)}/informes/${id}`)
  })

  router.post('/informes/:id/abrir', (req, res) =>
    step(site, req, res, 'days', async (actor, id, values) => {
      const { days } = parse(opening, { days: numberIn(textOf(values, 'days')) })
      const { invitations } = await openReply(context, actor, printer, {
        id,
        version: versionIn(values),
        days,
      })
      return { key: 'editions.opened', values: { count: invitations.length } }
    }),
  )

  router.post('/informes/:id/publicar', (req, res) =>
    step(site, req, res, 'what1', async (actor, id, values) => {
      const { changes } = parse(publication, { changes: changesIn(values) })
      const { code } = await publishEdition(context, actor, printer, {
        id,
        version: versionIn(values),
        changes,
      })
      return { key: 'editions.published.done', values: { code } }
    }),
  )

  router.post('/informes/:id/impugnaciones/:challengeId', (req, res) => {
    const challengeId = String(req.params.challengeId)
    return step(site, req, res, `reason-${challengeId}`, async (actor, _id, values) => {
      const asked = { state: textOf(values, 'state'), reason: textOf(values, `reason-${challengeId}`) }
      const given = { id: challengeId, version: versionIn(values), ...parse(decisionBody, asked) }
      await decideChallenge(context, actor, given)
      return { key: 'editions.decided', values: {} }
    })
  })

  return router.use(editionFiles(site))
}

function editionFiles({ context }: Site): Router {
  const router = Router()

  router.get('/informes/:id/replicas.csv', async (req, res) => {
    const actor = actorOf(req)
    const edition = await seeEdition(context, actor, String(req.params.id))
    const text = wordsCsv(await seeWords(context, actor, edition))
    res.attachment(`replica_${edition.code}.csv`).type('text/csv; charset=utf-8').send(text)
  })

  router.get('/informes/:id/archivos/:sha256', async (req, res) => {
    const edition = await seeEdition(context, actorOf(req), String(req.params.id))
    const file = edition.files.find(({ sha256 }) => sha256 === req.params.sha256)
    if (!file) throw new AppError('not-found')
    const content = await context.engine.files.open(file.sha256)
    sendFile(res, file)
    await pipeline(content, res)
  })

  return router
}

/** A step of an edition: done, it leads back to it; refused, it is shown again with what was typed. */
async function step(
  site: Site,
  req: Request,
  res: Response,
  field: string,
  act: (actor: Actor, id: string, values: SentValues) => Promise<{ key: MessageKey; values: object }>,
): Promise<void> {
  const { context } = site
  const { values } = await readForm(context, req)
  const actor = editor(req, values)
  const id = String(req.params.id)
  try {
    const { key, values: said } = await act(actor, id, values)
    setFlash(req, { tone: 'done', key, values: { ...said } })
  } catch (error) {
    const edition = await foundEdition(context, id)
    return showEdition(site, req, res, { edition, values, errors: wrongIn(error, req, values, field) })
  }
  res.redirect(303, `/${languageOf(req)}/informes/${id}`)
}

function editor(req: Request, typed: SentValues = {}): Actor {
  if (!req.user) throw new AppError('sign-in-required', { typed })
  const actor = actorFor(requireUser(req))
  requireEditor(actor)
  return actor
}

const labels: Readonly<Record<string, MessageKey>> = {
  ...{ from: 'editions.from', to: 'editions.to', asOf: 'editions.asOf', supersedes: 'editions.supersedes' },
  ...{ days: 'editions.open.days', changes: 'editions.changes' },
}

/** What of a failure belongs to the form; what does not is thrown on. */
function wrongIn(error: unknown, req: Request, values: SentValues, fallback: string): readonly FieldError[] {
  const language = languageOf(req)
  const isEmpty = (field: string) => textOf(values, field) === ''
  const known = { ...labels, reason: 'editions.decision.reason', state: 'editions.decision' } as const
  const found =
    labelledErrors(error, language, known, field => isEmpty(field === 'reason' ? fallback : field)) ??
    formErrors(error, language, fallback)
  if (!found) throw error
  const own = new Set(['changes', 'reason', 'state'])
  return found.map(each => (own.has(each.field) ? { ...each, field: fallback } : each))
}

function versionIn(values: SentValues): number {
  return Number(textOf(values, 'version'))
}

function changesIn(values: SentValues) {
  return changeRows
    .map(number => ({ what: textOf(values, `what${number}`), why: textOf(values, `why${number}`) }))
    .filter(({ what, why }) => what !== '' || why !== '')
}

function bodyOf({ context }: Site, values: SentValues) {
  const day = (name: string) => {
    const text = textOf(values, name)
    return typedDay(text, context.clock.today()) ?? text
  }
  return { from: day('from'), to: day('to'), asOf: day('asOf'), supersedes: textOf(values, 'supersedes') }
}

function formValues({ from, to, asOf }: Edition, supersedes: string | null): SentValues {
  const shown = (day: string) => day.split('-').toReversed().join('/')
  return { from: shown(from), to: shown(to), asOf: shown(asOf), supersedes: supersedes ?? '' }
}

async function waitingFor({ context }: Site, { role, institutionId }: Actor) {
  if (institutionId === null || (role !== 'uip_head' && role !== 'uip_officer')) return []
  const editions = await editionsToReply(context, institutionId)
  return editions.flatMap(({ id, code, invitations }) => {
    const until = invitations.find(each => each.institutionId === institutionId)?.until
    return until ? [{ id, code, until }] : []
  })
}

interface Typed {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function showForm(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, id }: Typed & { readonly id: string | null },
): Promise<void> {
  const { items } = await site.context.stores.editions.published({ limit: 100, after: null })
  const published: Option[] = items
    .filter(({ state }) => state === 'published')
    .map(edition => ({ value: edition.id, label: edition.code }))
  const data = { form: formWith(values, errors, randomUUID), id, published }
  sendPage(
    res,
    <EditionFormPage ctx={await pageContext(site, req)} data={data} />,
    errors.length > 0 ? 422 : 200,
  )
}

async function showEdition(
  site: Site,
  req: Request,
  res: Response,
  { edition, values, errors }: Typed & { readonly edition: Edition },
): Promise<void> {
  const { context } = site
  const actor = actorOf(req)
  const { replies, challenges } = await seeWords(context, actor, edition)
  const mentioned = [...edition.invitations, ...replies, ...challenges].map(each => each.institutionId)
  const institutions = await context.stores.institutions.findMany(mentioned)
  const others = [edition.supersedes, edition.supersededBy].filter(id => id !== null)
  const named = await Promise.all(others.map(id => context.stores.editions.find(id)))
  const data = {
    edition: presentEdition(edition),
    replies: replies.map(presentReply),
    challenges: challenges.map(presentChallenge),
    names: new Map(institutions.map(({ id, name }) => [id, name])),
    codes: new Map(named.flatMap(each => (each ? [[each.id, each.code]] : []))),
    mayEdit: hasPermission(actor, 'manageEditions'),
    form: formWith(values, errors, randomUUID),
  }
  sendPage(res, <EditionPage ctx={await pageContext(site, req)} data={data} />, errors.length > 0 ? 422 : 200)
}
