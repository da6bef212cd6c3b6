import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { SavedViewsPage, ViewFormPage } from '../../../client/pages/saved-views-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { addressNames, canonicalAddress, inAddress, type AddressName } from '../../domain/list-address.ts'
import { requestStates } from '../../domain/request/states.ts'
import { listViews } from '../../requests/list-requests.ts'
import { feedUrl } from '../../saved-views/routes.ts'
import {
  changeView,
  closeFeed,
  findView,
  listViewsOf,
  openFeed,
  removeView,
  saveView,
} from '../../saved-views/saved-views.ts'
import { newView, viewPatch } from '../../saved-views/schemas.ts'
import type { SavedView } from '../../store/saved-view-store.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { addressOf } from './download-pages.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { forgetForOtherLanguage, setFlash, takeDraft } from './page-session.ts'

/** A person's saved views: a name for a list's address, a summary by mail, a calendar. */
export function savedViewPages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/vistas', async (req, res) => {
    const views = (await listViewsOf(context, actorFor(requireUser(req)))).map(lineOf)
    sendPage(res, <SavedViewsPage ctx={await pageContext(site, req)} views={views} />)
  })

  router.get('/vistas/nueva', async (req, res) => {
    requireUser(req)
    const query = canonicalAddress(addressOf(req))
    const values = takeDraft(req) ?? { query, mail: 'never' }
    await showForm(site, req, res, { view: null, values, errors: [] })
  })

  router.post('/vistas/nueva', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const { values } = await readForm(context, req)
    const key = textOf(values, 'idempotencyKey') || randomUUID()
    const sending = { userId: actor.userId, path: '/vistas/nueva', key }
    await orShowAgain(site, req, res, { view: null, values }, async () => {
      const input = parse(newView, bodyOf(values, ['name', 'mail', 'query']))
      return once(context, { ...sending, values }, async () => {
        await saveView(context, actor, { id: idOf(sending), input })
        setFlash(req, { tone: 'done', key: 'views.saved', values: { name: input.name } })
        return `/${languageOf(req)}/vistas`
      })
    })
  })

  router.get('/vistas/:viewId', async (req, res) => {
    const view = await findView(context, actorFor(requireUser(req)), req.params.viewId)
    await showForm(site, req, res, { view, values: { ...valuesOf(view), ...takeDraft(req) }, errors: [] })
  })

  router.post('/vistas/:viewId', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const { values } = await readForm(context, req)
    const view = await findView(context, actor, req.params.viewId)
    await orShowAgain(site, req, res, { view, values }, async () => {
      const patch = parse(viewPatch, bodyOf(values, ['name', 'mail']))
      await changeView(context, actor, { id: view.id, version: Number(textOf(values, 'version')), patch })
      setFlash(req, { tone: 'done', key: 'views.saved', values: { name: patch.name ?? view.name } })
      return `/${languageOf(req)}/vistas`
    })
  })

  // Not a redirect where it is opened: the token is in no store, so no other page could show it.
  router.post('/vistas/:viewId/calendario', async (req, res) => {
    const actor = actorFor(requireUser(req))
    const { values } = await readForm(context, req)
    const { viewId } = req.params
    if (textOf(values, 'act') === 'close') {
      await closeFeed(context, actor, viewId)
      setFlash(req, { tone: 'done', key: 'views.feed.closed', values: {} })
      return res.redirect(303, `/${languageOf(req)}/vistas/${viewId}`)
    }
    forgetForOtherLanguage(req)
    const { view, token } = await openFeed(context, actor, viewId)
    const url = feedUrl(context, languageOf(req), token)
    return showForm(site, req, res, { view, values: valuesOf(view), errors: [], url })
  })

  router.post('/vistas/:viewId/borrar', async (req, res) => {
    await removeView(context, actorFor(requireUser(req)), req.params.viewId)
    setFlash(req, { tone: 'done', key: 'views.removed', values: {} })
    res.redirect(303, `/${languageOf(req)}/vistas`)
  })

  return router
}

interface Tried {
  readonly view: SavedView | null
  readonly values: SentValues
}

async function orShowAgain(
  site: Site,
  req: Request,
  res: Response,
  tried: Tried,
  act: () => Promise<string>,
): Promise<void> {
  try {
    res.redirect(303, await act())
  } catch (error) {
    const errors = formErrors(error, languageOf(req), 'name')
    if (!errors) throw error
    await showForm(site, req, res, { ...tried, errors })
  }
}

function bodyOf(values: SentValues, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map(name => [name, textOf(values, name)]))
}

function lineOf({ id, name, query, mail, feedHash, version }: SavedView) {
  return { id, name, query, mail, version, hasFeed: feedHash !== null }
}

function valuesOf({ name, query, mail, version }: SavedView): SentValues {
  return { name, query, mail, version: String(version) }
}

interface Shown extends Tried {
  readonly errors: readonly FieldError[]
  readonly url?: string
}

async function showForm(
  site: Site,
  req: Request,
  res: Response,
  { view, values, errors, url }: Shown,
): Promise<void> {
  const ctx = await pageContext(site, req)
  const data = {
    form: formWith(values, errors, randomUUID),
    filters: await filtersIn(site, ctx, textOf(values, 'query')),
    view: view && lineOf(view),
    feedUrl: url ?? null,
  }
  sendPage(res, <ViewFormPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
}

/** What the address filters by, in words. */
async function filtersIn({ context }: Site, { t }: PageContext, query: string): Promise<string[]> {
  const given = new URLSearchParams(query)
  const institution = await context.stores.institutions.find(inAddress(given, 'institucion') || '-')
  const words: Readonly<Record<AddressName, (value: string) => string | null>> = {
    vista: value => wordOf(listViews, value, view => t(`requests.view.${view}`)),
    estado: value => wordOf(requestStates, value, state => t(`state.${state}`)),
    institucion: value => institution?.name ?? value,
    q: value => t('chip.q', { value }),
    desde: value => t('chip.desde', { value }),
    hasta: value => t('chip.hasta', { value }),
    orden: () => null,
  }
  return addressNames.flatMap(name => {
    const value = inAddress(given, name)
    return value === '' ? [] : (words[name](value) ?? [])
  })
}

function wordOf<K extends string>(known: readonly K[], value: string, say: (one: K) => string): string {
  const one = known.find(each => each === value)
  return one === undefined ? value : say(one)
}
