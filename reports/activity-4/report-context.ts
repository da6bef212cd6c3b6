import { textsEs, type Activity4Texts } from './texts.es.ts'
import { textsEn } from './texts.en.ts'
import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Opens, ReportLanguage } from '../blocks.ts'
import { formatDate } from '../format.ts'
import { sealedFiles } from './attachments.ts'
import { figureAddresses } from './figure-addresses.ts'
import type { Activity4Figures } from './figures.ts'

/** What every section reads. */
export interface ReportContext {
  readonly figures: Activity4Figures
  readonly language: ReportLanguage
  readonly texts: Activity4Texts
  readonly files: ReturnType<typeof sealedFiles>
  /** In the order of the attached list. */
  readonly cases: readonly CaseFacts[]
  readonly date: (day: CalendarDate | null) => string
  readonly institution: (id: string) => string
  /** The acronym where there is one: for narrow columns. */
  readonly shortInstitution: (id: string) => string
  readonly organisation: (id: string) => string
  /** Where the cases of these figures are listed together; nothing where one of them has no list. */
  readonly opensAt: (...figures: readonly object[]) => Opens
}

/** Rows that a list prints at most; the attached files have all. */
export const mostRowsPrinted = 200

export function reportContext(
  figures: Activity4Figures,
  allCases: readonly CaseFacts[],
  language: ReportLanguage,
): ReportContext {
  const texts = language === 'en' ? textsEn : textsEs
  const byId = new Map(allCases.map(facts => [facts.id, facts]))
  const institutions = new Map(figures.institutions.map(body => [body.id, body]))
  const organisations = new Map(figures.organisations.map(({ id, name }) => [id, name]))
  const addresses = figureAddresses(figures)
  return {
    figures,
    language,
    texts,
    files: sealedFiles(figures, allCases, texts),
    cases: figures.caseIds.flatMap(id => byId.get(id) ?? []),
    date: day => (day === null ? '' : formatDate(day, language)),
    institution: id => institutions.get(id)?.name ?? id,
    shortInstitution: id => institutions.get(id)?.acronym ?? institutions.get(id)?.name ?? id,
    organisation: id => organisations.get(id) ?? id,
    opensAt: (...opened) => {
      const known = opened.flatMap(figure => addresses.get(figure) ?? [])
      return known.length === opened.length ? known : []
    },
  }
}
