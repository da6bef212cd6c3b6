/** How much work each scene does. */
export interface Sizes {
  /** Due dates to compute. */
  readonly dueDates: number
  /** Open requests to scan. */
  readonly openRequests: number
  /** Requests in the store behind the server. */
  readonly served: number
  /** Calls of each kind in one round. */
  readonly calls: number
  /** Requests that the report is about. */
  readonly reported: number
  /** Rows of the table, and tenths of the pages, of the documents written for their pages alone. */
  readonly written: number
  readonly rounds: number
  /** Requests in each of the populations that the main job is measured on, the smallest first. */
  readonly populations: readonly number[]
  readonly scale: {
    readonly on: 'embedded' | 'mongodb'
    /** The folder in which populations are kept from one run to the next; null keeps none. */
    readonly keptIn: string | null
    readonly burstPerSecond: number
    readonly burstSeconds: number
  }
}

/** Ends in some three minutes on two cores. */
export const usualSizes: Sizes = {
  dueDates: 1_000_000,
  openRequests: 20_000,
  served: 5_000,
  calls: 2_000,
  reported: 10_000,
  written: 10_000,
  rounds: 3,
  populations: [2_000, 10_000],
  scale: { on: 'embedded', keptIn: null, burstPerSecond: 500, burstSeconds: 2 },
}

/** The sizes that the bars were set for. */
export const fullSizes: Sizes = {
  ...usualSizes,
  ...{ openRequests: 100_000, served: 20_000, rounds: 5, populations: [100_000, 1_000_000] },
  scale: { ...usualSizes.scale, burstSeconds: 60 },
}
