import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { VNode } from 'preact'
import type { FieldError } from '../../../client/form-state.ts'
import type { PageContext } from '../../../client/page-context.ts'
import type { Fact } from '../../../client/parts/facts-list.tsx'
import { RegisterEntryPage } from '../../../client/pages/activities/register-entry-page.tsx'
import { RegisterFormPage } from '../../../client/pages/activities/register-form-page.tsx'
import {
  RegisterListPage,
  registerPaths,
  type RegisterName,
  type RegisterTable,
} from '../../../client/pages/activities/register-list-page.tsx'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import type { Recorded } from '../../store/recorded.ts'
import { actorFor, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { exportEntries } from '../register/carry-entries.ts'
import { addEntry, annulEntry, correctEntry, requireKeeper, requireReader } from '../register/keep-entry.ts'
import { reasonBody } from '../register/register-routes.ts'
import type { Register } from '../register/register.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { formErrors, formWith } from './form-faults.ts'
import { idOf, once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { labelledErrors } from './register-faults.ts'
import { registerImportPages } from './register-import-pages.tsx'

/** What the pages of one register show of their own. */
export interface RegisterScreens<Item extends Recorded, Fields extends object> {
  readonly name: RegisterName
  readonly register: Register<Item, Fields>
  /** By form field, which bears the name of the body's. */
  readonly labels: Readonly<Record<string, MessageKey>>
  /** The body that a form asks for. */
  bodyOf(values: SentValues): Promise<object>
  /** The form of an entry. */
  valuesOf(item: Item): Promise<SentValues>
  titleOf(ctx: PageContext, item: Item): Promise<string>
  table(ctx: PageContext, items: readonly Item[]): Promise<RegisterTable>
  facts(ctx: PageContext, item: Item): Promise<readonly Fact[]>
  below(ctx: PageContext, item: Item, mayKeep: boolean): Promise<VNode | null>
  fields(ctx: PageContext, form: ReturnType<typeof formWith>): Promise<VNode>
}

const onPage = 25

/** A register's pages: list, one entry, a new one, its correction and annulment, and CSV in and out. */
export function registerPages<Item extends Recorded, Fields extends object>(
  site: Site,
  screens: RegisterScreens<Item, Fields>,
): Router {
  const { context } = site
  const { name, register } = screens
  const base = registerPaths[name]
  const router = Router()

  router.get(base, async (req, res) => {
    const actor = reader(req)
    const after = typeof req.query.cursor === 'string' ? req.query.cursor : null
    const { items, next } = await register.store.list({ limit: onPage, after })
    const ctx = await pageContext(site, req)
    const data = { name, table: await screens.table(ctx, items), nextCursor: next, mayKeep: mayKeep(actor) }
    sendPage(res, <RegisterListPage ctx={ctx} data={data} />)
  })

  router.get(`${base}/${name}.csv`, async (req, res) => {
    const text = await exportEntries(reader(req), register)
    res.attachment(`${register.fileName}.csv`).type('text/csv; charset=utf-8').send(text)
  })

  router.use(registerImportPages(site, screens))

  router.get(`${base}/nueva`, async (req, res) => {
    keeper(req)
    await showForm(site, req, res, screens, { values: takeDraft(req) ?? {}, errors: [], item: null })
  })

  router.post(`${base}/nueva`, async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = keeper(req, values)
    const path = `${base}/nueva`
    const key = textOf(values, 'idempotencyKey') || randomUUID()
    const sending = { userId: actor.userId, path, key }
    try {
      const location = await once(context, { ...sending, values }, async () => {
        const fields = parse(register.schema, await screens.bodyOf(values))
        const { id } = await addEntry(context, actor, register, { id: idOf(sending), fields })
        return `/${languageOf(req)}${base}/${id}`
      })
      setFlash(req, { tone: 'done', key: 'activities.done.added', values: {} })
      res.redirect(303, location)
    } catch (error) {
      const errors = errorsOf(error, req, screens, values)
      if (!errors) throw error
      await showForm(site, req, res, screens, { values, errors, item: null })
    }
  })

  router.get(`${base}/:id`, async (req, res) => {
    const actor = reader(req)
    const item = await found(register, req)
    await showEntry(site, req, res, screens, { item, actor, values: takeDraft(req) ?? {}, errors: [] })
  })

  router.get(`${base}/:id/corregir`, async (req, res) => {
    keeper(req)
    const item = await open(register, req)
    const values = takeDraft(req) ?? { ...(await screens.valuesOf(item)), version: String(item.version) }
    await showForm(site, req, res, screens, { values, errors: [], item })
  })

  router.post(`${base}/:id/corregir`, async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = keeper(req, values)
    const item = await open(register, req)
    try {
      const fields = parse(register.schema, await screens.bodyOf(values))
      const { reason } = parse(reasonBody, { reason: textOf(values, 'reason') })
      const version = Number(textOf(values, 'version'))
      await correctEntry(context, actor, register, { id: item.id, version, fields, reason })
    } catch (error) {
      if (error instanceof AppError && error.code === 'stale')
        return showForm(site, req, res, screens, {
          values,
          errors: [],
          item: await open(register, req),
          stale: true,
        })
      const errors = errorsOf(error, req, screens, values)
      if (!errors) throw error
      return showForm(site, req, res, screens, { values, errors, item })
    }
    setFlash(req, { tone: 'done', key: 'activities.done.corrected', values: {} })
    res.redirect(303, `/${languageOf(req)}${base}/${item.id}`)
  })

  router.post(`${base}/:id/anular`, async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = keeper(req, values)
    const item = await open(register, req)
    try {
      const { reason } = parse(reasonBody, { reason: textOf(values, 'reason') })
      const version = Number(textOf(values, 'version'))
      await annulEntry(context, actor, register, { id: item.id, version, reason })
    } catch (error) {
      const errors = errorsOf(error, req, screens, values, 'reason')
      if (!errors) throw error
      return showEntry(site, req, res, screens, { item, actor, values, errors })
    }
    setFlash(req, { tone: 'done', key: 'activities.done.annulled', values: {} })
    res.redirect(303, `/${languageOf(req)}${base}/${item.id}`)
  })

  return router
}

export function keeper(req: Request, typed: SentValues = {}): Actor {
  if (!req.user) throw new AppError('sign-in-required', { typed })
  const actor = actorFor(requireUser(req))
  requireKeeper(actor)
  return actor
}

function reader(req: Request): Actor {
  const actor = actorFor(requireUser(req))
  requireReader(actor)
  return actor
}

function mayKeep(actor: Actor): boolean {
  return hasPermission(actor, 'recordActivities')
}

async function found<Item extends Recorded, Fields extends object>(
  { store }: Register<Item, Fields>,
  req: Request,
): Promise<Item> {
  const item = await store.find(String(req.params.id))
  if (!item) throw new AppError('not-found')
  return item
}

/** One that may still be changed. */
async function open<Item extends Recorded, Fields extends object>(
  register: Register<Item, Fields>,
  req: Request,
): Promise<Item> {
  const item = await found(register, req)
  if (item.annulled) throw new AppError('not-found')
  return item
}

function errorsOf<Item extends Recorded, Fields extends object>(
  error: unknown,
  req: Request,
  { labels }: RegisterScreens<Item, Fields>,
  values: SentValues,
  fallback = Object.keys(labels)[0] ?? 'reason',
): readonly FieldError[] | null {
  const known = { ...labels, reason: 'activities.reason' } as const
  const language = languageOf(req)
  return (
    labelledErrors(error, language, known, field => textOf(values, field) === '') ??
    formErrors(error, language, fallback)
  )
}

interface Shown<Item> {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly item: Item
}

async function showForm<Item extends Recorded, Fields extends object>(
  site: Site,
  req: Request,
  res: Response,
  screens: RegisterScreens<Item, Fields>,
  { values, errors, item, stale = false }: Shown<Item | null> & { stale?: boolean },
): Promise<void> {
  const ctx = await pageContext(site, req)
  const moved = stale ? item : null
  // Sent again, it stands on what is kept now, which the page shows.
  const form = formWith(moved ? { ...values, version: String(moved.version) } : values, errors, randomUUID)
  const data = {
    ...{ name: screens.name, form, fields: await screens.fields(ctx, form), id: item?.id ?? null },
    stale: moved && (await screens.facts(ctx, moved)),
  }
  sendPage(res, <RegisterFormPage ctx={ctx} data={data} />, moved ? 409 : statusOf(errors))
}

async function showEntry<Item extends Recorded, Fields extends object>(
  site: Site,
  req: Request,
  res: Response,
  screens: RegisterScreens<Item, Fields>,
  { item, actor, values, errors }: Shown<Item> & { actor: Actor },
): Promise<void> {
  const ctx = await pageContext(site, req)
  const { name, labels } = screens
  const may = mayKeep(actor)
  const data = {
    ...{ name, id: item.id, title: await screens.titleOf(ctx, item), mayKeep: may, annulled: item.annulled },
    facts: await screens.facts(ctx, item),
    below: await screens.below(ctx, item, may),
    corrections: item.corrections.map(({ at, reason, before }) => ({
      ...{ at, reason, before: earlier(ctx, labels, before) },
    })),
    form: formWith({ ...values, version: String(item.version) }, errors, randomUUID),
  }
  sendPage(res, <RegisterEntryPage ctx={ctx} data={data} />, statusOf(errors))
}

function statusOf(errors: readonly FieldError[]): number {
  return errors.length > 0 ? 422 : 200
}

/** What stood in a field, as it is kept: numbers, days and words of the register. */
function earlier({ t }: PageContext, labels: Readonly<Record<string, MessageKey>>, before: string) {
  const values: Record<string, unknown> = JSON.parse(before)
  return Object.entries(values).map(([name, value]) => {
    const key = labels[name]
    const text = Array.isArray(value) ? value.join(', ') : value === null ? '' : String(value)
    return { field: key ? t(key) : name, value: text || t('activities.before.empty') }
  })
}
