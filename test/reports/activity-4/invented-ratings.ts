import type { BarrierFact } from '../../../server/domain/barriers.ts'
import { barrierKinds } from '../../../server/domain/barriers.ts'
import { askedFormats, formatClasses, type RatingFact } from '../../../server/domain/ratings.ts'
import type { CaseFacts } from '../../../server/domain/statistics/case-facts.ts'
import { seeded } from '../../server/domain/statistics/seeded.ts'

/** Ratings of some of the answers, a part of them by two people, the same on every run. */
export function inventedRatings(cases: readonly CaseFacts[]): readonly RatingFact[] {
  const random = seeded(31)
  return cases.flatMap(facts => {
    const { answeredOn, outcome } = facts
    if (answeredOn === null || random() < 0.5) return []
    const first = inventedRating(facts, 'ana', random)
    const second = random() < 0.4 ? [{ ...inventedRating(facts, 'leo', random), scores: first.scores }] : []
    return [first, ...second].map(rating =>
      outcome?.startsWith('entrega') ? rating : { ...rating, format: null },
    )
  })
}

function inventedRating(
  { id, receivedOn, answeredOn }: CaseFacts,
  raterId: string,
  random: () => number,
): RatingFact {
  const ratedOn = answeredOn ?? receivedOn
  return {
    ...{ id: `${id}-${raterId}`, requestId: id, raterId, ratedOn },
    ratedAt: new Date(`${ratedOn}T15:00:00Z`),
    scores: Array.from({ length: 1 + Math.floor(random() * 4) }, () => Math.min(4, Math.floor(random() * 7))),
    format: formatClasses[Math.floor(random() * 3)] ?? 'abierto',
    askedFormat: askedFormats[Math.floor(random() * 3)] ?? 'no_se_pidio',
  }
}

/** Barriers with and without a request, the same on every run. */
export function inventedBarriers(cases: readonly CaseFacts[]): readonly BarrierFact[] {
  const random = seeded(32)
  return cases.flatMap(({ id, institutionId, organisationId, receivedOn }) => {
    if (random() < 0.9) return []
    const kind = barrierKinds[Math.floor(random() * barrierKinds.length)] ?? 'otra'
    const requestId = random() < 0.5 ? id : null
    return [{ id: `barrier-${id}`, kind, occurredOn: receivedOn, organisationId, institutionId, requestId }]
  })
}
