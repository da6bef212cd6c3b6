import type { reportsEs } from './reports.es.ts'

export const reportsEn = {
  'report.only': 'Requests of {name} only',
  'report.notOver': 'Draft: the period was not over at the cut-off',
  'report.demo': 'Demonstration data',
} as const satisfies Record<keyof typeof reportsEs, string>
