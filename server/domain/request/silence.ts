import type { ClockId } from './states.ts'

interface Broken {
  readonly clock: ClockId
  readonly standing: 'vigente' | 'superado'
}

/**
 * The broken term to answer, extended or not, from which silence follows (article 44): the last that stands
 * by the record as it is. Null where the answer came in time or its day has not passed. A late answer does
 * not undo it: what it cures is told beside it.
 */
export function silenceIn<B extends Broken>(breaches: readonly B[]): B | null {
  return (
    breaches.findLast(
      ({ clock, standing }) => standing === 'vigente' && (clock === 'K1' || clock === 'K3'),
    ) ?? null
  )
}
