import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ClosureCheckPage, ClosureFormPage } from '../../../client/pages/closure-form-page.tsx'
import { ClosuresPage } from '../../../client/pages/closures-page.tsx'
import { yearOf, type CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { addClosure } from '../../calendar/add-closure.ts'
import { listClosures } from '../../calendar/list-closures.ts'
import { previewClosure } from '../../calendar/preview-closure.ts'
import { newClosure, type NewClosure } from '../../calendar/schemas.ts'
import { daysOffByLaw } from '../../domain/calendar/guatemala.ts'
import { hasPermission } from '../../domain/permissions.ts'
import type { Actor } from '../../domain/request/events.ts'
import { AppError } from '../../errors.ts'
import { translator } from '../../i18n/translate.ts'
import { actorFor, actorOf, requireUser } from '../actor.ts'
import { languageOf } from '../language.ts'
import { parse } from '../parse.ts'
import { institutionOptions } from './choices.ts'
import { readForm, textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { once } from './once.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { setFlash, takeDraft } from './page-session.ts'
import { typedDay } from './typed-day.ts'

const firstYear = 2009

/** The days that no term counts, by year, each with its source. */
export function closurePages(site: Site): Router {
  const { context } = site
  const router = Router()

  router.get('/dias-inhabiles', async (req, res) => {
    const latest = yearOf(context.clock.today()) + 1
    const year = yearIn(req, latest)
    const closures = (await listClosures(context)).filter(({ days }) =>
      days.some(day => yearOf(day) === year),
    )
    const data = {
      year,
      years: Array.from({ length: latest - firstYear + 1 }, (_, index) => latest - index),
      byLaw: daysOffByLaw(year, { inCapital: true }),
      closures,
      mayAdd: hasPermission(actorOf(req), 'proposeClosure'),
    }
    sendPage(res, <ClosuresPage ctx={await pageContext(site, req)} data={data} />)
  })

  router.get('/dias-inhabiles/nuevo', async (req, res) => {
    mayAdd(req)
    await showForm(site, req, res, { values: takeDraft(req) ?? {}, errors: [] })
  })

  router.post('/dias-inhabiles/nuevo', async (req, res) => {
    const { values } = await readForm(context, req)
    const actor = mayAdd(req, values)
    const step = textOf(values, 'step')
    if (step === 'edit') return showForm(site, req, res, { values, errors: [] })
    try {
      const input = closureIn(site, req, values)
      if (step === 'confirm') return res.redirect(303, await add(site, req, { actor, values, input }))
      return await showCheck(site, req, res, { actor, values, input })
    } catch (error) {
      const errors = error instanceof WrongDays ? error.errors : formErrors(error, languageOf(req), 'source')
      if (!errors) throw error
      return showForm(site, req, res, { values, errors })
    }
  })

  return router
}

function mayAdd(req: Request, typed: SentValues = {}): Actor {
  if (!req.user) throw new AppError('sign-in-required', { typed })
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'proposeClosure')) throw new AppError('forbidden')
  return actor
}

interface Asked {
  readonly actor: Actor
  readonly values: SentValues
  readonly input: NewClosure
}

/** Recorded once; each request that moves keeps its old and its new day. */
async function add({ context }: Site, req: Request, { actor, values, input }: Asked): Promise<string> {
  const key = textOf(values, 'idempotencyKey') || randomUUID()
  const sending = { userId: actor.userId, path: '/dias-inhabiles/nuevo', key, values }
  return once(context, sending, async () => {
    const { closure, requests, untold } = await addClosure(context, actor, input)
    const key = untold > 0 ? 'closures.done.untold' : 'closures.done'
    setFlash(req, { tone: 'done', key, values: { count: requests, untold } })
    return `/${languageOf(req)}/dias-inhabiles?ano=${closure.days[0]?.slice(0, 4) ?? ''}`
  })
}

/** What was typed as days and is none. */
class WrongDays extends Error {
  readonly errors: readonly FieldError[]

  constructor(errors: readonly FieldError[]) {
    super('wrong days')
    this.errors = errors
  }
}

function closureIn({ context }: Site, req: Request, values: SentValues): NewClosure {
  const today = context.clock.today()
  const language = languageOf(req)
  const typed = textOf(values, 'days')
    .split(/[\n,;]+/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const days = typed.map(line => typedDay(line, today))
  const published = textOf(values, 'publishedOn')
  const publishedOn = published === '' ? null : typedDay(published, today)
  const errors: FieldError[] = []
  if (typed.length === 0) errors.push(fieldError(language, 'days', 'invalid.required'))
  if (days.includes(null)) errors.push(fieldError(language, 'days', 'invalid.date'))
  if (published !== '' && publishedOn === null)
    errors.push(fieldError(language, 'publishedOn', 'invalid.date'))
  const rest = {
    name: textOf(values, 'name'),
    source: textOf(values, 'source'),
    institutionIds: listOf(values, 'institutionIds'),
  }
  if (errors.length > 0) throw new WrongDays(named(language, errors))
  return parse(newClosure, {
    ...rest,
    days: days.filter((day): day is CalendarDate => day !== null),
    publishedOn,
  })
}

/** `days` are working days everywhere else: here they are the days themselves. */
function named(language: ReturnType<typeof languageOf>, errors: readonly FieldError[]): FieldError[] {
  const label = translator(language)('closures.days')
  return errors.map(error =>
    error.field === 'days' ? { ...error, values: { ...error.values, label } } : error,
  )
}

function listOf(values: SentValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

const shownMoves = 200

async function showCheck(
  site: Site,
  req: Request,
  res: Response,
  { actor, values, input }: Asked,
): Promise<void> {
  const { moves, idleDays } = await previewClosure(site.context, actor, input)
  const data = {
    form: formWith(values, [], randomUUID),
    moved: moves.slice(0, shownMoves),
    count: moves.length,
    idle: idleDays.map(({ day }) => day),
  }
  sendPage(res, <ClosureCheckPage ctx={await pageContext(site, req)} data={data} />)
}

interface Typed {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
}

async function showForm(site: Site, req: Request, res: Response, { values, errors }: Typed): Promise<void> {
  const data = {
    form: formWith(values, errors, randomUUID),
    institutions: await institutionOptions(site.context),
  }
  sendPage(
    res,
    <ClosureFormPage ctx={await pageContext(site, req)} data={data} />,
    errors.length > 0 ? 422 : 200,
  )
}

/** This year, unless the address asks for another that is known. */
function yearIn(req: Request, latest: number): number {
  const year = Number(req.query.ano)
  return Number.isInteger(year) && year >= firstYear && year <= latest ? year : latest - 1
}
