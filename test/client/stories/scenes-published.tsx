import { PublicCasesPage, type PublicCasesData } from '../../../client/pages/editions/public-cases-page.tsx'
import { PlainSummaryPage, PublicChapterPage } from '../../../client/pages/editions/public-chapter-page.tsx'
import { PublicEditionPage } from '../../../client/pages/editions/public-edition-page.tsx'
import { VerifyEditionPage } from '../../../client/pages/editions/verify-edition-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { chaptersOf } from '../../../client/report/chapters.ts'
import type { KeptReport } from '../../../client/report/kept-report.ts'
import { activity4Document } from '../../../reports/activity-4/document.ts'
import { activity4Figures } from '../../../reports/activity-4/figures.ts'
import { keptReport } from '../../../reports/kept-report.ts'
import { plainSummary } from '../../../reports/plain-summary/document.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { EditionView } from '../../../server/editions/edition-view.ts'
import { inventedInput } from '../../reports/activity-4/invented-cases.ts'
import type { Scene } from './scene.ts'

const sha256 = '4f2a9c81d0b37e65'.repeat(4)
const file = { name: 'informe_A4-2025-1.pdf', mediaType: 'application/pdf', sha256, size: 98_304 }

const edition: EditionView = {
  ...{ id: 'e1', code: 'A4-2025-1', from: calendarDate('2025-01-01'), to: calendarDate('2025-12-31') },
  ...{ asOf: calendarDate('2026-01-30'), state: 'published', openedOn: calendarDate('2026-02-02') },
  ...{ invitations: [], supersedes: null, supersededBy: null, changes: [], version: 3 },
  files: [
    { ...file, kind: 'pdf_es' },
    { ...file, kind: 'figures' },
    { ...file, kind: 'cases' },
    { ...file, kind: 'summary_es' },
  ],
  publishedAt: new Date('2026-02-16T18:00:00Z'),
  knownAt: new Date('2026-02-16T18:00:00Z'),
  createdAt: new Date('2026-02-01T15:00:00Z'),
}
const newer: EditionView = { ...edition, id: 'e2', code: 'A4-2025-2', supersedes: 'e1' }
const standing = { edition, newer: null, corrects: 'A4-2024-3' }
const superseded = { edition: { ...edition, state: 'superseded' as const }, newer, corrects: null }

const input = inventedInput(300)
const figures = activity4Figures(input)
const printed = { code: edition.code, supersedes: null, changes: [], challenges: [] }
const asked = { on: calendarDate('2026-02-02'), until: calendarDate('2026-02-09') }
const heard = {
  asked: figures.institutions.map(({ id, name }) => ({ institutionId: id, institution: name, ...asked })),
  replies: [
    {
      ...{ institutionId: 'puertos', institution: 'Ministerio de Puertos', on: calendarDate('2026-02-05') },
      text: 'Las fechas son ciertas.\n\nDesde marzo hay otra persona en la ventanilla.',
    },
  ],
}
const reports = new Map<string, KeptReport>()

/** As it comes back from where it is kept. */
function reportIn({ language }: PageContext): KeptReport {
  const known = reports.get(language)
  if (known) return known
  const said = {
    ...{ figures, cases: input.cases, language: language === 'es' ? ('es-GT' as const) : language },
    edition: {
      ...printed,
      ...heard,
    },
    site: 'https://vigia.ejemplo.gt',
  }
  const bytes = keptReport(activity4Document(said), plainSummary(said))
  const made: KeptReport = JSON.parse(Buffer.from(bytes).toString('utf8'))
  reports.set(language, made)
  return made
}

function chapterScene(id: string): Scene {
  return [
    `published-${id}`,
    null,
    `/informes/${edition.code}/${id}`,
    ctx => {
      const report = reportIn(ctx)
      const chapter = chaptersOf(report.blocks).find(({ heading }) => heading.id === id)
      if (!chapter) throw new RangeError(`No chapter ${id}`)
      return <PublicChapterPage ctx={ctx} data={{ ...standing, report, chapter }} />
    },
  ]
}

const cases: Omit<PublicCasesData, keyof typeof standing> = {
  ...{ of: 'cases', repeated: false },
  ...{ label: 'Plazos: T1 Respondidas a tiempo · Casos: 2', opens: ['T1'], total: 402, from: 51, next: 101 },
  ...{ words: '', found: 402 },
  rows: ['GT-2025-00001', 'GT-2025-00002'].map(reference => ({
    ...{ reference, institution: 'Ministerio de Puertos', receivedOn: edition.from, dueOn: null },
    situation: 'en plazo',
  })),
}

function casesScene(name: string, given: Partial<PublicCasesData>): Scene {
  return [
    name,
    null,
    `/informes/${edition.code}/casos`,
    ctx => <PublicCasesPage ctx={ctx} data={{ ...standing, ...cases, ...given }} />,
  ]
}

export const publishedScenes: readonly Scene[] = [
  [
    'published',
    null,
    `/informes/${edition.code}`,
    ctx => <PublicEditionPage ctx={ctx} data={{ ...standing, report: reportIn(ctx) }} />,
  ],
  [
    'published-superseded',
    null,
    `/informes/${edition.code}`,
    ctx => <PublicEditionPage ctx={ctx} data={{ ...superseded, report: reportIn(ctx) }} />,
  ],
  [
    'published-summary',
    null,
    `/informes/${edition.code}/resumen`,
    ctx => <PlainSummaryPage ctx={ctx} data={{ ...standing, report: reportIn(ctx) }} />,
  ],
  ...['timeliness', 'days', 'silence', 'institutions', 'ficha-puertos', 'ficha-caminos'].map(chapterScene),
  ...['reply', 'method', 'definitions', 'cases', 'seal'].map(chapterScene),
  casesScene('published-figure', { ...superseded, repeated: true }),
  casesScene('published-figure-every', { label: null, opens: [], from: 1 }),
  casesScene('published-figure-searched', { words: 'zzz', found: 0, rows: [], from: 1, next: null }),
  casesScene('published-figure-institutions', {
    ...{ of: 'institutions', total: 2, found: 2, from: 1, next: null },
  }),
  ...(
    [
      ['genuine', { verdict: 'genuine', ...standing }],
      ['superseded', { verdict: 'superseded', ...superseded }],
      ['unknown', { verdict: 'unknown' }],
    ] as const
  ).map(([name, found]): Scene => [
    `verify-edition-${name}`,
    null,
    '/informe/verificar',
    ctx => <VerifyEditionPage ctx={ctx} data={{ code: edition.code, digest: sha256, found }} />,
  ]),
]
