import { ReportJobPage } from '../../../client/pages/report-job-page.tsx'
import { ReportPage } from '../../../client/pages/report-page.tsx'
import type { PageContext } from '../../../client/page-context.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { ErrorCode } from '../../../server/errors.ts'
import { problemOf } from '../../../server/http/problem.ts'
import { AppError } from '../../../server/errors.ts'
import type { JobView } from '../../../server/reports/report-jobs.ts'
import { formState } from './contexts.ts'
import type { Scene } from './scene.ts'

const id = '3a0f6f0e-2c4b-4a51-9a55-00000000000a'
const path = `/informe/trabajos/${id}`
const asked = new Date('2026-11-23T15:04:00Z')

function aJob(given: Partial<JobView>): JobView {
  return {
    ...{ id, userId: 'u1', language: 'es', size: 'LETTER', state: 'running', progress: null, error: null },
    ...{ from: calendarDate('2026-01-01'), to: calendarDate('2026-06-30'), asOf: calendarDate('2026-11-23') },
    ...{ pages: null, files: [], createdAt: asked, heldUntil: asked, endedAt: null, expiresAt: asked },
    ...{ ahead: null, ...given },
  }
}

const file = (kind: JobView['files'][number]['kind'], name: string, mediaType: string, size: number) => ({
  ...{ kind, name, mediaType, size, sha256: '0'.repeat(64) },
})

const done = aJob({
  ...{ state: 'done', pages: 212 },
  files: [
    file('pdf', 'informe-actividad-4_2026-01-01_2026-06-30.pdf', 'application/pdf', 4_300_000),
    file('xlsx', 'informe-actividad-4_2026-01-01_2026-06-30.xlsx', 'application/xlsx', 900_000),
    file('figures', 'cifras_2026-01-01_2026-06-30.json', 'application/json', 600_000),
    file('cases', 'casos_2026-01-01_2026-06-30.csv', 'text/csv', 1_200_000),
    file('summary', 'resumen_2026-01-01_2026-06-30.json', 'application/json', 2_000),
  ],
})

function page(job: JobView, code?: ErrorCode, details: Readonly<Record<string, string>> = {}) {
  return (ctx: PageContext) => {
    const { title, detail } = problemOf(new AppError(code ?? 'unexpected', details), {
      ...{ language: ctx.language, instance: '' },
    })
    return <ReportJobPage ctx={ctx} data={{ job, problem: code === undefined ? null : { title, detail } }} />
  }
}

const emoji = {
  ...{ character: '🌽', codePoint: 'U+1F33D', text: 'Semilla de 🌽 criolla', place: 'Capacitaciones' },
}

const states: readonly (readonly [name: string, render: Scene[3]])[] = [
  ['waiting', page(aJob({ state: 'waiting', ahead: 2 }))],
  ['begins', page(aJob({ state: 'waiting' }))],
  ['cases', page(aJob({ progress: { stage: 'cases', done: 4_200, total: 10_000 } }))],
  ['figures', page(aJob({ progress: { stage: 'figures', done: 0, total: null } }))],
  ['pages', page(aJob({ progress: { stage: 'pages', done: 147, total: null } }))],
  ['done', page(done)],
  ['cancelled', page(aJob({ state: 'cancelled' }), 'report-cancelled')],
  ['interrupted', page(aJob({ state: 'interrupted' }), 'report-interrupted')],
  ['missing-glyph', page(aJob({ state: 'failed' }), 'missing-glyph', emoji)],
  ['disk-full', page(aJob({ state: 'failed' }), 'disk-full')],
  ['worker-ended', page(aJob({ state: 'failed' }), 'report-worker-ended')],
]

export const reportScenes: readonly Scene[] = [
  ...states.map(([name, render]): Scene => [`report-job-${name}`, 'regulator', path, render]),
  [
    'report-job-still',
    'organisation_admin',
    path,
    page(aJob({ progress: { stage: 'pages', done: 12, total: null } })),
    '?actualizar=no',
  ],
  [
    'report-asked',
    'coordinator',
    '/informe',
    ctx => (
      <ReportPage
        ctx={ctx}
        data={{
          form: formState({ desde: '30/02/2026', hasta: '30/06/2026', papel: 'LETTER' }, [
            { field: 'desde', key: 'invalid.date', values: { label: ctx.t('report.from') } },
          ]),
          preview: null,
          jobs: [
            aJob({ id: 'a', state: 'waiting', ahead: 1 }),
            aJob({ id: 'b' }),
            { ...done, id: 'c' },
            aJob({ id: 'd', state: 'failed' }),
          ],
        }}
      />
    ),
  ],
]
