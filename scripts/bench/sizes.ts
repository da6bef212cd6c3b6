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
}

/** The sizes that the bars were set for. */
export const fullSizes: Sizes = { ...usualSizes, openRequests: 100_000, served: 20_000, rounds: 5 }
