import {
  formatClasses,
  mostScore,
  standingRatings,
  type FormatClass,
  type RatingFact,
  type StandingRatings,
} from '../ratings.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Cohorts } from './cohorts.ts'
import {
  cautionOf,
  minimumForRate,
  roundedInterval,
  shareFigure,
  shareOf,
  sixDecimals,
  spreadFigure,
  type Caution,
  type Figure,
  type SpreadFigure,
} from './figure.ts'
import type { Interval } from './intervals.ts'
import { cohenKappa } from './kappa.ts'
import { ratioInterval } from './ratio-interval.ts'

/** Q series. What was rated is a part of what was answered, by those who asked: the share rated says how much. */
export interface Quality {
  /** Q4, from the histories, of those whose cost is on record. */
  readonly charged: Figure
  /** Nobody put on record what they cost: they are not taken for free. */
  readonly costUnknown: Figure
  /** Quetzales, over those charged. */
  readonly cost: SpreadFigure
  /** Null where the report does not reach the ratings. */
  readonly rated: RatedQuality | null
}

export interface RatedQuality {
  readonly rated: Figure
  readonly completeness: ScoreFigure
  readonly formats: readonly { readonly format: FormatClass; readonly figure: Figure }[]
  readonly formatRespected: Figure
  readonly agreement: AgreementFigure
  readonly formatAgreement: AgreementFigure
}

/** Q1. Null below ten answers. */
export interface ScoreFigure {
  readonly code: 'Q1'
  readonly cohort: 'rated'
  /** Rated answers. */
  readonly n: number
  readonly items: number
  readonly score: number
  /** The most that the items could have scored. */
  readonly most: number
  /** From 0 to 1. */
  readonly share: number | null
  /** Mean of the items, from 0 to 4. */
  readonly mean: number | null
  /** 95 %, of the share; answers are the units, not items. */
  readonly interval: Interval | null
  readonly caution: Caution
  /** As many as `n`. */
  readonly caseIds: readonly string[]
}

/** Q5. No kappa below ten answers. */
export interface AgreementFigure {
  readonly code: 'Q5' | 'Q5-format'
  readonly cohort: 'doubleRated'
  /** Answers that two people rated. */
  readonly n: number
  readonly pairs: number
  readonly agreed: number
  readonly kappa: number | null
  readonly caution: Caution
  /** As many as `n`. */
  readonly caseIds: readonly string[]
}

/** @param ratings of any requests and days; null where they are not known */
export function qualityOf({ closed, window }: Cohorts, ratings: readonly RatingFact[] | null): Quality {
  const delivered = closed.filter(isDelivered)
  const priced = delivered.filter(({ costQuetzales }) => costQuetzales !== null)
  const charged = priced.filter(({ costQuetzales }) => (costQuetzales ?? 0) > 0)
  return {
    charged: shareOf('Q4', 'costKnown', charged, priced.length),
    costUnknown: shareFigure('Q4-unknown', 'delivered', delivered, facts => facts.costQuetzales === null),
    cost: spreadFigure('Q4-cost', 'costKnown', charged, ({ costQuetzales }) => costQuetzales),
    rated: ratings && ratedQuality(closed, standingRatings(ratings, window.asOf)),
  }
}

function ratedQuality(
  closed: readonly CaseFacts[],
  standing: ReadonlyMap<string, StandingRatings>,
): RatedQuality {
  const rated = closed.filter(({ id }) => standing.has(id))
  const first = ({ id }: CaseFacts) => standing.get(id)?.first
  const formatted = rated.filter(facts => isDelivered(facts) && (first(facts)?.format ?? null) !== null)
  const asked = formatted.filter(facts => first(facts)?.askedFormat !== 'no_se_pidio')
  const double = rated.filter(({ id }) => (standing.get(id)?.second ?? null) !== null)
  return {
    rated: shareOf('Q1-rated', 'closed', rated, closed.length),
    completeness: completenessOf(rated, first),
    formats: formatClasses.map(format => ({
      format,
      figure: shareFigure('Q2', 'ratedDelivered', formatted, facts => first(facts)?.format === format),
    })),
    formatRespected: shareFigure(
      'Q3',
      'formatAsked',
      asked,
      facts => first(facts)?.askedFormat === 'respetado',
    ),
    agreement: agreementOf('Q5', double, standing, itemPairs),
    formatAgreement: agreementOf('Q5-format', double.filter(isDelivered), standing, formatPair),
  }
}

function completenessOf(
  rated: readonly CaseFacts[],
  first: (facts: CaseFacts) => RatingFact | undefined,
): ScoreFigure {
  const rows = rated.map(facts => {
    const scores = first(facts)?.scores ?? []
    return { items: scores.length, score: sum(scores), most: mostScore * scores.length }
  })
  const [items, score, most] = [
    sum(rows.map(row => row.items)),
    sum(rows.map(row => row.score)),
    sum(rows.map(row => row.most)),
  ]
  const isShown = rows.length >= minimumForRate
  const interval = isShown ? ratioInterval(rows) : null
  return {
    ...{ code: 'Q1', cohort: 'rated', n: rows.length, items, score, most },
    share: isShown ? sixDecimals(score / most) : null,
    mean: isShown ? sixDecimals(score / items) : null,
    interval: interval && roundedInterval(interval),
    caution: cautionOf(rows.length),
    caseIds: rated.map(({ id }) => id),
  }
}

type Pair = readonly [string, string]

function agreementOf(
  code: AgreementFigure['code'],
  double: readonly CaseFacts[],
  standing: ReadonlyMap<string, StandingRatings>,
  pairsOf: (first: RatingFact, second: RatingFact) => readonly Pair[],
): AgreementFigure {
  const compared = double.flatMap(({ id }) => {
    const blind = standing.get(id)?.blind ?? null
    const pairs = blind === null ? [] : pairsOf(...blind)
    return pairs.length === 0 ? [] : [{ id, pairs }]
  })
  const { pairs, agreed, kappa } = cohenKappa(compared.flatMap(each => each.pairs))
  return {
    ...{ code, cohort: 'doubleRated', n: compared.length, pairs, agreed },
    kappa: kappa === null || compared.length < minimumForRate ? null : sixDecimals(kappa),
    caution: cautionOf(compared.length),
    caseIds: compared.map(({ id }) => id),
  }
}

/** Both rate the same items in the same order. */
function itemPairs(first: RatingFact, second: RatingFact): readonly Pair[] {
  if (first.scores.length !== second.scores.length) return []
  return first.scores.map((score, at) => [String(score), String(second.scores[at])] as const)
}

function formatPair(first: RatingFact, second: RatingFact): readonly Pair[] {
  return first.format === null || second.format === null ? [] : [[first.format, second.format]]
}

function isDelivered({ outcome }: CaseFacts): boolean {
  return outcome === 'entrega_total' || outcome === 'entrega_parcial'
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
