import { Router } from 'express'
import { calendarFile, type AllDayEvent } from '../../calendar/calendar-file.ts'
import { AppError } from '../../errors.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { everyPage } from '../../requests/export-requests.ts'
import { readAddress } from '../../requests/list-address.ts'
import type { RequestSummary } from '../../requests/request-view.ts'
import { viewOfFeed } from '../../saved-views/saved-views.ts'
import { languageOf } from '../language.ts'
import type { Site } from './page-of.ts'

/** A calendar of more days than this is read by nobody; the nearest come first where the view says so. */
const mostEvents = 500

/** The due days of a saved view, for calendar programs: the address is the key, and its owner can take it back. */
export function feedPages({ context }: Site): Router {
  const router = Router()

  router.get('/calendario/:file', async (req, res) => {
    const [, token] = /^([\w-]{43})\.ics$/.exec(req.params.file) ?? []
    const found = token === undefined ? null : await viewOfFeed(context, token)
    if (!found) throw new AppError('not-found')
    const { view, owner } = found
    const language = languageOf(req)
    const { input } = readAddress(new URLSearchParams(view.query), context.clock.today())
    const events: AllDayEvent[] = []
    for await (const page of everyPage(context, owner, input)) {
      events.push(...page.flatMap(row => eventOf(context.config.publicUrl, language, row) ?? []))
      if (events.length >= mostEvents) break
    }
    const text = calendarFile({
      name: view.name,
      madeAt: context.clock.now(),
      events: events.slice(0, mostEvents),
    })
    res.set({ 'Cache-Control': 'private, no-store', 'Referrer-Policy': 'no-referrer' })
    res.type('text/calendar; charset=utf-8').send(text)
  })

  return router
}

function eventOf(
  publicUrl: string,
  language: Language,
  { id, reference, title, institution, deadline }: RequestSummary,
): AllDayEvent | null {
  if (deadline === null) return null
  const t = translator(language)
  return {
    uid: `${id}-${deadline.clock}@${new URL(publicUrl).hostname}`,
    day: deadline.dueOn,
    title: `${t(`clock.${deadline.clock}`)}: ${reference}`,
    description: `${title}\n${institution.name}`,
    url: `${publicUrl}/${language}/solicitudes/${id}`,
  }
}
