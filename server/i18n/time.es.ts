/** Time left and time passed, in the law's unit. */
export const timeEs = {
  'time.due.today': 'vence hoy',
  'time.due.left': '{days, plural, one {falta # día hábil} other {faltan # días hábiles}}',
  'time.due.late': '{days, plural, one {# día hábil de atraso} other {# días hábiles de atraso}}',
} as const
