import type { CaseFacts } from '../../server/domain/statistics/case-facts.ts'
import type { Block, ReportDocument, ReportLanguage } from '../blocks.ts'
import { disseminated, organisationsHelped, unitsTrained } from './actions-section.ts'
import { calendarSection, casesSection, sealSection, type Verification } from './annex-section.ts'
import { digestOf } from './attachments.ts'
import { formatPeriod } from '../format.ts'
import { breachesSection, oldestSection } from './breaches-section.ts'
import { correctionsSection } from './corrections-section.ts'
import { comparisonSection } from './comparison-section.ts'
import { cover } from './cover.ts'
import type { Activity4Figures } from './figures.ts'
import { institutionsSection, organisationsSection, praiseSection } from './groups-section.ts'
import { definitionsSection, methodSection } from './method-section.ts'
import { numbered } from './numbered.ts'
import { appealsSection, extensionsSection, outcomesSection } from './outcomes-section.ts'
import { heading } from './parts.ts'
import { barriersSection, qualitySection } from './quality-section.ts'
import { recommendationsSection } from './recommendations-section.ts'
import type { EditionText } from './edition-text.ts'
import { replySection } from './reply-section.ts'
import { reportContext, type ReportContext } from './report-context.ts'
import { sheetsSection } from './sheets-section.ts'
import { silenceSection } from './silence-section.ts'
import { summarySection } from './summary-section.ts'
import { daysSection, testimonySection, timelinessSection, volumeSection } from './timeliness-section.ts'

export interface Activity4Document {
  readonly figures: Activity4Figures
  /** The cases that the figures were computed from. */
  readonly cases: readonly CaseFacts[]
  readonly language: ReportLanguage
  /** Repeated at the head of each page, such as «Muestra: datos inventados». */
  readonly notice?: string
  /** Of a published edition: its code is on the cover, and it prints what institutions replied. */
  readonly edition?: EditionText | null
  /**
   * Public address of the site, without final slash. The figures of an edition then lead to their cases there, and
   * its seal bears the address of the page of verification as a QR.
   */
  readonly site?: string | null
}

/**
 * The Activity 4 report in one language, with its attached files. Everything in it, the date of creation
 * included, follows from the figures and the cases: the same input gives the same bytes.
 */
export function activity4Document(report: Activity4Document): ReportDocument {
  const { figures, cases, language, notice, edition = null } = report
  const context = reportContext(figures, cases, language)
  const { files, texts } = context
  const digest = digestOf([files.cases, files.figures])
  const { author, fullTitle, subject, keywords } = texts.frame
  const said = notice === undefined ? {} : { notice }
  const places = placesOf(report, digest)
  return {
    meta: {
      title: fullTitle(formatPeriod(figures.period, language)),
      author,
      subject,
      keywords,
      lang: language,
      asOf: context.date(figures.asOf),
      // Noon in Guatemala on the cut-off day.
      createdAt: new Date(`${figures.asOf}T18:00:00Z`),
      version: figures.methodVersion,
      digest,
      ...said,
      ...places.cases,
    },
    blocks: [
      { ...cover(context, edition?.code ?? null), ...said },
      ...numbered(
        chapters(context, { digest, edition, verification: places.verification }),
        new Set(['summary']),
      ),
    ],
    attachments: [files.cases, files.figures, files.codebook].map(({ attachment }) => attachment),
  }
}

interface Places {
  /** Where the cases of its figures are listed. */
  readonly cases: { readonly casesAt?: string }
  readonly verification: Verification | null
}

/** The seal's address bears the digest of the data, since no file can hold its own. */
function placesOf({ edition, site, language }: Activity4Document, digest: string): Places {
  if (!edition || !site) return { cases: {}, verification: null }
  const { code } = edition
  const home = `${site}/${language === 'en' ? 'en' : 'es'}`
  const address = `${home}/informe/verificar?edicion=${code}&datos=${digest}`
  return { cases: { casesAt: `${home}/informes/${code}/casos?` }, verification: { edition: code, address } }
}

/** Said once, before the first table; the method chapter has the reasons. */
function reading({ frame }: ReportContext['texts']): Block {
  const { title, text, link } = frame.reading
  const runs = [text, { kind: 'link' as const, text: link, href: '#method' }, '.']
  return { kind: 'callout', tone: 'neutral', title, runs }
}

interface Ending {
  readonly digest: string
  readonly edition: EditionText | null
  readonly verification: Verification | null
}

function chapters(context: ReportContext, { digest, edition, verification }: Ending): readonly Block[] {
  const { frame, results } = context.texts
  return [
    { kind: 'contents', title: frame.contents },
    { kind: 'pageBreak', ifNeeded: true },
    ...summarySection(context),
    { kind: 'pageBreak' },
    heading(1, 'result-1', results.first),
    reading(context.texts),
    ...volumeSection(context),
    ...timelinessSection(context),
    ...daysSection(context),
    ...silenceSection(context),
    ...extensionsSection(context),
    ...outcomesSection(context),
    ...qualitySection(context),
    ...barriersSection(context),
    ...appealsSection(context),
    ...institutionsSection(context),
    ...praiseSection(context),
    ...organisationsSection(context),
    ...comparisonSection(context),
    ...breachesSection(context),
    ...oldestSection(context),
    ...testimonySection(context),
    ...organisationsHelped(context),
    ...unitsTrained(context),
    ...disseminated(context),
    ...sheetsSection(context, edition),
    ...replySection(context, edition),
    ...recommendationsSection(context),
    ...correctionsSection(context),
    ...methodSection(context),
    ...definitionsSection(context),
    ...calendarSection(context),
    ...casesSection(context),
    ...sealSection(context, digest, verification),
  ]
}
