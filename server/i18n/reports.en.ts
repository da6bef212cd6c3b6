import type { reportsEs } from './reports.es.ts'

export const reportsEn = {
  'report.only': 'Requests of {name} only',
  'report.demo': 'Demonstration data',
} as const satisfies Record<keyof typeof reportsEs, string>
