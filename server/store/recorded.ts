import { Schema } from 'mongoose'
import type { Correction } from '../domain/register/corrections.ts'

/** What every entry of a register of activities has besides its own fields. None is ever deleted. */
export interface Recorded {
  readonly id: string
  /** Entered by mistake: it stays to be seen and counts nowhere. */
  readonly annulled: boolean
  /** The oldest first. */
  readonly corrections: readonly Correction[]
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly version: number
}

const text = { type: String, required: true } as const

const correction = new Schema<Correction>(
  { at: { type: Date, required: true }, by: text, reason: text, before: text } satisfies Record<
    keyof Correction,
    object
  >,
  { _id: false },
)

export const recordedPaths = {
  _id: text,
  annulled: { type: Boolean, required: true },
  corrections: { type: [correction], required: true },
  recordedAt: { type: Date, required: true },
  recordedBy: text,
  version: { type: Number, required: true },
}

/** A change of an entry's own fields, with the correction that says why. */
export interface Correcting<Fields> {
  readonly set: Partial<Fields & Pick<Recorded, 'annulled'>>
  readonly correction: Correction
}
