import type { CountingPolicy } from './counting-policy.ts'

type Choices = { readonly [Name in keyof CountingPolicy]: readonly CountingPolicy[Name][] }

/** Every option of the policy with its values, the default first. `cutoffMinutes` takes any minute of the day. */
export const policyChoices: Choices = {
  weekendReceipt: ['next-working-day', 'literal'],
  afterHours: ['same-day', 'next-working-day'],
  cutoffMinutes: [null],
  halfDays: ['count', 'do-not-count'],
  holyWednesday: ['as-half-days', 'counts', 'does-not-count'],
  clarification: ['restarts', 'no-suspension'],
  silenceReview: ['from-due-day', 'from-ficta-end'],
  dayUnit: ['working', 'calendar'],
  extensionWindow: ['d-2-to-d-1', 'at-least-two-days-before', 'until-due-day'],
  complianceFrom: ['notification', 'decision'],
  referral: ['new-term', 'same-term'],
}

export type PolicyOption = keyof CountingPolicy

export type PolicyReading =
  | { readonly ok: true; readonly policy: Partial<CountingPolicy> }
  | { readonly ok: false; readonly refusal: 'unknown-option' | 'unknown-value' }

/** One option written as text; `cutoffMinutes` as minutes, as 16:30 or as `none`, and it turns `afterHours` on. */
export function readPolicyOption(name: string, value: string): PolicyReading {
  if (!isPolicyOption(name)) return { ok: false, refusal: 'unknown-option' }
  const policy = name === 'cutoffMinutes' ? readCutoff(value) : readChoice(name, value)
  return policy ? { ok: true, policy } : { ok: false, refusal: 'unknown-value' }
}

function isPolicyOption(name: string): name is PolicyOption {
  return Object.hasOwn(policyChoices, name)
}

function readChoice<Name extends PolicyOption>(name: Name, value: string): Partial<CountingPolicy> | null {
  const chosen = policyChoices[name].find(choice => choice === value)
  return chosen === undefined ? null : { [name]: chosen }
}

function readCutoff(value: string): Partial<CountingPolicy> | null {
  if (value === 'none') return { cutoffMinutes: null }
  const clock = /^(\d{1,2}):(\d{2})$/.exec(value)
  if (clock && Number(clock[2]) > 59) return null
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : readMinutes(value)
  return minutes < 24 * 60 ? { afterHours: 'next-working-day', cutoffMinutes: minutes } : null
}

function readMinutes(value: string): number {
  return /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN
}
