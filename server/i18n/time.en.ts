import type { timeEs } from './time.es.ts'

export const timeEn = {
  'time.due.today': 'due today',
  'time.due.left': '{days, plural, one {# working day left} other {# working days left}}',
  'time.due.late': '{days, plural, one {# working day late} other {# working days late}}',
} as const satisfies Record<keyof typeof timeEs, string>
