import { PassThrough } from 'node:stream'
import { figuresJson } from '../reports/activity-4/attachments.ts'
import { activity4Document, type Activity4Document } from '../reports/activity-4/document.ts'
import type { Activity4Figures } from '../reports/activity-4/figures.ts'
import type { EditionText } from '../reports/activity-4/edition-text.ts'
import type { ReportDocument, ReportLanguage } from '../reports/blocks.ts'
import { sheetFigures } from '../reports/activity-4/sheets-section.ts'
import { keptReport } from '../reports/kept-report.ts'
import { plainSummary } from '../reports/plain-summary/document.ts'
import type { Context } from './context.ts'
import { dayIn, guatemalaTimeZone } from './domain/calendar/calendar-date.ts'
import type { Figure } from './domain/statistics/figure.ts'
import type { Actor } from './domain/request/events.ts'
import type {
  EditionPrinter,
  EditionWords,
  InstitutionPage,
  PageFigure,
  PrintedFile,
} from './editions/edition-printer.ts'
import { publicSite } from './editions/public-site.ts'
import { contextKnownOn } from './reports/known-on.ts'
import { makeReport } from './reports/make-report.ts'
import type { Standpoint } from './reports/standpoint.ts'
import { printReport } from './reports/print-report.ts'
import type { Edition } from './store/edition-store.ts'

/** An edition covers every institution, whoever looks at its page. */
const everyone: Actor = { userId: 'system', role: 'system', organisationId: null, institutionId: null }

/** Editions of the Activity 4 report: the one place where editions and reports meet. */
export function editionPrinter(context: Context): EditionPrinter {
  return {
    async pagesOf(edition) {
      return pagesOf((await reportOf(context, edition, null)).figures)
    },
    async print(edition, words) {
      const seen = await asKnownTo(context, edition)
      const { figures, cases } = await reportOf(context, edition, edition)
      // Printed again, it leads to where it was published, wherever the site has moved since.
      const site = edition.knownAt === null ? publicSite(context.config) : edition.site
      const said = { figures, cases, edition: await editionText(seen, edition, words), site }
      return filesOf(edition, {
        figures,
        spanish: madeIn('es-GT', said),
        english: madeIn('en', said),
      })
    },
  }
}

/** With the instant and the registers that an edition was published with, its bytes come out again. */
async function asKnownTo(context: Context, { knownAt, registerSha256 }: Edition): Promise<Context> {
  return knownAt === null ? context : contextKnownOn(context, knownAt, registerSha256)
}

function reportOf(
  context: Context,
  { from, to, asOf }: Pick<Edition, 'from' | 'to' | 'asOf'>,
  standpoint: Standpoint | null,
) {
  return makeReport(context, everyone, { from, to, asOf, standpoint, language: 'es' })
}

async function editionText(
  { stores }: Context,
  { code, changes, openedOn, invitations }: Edition,
  { replies, challenges, supersedes }: EditionWords,
): Promise<EditionText> {
  const ids = [...invitations, ...replies, ...challenges].map(({ institutionId }) => institutionId)
  const names = new Map((await stores.institutions.findMany(ids)).map(({ id, name }) => [id, name]))
  const named = (institutionId: string) => names.get(institutionId) ?? institutionId
  return {
    ...{ code, supersedes, changes },
    asked: invitations.flatMap(({ institutionId, until }) =>
      openedOn === null ? [] : [{ institutionId, institution: named(institutionId), on: openedOn, until }],
    ),
    replies: replies.map(({ institutionId, at, text }) => ({
      ...{ institutionId, institution: named(institutionId) },
      on: dayIn(guatemalaTimeZone, at),
      text,
    })),
    challenges: challenges.map(({ institutionId, figure, claim, state, reason }) => ({
      institution: named(institutionId),
      ...{ figure, claim, state, reason },
    })),
  }
}

interface Made {
  readonly figures: Activity4Figures
  readonly spanish: InLanguage
  readonly english: InLanguage
}

interface InLanguage {
  readonly report: ReportDocument
  readonly summary: ReportDocument
}

function madeIn(language: ReportLanguage, said: Omit<Activity4Document, 'language'>): InLanguage {
  const given = { ...said, language }
  return { report: activity4Document(given), summary: plainSummary(given) }
}

async function filesOf(
  { code }: Edition,
  { figures, spanish, english }: Made,
): Promise<readonly PrintedFile[]> {
  const cases = spanish.report.attachments.find(({ name }) => name.startsWith('casos_'))
  const pdf = { mediaType: 'application/pdf' }
  return [
    { kind: 'pdf_es', name: `informe_${code}.pdf`, ...pdf, bytes: await bytesOf(spanish.report) },
    { kind: 'pdf_en', name: `report_${code}.pdf`, ...pdf, bytes: await bytesOf(english.report) },
    {
      ...{ kind: 'figures', name: `cifras_${code}.json`, mediaType: 'application/json' },
      bytes: figuresJson(figures),
    },
    ...(cases
      ? [{ kind: 'cases' as const, name: `casos_${code}.csv`, mediaType: 'text/csv', bytes: cases.bytes }]
      : []),
    { kind: 'summary_es', name: `resumen_${code}.pdf`, ...pdf, bytes: await bytesOf(spanish.summary) },
    { kind: 'summary_en', name: `summary_${code}.pdf`, ...pdf, bytes: await bytesOf(english.summary) },
    pageOf('page_es', `pagina_${code}.json`, spanish),
    pageOf('page_en', `page_${code}.json`, english),
  ]
}

function pageOf(kind: 'page_es' | 'page_en', name: string, { report, summary }: InLanguage): PrintedFile {
  return { kind, name, mediaType: 'application/json', bytes: keptReport(report, summary) }
}

/** Whole in memory: its hash must be known before anything of it is kept. */
async function bytesOf(document: ReportDocument): Promise<Uint8Array> {
  const sink = new PassThrough()
  const pieces: Uint8Array[] = []
  sink.on('data', (piece: Uint8Array) => pieces.push(piece))
  await printReport(document, () => sink)
  return Buffer.concat(pieces)
}

function pagesOf({ byInstitution, institutions }: Activity4Figures): readonly InstitutionPage[] {
  const names = new Map(institutions.map(({ id, name }) => [id, name]))
  return byInstitution.map(group => ({
    institutionId: group.key,
    name: names.get(group.key) ?? group.key,
    figures: sheetFigures(group).map(pageFigure),
    medianDays: group.days.median,
    medianN: group.days.n,
  }))
}

function pageFigure({ code, count, n, rate, interval }: Figure): PageFigure {
  return { code, count, n, rate, low: interval?.low ?? null, high: interval?.high ?? null }
}
