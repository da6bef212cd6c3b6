import { dayText } from '../../../client/dates.ts'
import { outcomes } from '../../domain/request/states.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { atomFeed, type AtomEntry } from '../../open-data/atom.ts'
import { latestNews, type News } from '../../open-data/news.ts'
import { licence } from '../../open-data/write-dataset.ts'
import type { Site } from './page-of.ts'

const mostEntries = 50

/** The requests decided and the terms broken last, as Atom. A day's news is dated at noon in Guatemala. */
export async function newsFeed({ context, openData }: Site, language: Language): Promise<string> {
  const t = translator(language)
  const base = `${context.config.publicUrl}/${language}`
  const record = await openData.record()
  const names = new Map(record.institutions.map(({ id, name }) => [id, name]))
  return atomFeed({
    id: `${base}/novedades.atom`,
    title: t('feed.title'),
    language,
    self: `${base}/novedades.atom`,
    page: `${base}/datos`,
    rights: licence,
    madeAt: new Date(`${record.asOf}T18:00:00Z`),
    entries: latestNews(record, mostEntries).map(news => entryOf(news, { language, base, names })),
  })
}

interface Told {
  readonly language: Language
  readonly base: string
  readonly names: ReadonlyMap<string, string>
}

function entryOf(news: News, { language, base, names }: Told): AtomEntry {
  const t = translator(language)
  const { facts } = news
  const page = `${base}/solicitudes/${encodeURIComponent(facts.id)}`
  const { reference } = facts
  const institution = names.get(facts.institutionId) ?? facts.institutionId
  const shared = { at: new Date(`${news.on}T18:00:00Z`), url: page }
  if (news.kind === 'resolved') {
    const sense = outcomes.find(one => one === facts.outcome)
    const outcome = sense ? t(`outcome.${sense}`) : ''
    const day = dayText(language, news.on, 'plain')
    return {
      ...shared,
      id: `${page}#resuelta`,
      title: t('feed.resolved', { reference, outcome, institution }),
      text: t('feed.resolved.text', { institution, day, outcome }),
    }
  }
  const { clock, article, dueOn } = news.breach
  return {
    ...shared,
    id: `${page}#${clock}-${dueOn}`,
    title: t('feed.broken', { reference, breach: t(`breach.${clock}`), institution }),
    text: t('feed.broken.text', { institution, article, day: dayText(language, dueOn, 'plain') }),
  }
}
