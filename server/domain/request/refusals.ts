/** Why an act cannot be recorded. Each has its sentence, with the article, in server/i18n. */
export const refusals = [
  'action-not-allowed',
  'not-your-side',
  'in-the-future',
  'before-the-filing',
  'before-the-law',
  'earlier-than-last-act',
  'evidence-required',
  'extension-after-due',
  'extension-already-used',
  'extension-motive-required',
  'extension-too-long',
  'extension-not-in-habeas-data',
  'resolution-required',
  'outcome-not-allowed-here',
  'clarification-term-running',
  'classification-resolution-required',
  'reasoning-required',
  'charge-after-silence',
  'deletion-forbidden',
  'reason-of-request-forbidden',
  'review-upheld',
  'nothing-to-correct',
  'unknown-breach',
  'second-person-required',
  'reason-required',
  'not-statable-by-you',
  'days-required',
] as const

export type Refusal = (typeof refusals)[number]

export type Verdict =
  { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal; readonly field: string | null }

export const allowed: Verdict = { ok: true }

/** @param field the path of the input to mend, or null where no input can mend it. */
export function refuse(refusal: Refusal, field: string | null = null): Verdict {
  return { ok: false, refusal, field }
}
