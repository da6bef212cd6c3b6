import type { FormAct } from './act-form.ts'

/** Acts that bind somebody and cannot be taken back: shown whole before they are kept. */
export const checkedActs: readonly FormAct[] = [
  'extended',
  'clarification_requested',
  'referred',
  'notified',
  'delivered',
  'review_filed',
  'review_decided',
  'review_notified',
  'complied',
  'withdrawn',
  'corrected',
]
