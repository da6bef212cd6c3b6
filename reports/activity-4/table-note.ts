import type { CohortId } from '../../server/domain/statistics/cohorts.ts'
import { formatInteger } from '../format.ts'
import { qualityTexts } from './quality-texts.ts'
import type { ReportContext } from './report-context.ts'

/** Rule 6, beside each table of indicators: formula in words, cohorts with their n, what is left out, method version. */
export function tableNote(context: ReportContext, formula: string, cohorts: readonly CohortId[]): string {
  const { figures, texts, language } = context
  const words = qualityTexts(language)
  const { volume, timeliness, outcomes } = figures.indicators
  const sizes = {
    received: volume.received.count,
    due: timeliness.onTime.n ?? 0,
    closed: outcomes.full.n ?? 0,
  }
  const used = new Set(cohorts.map(baseOf))
  const said = bases
    .filter(base => used.has(base))
    .map(base => `${texts.cohorts[base]} (n = ${formatInteger(sizes[base])}).`)
  const [withdrawn = '', referred = '', running = ''] = [
    volume.withdrawnInTerm,
    volume.referredInTerm,
    volume.notYetDue,
  ].map(({ count }) => formatInteger(count))
  const excluded = used.has('due') ? [words.noteExcluded(withdrawn, referred, running)] : []
  return [formula, ...said, ...excluded, words.noteMethod(figures.methodVersion)]
    .filter(part => part !== '')
    .join(' ')
}

const bases = ['received', 'due', 'closed'] as const

/** The cohort of section 3.1 that a narrower one is part of; null of what is no request of the period. */
function baseOf(cohort: CohortId): (typeof bases)[number] | null {
  return partOf[cohort] ?? null
}

const partOf: Partial<Record<CohortId, (typeof bases)[number]>> = {
  received: 'received',
  due: 'due',
  dueFictaOver: 'due',
  silentFictaOver: 'due',
  silent: 'due',
  fictaAnswered: 'due',
  silentReviewed: 'due',
  silentDecided: 'due',
  silentUpheld: 'due',
  extended: 'due',
  closed: 'closed',
  resolvable: 'closed',
  denied: 'closed',
  reserved: 'closed',
  rated: 'closed',
  doubleRated: 'closed',
  delivered: 'closed',
  costKnown: 'closed',
  ratedDelivered: 'closed',
  formatAsked: 'closed',
}
