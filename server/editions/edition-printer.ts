import type { Edition, EditionFile } from '../store/edition-store.ts'
import type { EditionChallenge, EditionReply } from '../store/edition-word-store.ts'

/** What an edition prints besides its figures. */
export interface EditionWords {
  readonly replies: readonly EditionReply[]
  readonly challenges: readonly EditionChallenge[]
  /** The code of the edition that this one corrects. */
  readonly supersedes: string | null
}

export type PrintedFile = Pick<EditionFile, 'kind' | 'name' | 'mediaType'> & { readonly bytes: Uint8Array }

/** One figure of an institution's page: a count with its n, and the rate where n bears one. */
export interface PageFigure {
  readonly code: string
  readonly count: number
  readonly n: number | null
  readonly rate: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface InstitutionPage {
  readonly institutionId: string
  readonly name: string
  readonly figures: readonly PageFigure[]
  /** Working days; null where n does not bear one. */
  readonly medianDays: number | null
  readonly medianN: number
}

/**
 * Makes an edition's figures and files; the report behind it belongs to another feature. Where a worker makes them
 * it may refuse with AppError 'too-many-reports', 'report-worker-ended' or 'report-interrupted' too.
 */
export interface EditionPrinter {
  /** @throws AppError 'period-invalid', 'before-the-law', 'in-the-future', 'invalid-input' */
  pagesOf(edition: Pick<Edition, 'from' | 'to' | 'asOf'>): Promise<readonly InstitutionPage[]>
  /** @throws AppError 'missing-glyph' */
  print(edition: Edition, words: EditionWords): Promise<readonly PrintedFile[]>
}
