import { dayText } from '../../../client/dates.ts'
import type { NewsItem } from '../../domain/statistics/news-items.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { atomFeed, type AtomEntry } from '../../open-data/atom.ts'
import { licence } from '../../open-data/write-dataset.ts'
import type { Site } from './page-of.ts'

const mostEntries = 50

/** The requests decided and the terms broken last, as Atom. A day's news is dated at noon in Guatemala. */
export async function newsFeed({ context, openData }: Site, language: Language): Promise<string> {
  const t = translator(language)
  const base = `${context.config.publicUrl}/${language}`
  const record = await openData.record()
  const news = await openData.news(mostEntries)
  const names = new Map(record.institutions.map(({ id, name }) => [id, name]))
  return atomFeed({
    id: `${base}/novedades.atom`,
    title: t('feed.title'),
    language,
    self: `${base}/novedades.atom`,
    page: `${base}/datos`,
    rights: licence,
    madeAt: new Date(`${record.asOf}T18:00:00Z`),
    entries: news.map(item => entryOf(item, { language, base, names })),
  })
}

interface Told {
  readonly language: Language
  readonly base: string
  readonly names: ReadonlyMap<string, string>
}

function entryOf(news: NewsItem, { language, base, names }: Told): AtomEntry {
  const t = translator(language)
  const { reference, outcome, breach } = news
  const page = `${base}/solicitudes/${encodeURIComponent(news.requestId)}`
  const institution = names.get(news.institutionId) ?? news.institutionId
  const shared = { at: new Date(`${news.on}T18:00:00Z`), url: page }
  if (breach === null) {
    const said = outcome ? t(`outcome.${outcome}`) : ''
    const day = dayText(language, news.on, 'plain')
    return {
      ...shared,
      id: `${page}#resuelta`,
      title: t('feed.resolved', { reference, outcome: said, institution }),
      text: t('feed.resolved.text', { institution, day, outcome: said }),
    }
  }
  const { clock, article, dueOn } = breach
  return {
    ...shared,
    id: `${page}#${clock}-${dueOn}`,
    title: t('feed.broken', { reference, breach: t(`breach.${clock}`), institution }),
    text: t('feed.broken.text', { institution, article, day: dayText(language, dueOn, 'plain') }),
  }
}
