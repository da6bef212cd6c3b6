import { AnnualReportPage } from '../../../client/pages/unit/annual-report-page.tsx'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { AnnualReport } from '../../../server/reports/annual-report.ts'
import { today } from './contexts.ts'
import type { Scene } from './scene.ts'

const cases = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `r${at}`, reference: `GT-2026-0${1100 + at}` }))

const report: AnnualReport = {
  institution: {
    ...{ id: 'mem', name: 'Ministerio de Energía y Minas', acronym: 'MEM', kind: 'ministerio' },
    ...{ inCapital: true, cutoffMinutes: null, hours: null, contact: null },
    ...{ aliases: [], active: true, version: 1 },
  },
  ...{ year: 2026, asOf: today, dueOn: calendarDate('2027-01-29'), count: 31 },
  items: {
    received: [
      { key: 'access', cases: cases(29) },
      { key: 'habeas_access', cases: cases(2) },
    ],
    results: [
      { key: 'entrega_total', cases: cases(18) },
      { key: 'negativa_reserva', cases: cases(3) },
      { key: 'remitida', cases: cases(1) },
      { key: 'pendiente', cases: cases(9) },
    ],
    days: { n: 21, median: 9, mean: 9.38, max: 31 },
    ...{ pending: cases(9), extended: cases(5), dismissed: [], withheld: cases(3), challenged: cases(1) },
  },
  calendarVersion: 'gt-1',
  cases: [],
  checks: [
    { check: 'tipos_suman', left: 31, right: 31, agrees: true },
    { check: 'pendientes_coinciden', left: 8, right: 9, agrees: false },
  ],
  gaps: [
    { gap: 'vencidas', cases: cases(4) },
    { gap: 'sin_notificar', cases: cases(1) },
    { gap: 'sin_constancia', cases: cases(12) },
  ],
}

export const annualScenes: readonly Scene[] = [
  ['annual', 'uip_head', '/informe-anual', ctx => <AnnualReportPage ctx={ctx} report={report} />],
  [
    'annual-empty',
    'uip_officer',
    '/informe-anual',
    ctx => (
      <AnnualReportPage
        ctx={ctx}
        report={{
          ...{ ...report, count: 0, gaps: [], year: 2024 },
          ...{ asOf: calendarDate('2024-12-31'), dueOn: calendarDate('2025-01-31') },
        }}
      />
    ),
    '?anio=2024',
  ],
]
