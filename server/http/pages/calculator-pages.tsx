import { createHash, randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import { dayText } from '../../../client/dates.ts'
import type { FieldError } from '../../../client/form-state.ts'
import { CalculatorPage } from '../../../client/pages/calculator-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { calendarFile } from '../../calendar/calendar-file.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { requestKinds, type RequestKind } from '../../domain/request/states.ts'
import { AppError } from '../../errors.ts'
import { previewDeadline, type DeadlinePreview } from '../../requests/preview-deadline.ts'
import { languageOf } from '../language.ts'
import { institutionOptions } from './choices.ts'
import { textOf, type SentValues } from './form-body.ts'
import { fieldError, formErrors, formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { isSwitch } from './language-pages.ts'
import { sendPublicPage } from './public-page.ts'
import { queryOf } from './request-pages.tsx'
import { momentOf, typedDay, typedTime } from './typed-day.ts'

/** LAIP, article 72. */
const inForceFrom = '2009-04-21'

/** The calculator, whose question stands in its address, and its answer as a calendar file. */
export function calculatorPages(site: Site): Router {
  const router = Router()

  router.get('/plazos', async (req, res) => {
    const values = queryOf(req)
    const answer = 'receivedOn' in values ? await answerTo(site, req, values) : unasked
    const { preview, receivedOn, errors } = isSwitch(values) && answer.preview === null ? unasked : answer
    const institutions = await institutionOptions(site.context)
    const ctx = await pageContext(site, req)
    const form = formWith(values, errors, randomUUID)
    const page = <CalculatorPage ctx={ctx} data={{ form, institutions, preview, receivedOn }} />
    if (errors.length > 0) sendPage(res, page, 422)
    else sendPublicPage(req, res, ctx, page)
  })

  router.get('/plazos/vence.ics', async (req, res) => {
    const values = queryOf(req)
    const { preview } = await answerTo(site, req, values)
    if (!preview) throw new AppError('not-found')
    const text = await dueDayFile(site, await pageContext(site, req), { values, preview })
    res.attachment(`vence-${preview.dueOn}.ics`).type('text/calendar; charset=utf-8').send(text)
  })

  return router
}

interface Answer {
  readonly receivedOn: CalendarDate | null
  readonly preview: DeadlinePreview | null
  readonly errors: readonly FieldError[]
}

const unasked: Answer = { preview: null, receivedOn: null, errors: [] }

async function answerTo(site: Site, req: Request, values: SentValues): Promise<Answer> {
  const language = languageOf(req)
  const day = typedDay(textOf(values, 'receivedOn'), site.context.clock.today())
  const errors = [
    ...dayErrors(day, textOf(values, 'receivedOn')).map(key => fieldError(language, 'receivedOn', key)),
    ...timeErrors(values).map(field => fieldError(language, field, 'invalid.time')),
  ]
  if (day === null || errors.length > 0) return { preview: null, receivedOn: null, errors }
  const cutoff = minutesIn(textOf(values, 'corte'))
  try {
    const preview = await previewDeadline(site.context, {
      institutionId: textOf(values, 'institutionId') || null,
      kind: kindIn(values),
      received: momentOf(day, typedTime(textOf(values, 'receivedTime'))),
      ...(cutoff === null ? {} : { cutoffMinutes: cutoff }),
    })
    return { preview, receivedOn: day, errors: [] }
  } catch (error) {
    const wrong = formErrors(error, language, 'institutionId')
    if (!wrong) throw error
    return { preview: null, receivedOn: null, errors: wrong }
  }
}

function dayErrors(
  day: string | null,
  typed: string,
): ('invalid.required' | 'invalid.date' | 'invalid.date.early')[] {
  if (typed === '') return ['invalid.required']
  if (day === null) return ['invalid.date']
  return day < inForceFrom ? ['invalid.date.early'] : []
}

function timeErrors(values: SentValues): ('receivedTime' | 'corte')[] {
  const names = ['receivedTime', 'corte'] as const
  return names.filter(name => textOf(values, name) !== '' && typedTime(textOf(values, name)) === null)
}

function minutesIn(text: string): number | null {
  const [hours, minutes] = typedTime(text)?.split(':').map(Number) ?? []
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
}

function kindIn(values: SentValues): RequestKind {
  return requestKinds.find(one => one === textOf(values, 'kind')) ?? 'access'
}

interface Asked {
  readonly values: SentValues
  readonly preview: DeadlinePreview
}

/** One entry for one question: the same answer asked for twice is the same entry. */
async function dueDayFile(
  { context }: Site,
  { t, language, query }: PageContext,
  { values, preview }: Asked,
): Promise<string> {
  const { config, stores, clock } = context
  const kind = kindIn(values)
  const id = textOf(values, 'institutionId')
  const institution = id === '' ? null : await stores.institutions.find(id)
  const day = (date: DeadlinePreview['dueOn']) => dayText(language, date, 'long')
  const asked = [
    kind,
    id,
    textOf(values, 'receivedOn'),
    textOf(values, 'receivedTime'),
    textOf(values, 'corte'),
  ]
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16)
  return calendarFile({
    name: t('calculator.title'),
    madeAt: clock.now(),
    events: [
      {
        uid: `plazo-${digest}@${new URL(config.publicUrl).hostname}`,
        day: preview.dueOn,
        title: institution
          ? t('calculator.ics.title.at', { institution: institution.name })
          : t('calculator.ics.title'),
        description: t(kind === 'access' ? 'calculator.ics.text' : 'calculator.ics.text.own', {
          article: preview.article,
          received: day(preview.countedReceipt),
          overdue: day(preview.overdueFrom),
        }),
        url: `${config.publicUrl}/${language}/plazos${query}`,
      },
    ],
  })
}
