/**
 * What became of a recommendation, by the coordination's judgement; `sin_respuesta`: nobody has said anything yet.
 * An institution claims one of the first three.
 */
export const recommendationStates = ['hecha', 'en_parte', 'no', 'sin_respuesta'] as const

export type RecommendationState = (typeof recommendationStates)[number]

export const claimedStates = ['hecha', 'en_parte', 'no'] as const satisfies readonly RecommendationState[]

export type ClaimedState = (typeof claimedStates)[number]
