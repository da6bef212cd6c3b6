/** What a figure is held against: `atLeast` or `atMost` so much, of the figure itself or of its ratio to a limit. */
export interface Bar {
  readonly of: 'figure' | 'ratio'
  readonly kind: 'atLeast' | 'atMost'
  readonly value: number
}

/** The bare limit of the machine for the same work, measured in the same run. */
export interface Limit {
  readonly name: string
  readonly value: number
}

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly limit: Limit | null
  /** The figure over its limit. */
  readonly ratio: number | null
  /** Null for a figure that explains another. */
  readonly bar: Bar | null
  readonly passed: boolean | null
}

export interface SceneResult {
  readonly scene: string
  readonly sizes: Readonly<Record<string, number>>
  readonly figures: readonly Figure[]
  /** What was counted on the way, to see that the work was done. */
  readonly counts: Readonly<Record<string, number>>
}

export function atLeast(value: number, of: Bar['of'] = 'ratio'): Bar {
  return { of, kind: 'atLeast', value }
}

export function atMost(value: number, of: Bar['of'] = 'ratio'): Bar {
  return { of, kind: 'atMost', value }
}

export function figure(given: {
  name: string
  value: number
  unit: string
  limit?: Limit
  bar?: Bar
}): Figure {
  const { limit = null, bar = null, ...rest } = given
  const ratio = limit && rest.value / limit.value
  return { ...rest, limit, ratio, bar, passed: bar && isHeld(bar, bar.of === 'ratio' ? ratio : rest.value) }
}

function isHeld({ kind, value }: Bar, measured: number | null): boolean {
  if (measured === null) return false
  return kind === 'atLeast' ? measured >= value : measured <= value
}
