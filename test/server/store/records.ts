import { Schema } from 'mongoose'
import { defineCollection, type Collection } from '../../../server/store/collection.ts'

/** An invented record with one field of each kind that an index or a document may hold. */
export interface Sample {
  readonly _id: string
  readonly version: number
  readonly office: string | null
  readonly rank: number | null
  readonly uses: number
  readonly terms: readonly string[]
  readonly code: string | null
  readonly at: Date | null
  readonly open: boolean
  readonly parties: readonly { readonly unit: string; readonly since: Date | null }[]
  readonly place: { readonly town: string | null; readonly floor: number | null }
  readonly notes: readonly { readonly text: string }[]
  readonly data: Readonly<Record<string, unknown>>
  readonly bytes: Uint8Array | null
}

const paths = {
  _id: { type: String, required: true },
  version: { type: Number, required: true },
  office: { type: String, default: null },
  rank: { type: Number, default: null },
  uses: { type: Number, required: true },
  terms: { type: [String], required: true },
  code: { type: String, default: null, minlength: 2 },
  at: { type: Date, default: null },
  open: { type: Boolean, required: true },
  parties: [new Schema({ unit: { type: String, required: true }, since: Date }, { _id: false })],
  place: { town: { type: String, default: null }, floor: { type: Number, default: null } },
  notes: { type: [Object], required: true },
  data: { type: Object, required: true },
  bytes: { type: Buffer, default: null },
} satisfies Record<keyof Sample, unknown>

export function sampleCollection(name: string, { deletable = true } = {}) {
  return defineCollection<Sample>()({
    name,
    schema: new Schema(paths),
    deletable,
    indexes: {
      byOffice: { fields: ['office', 'rank'] },
      byRank: { fields: ['rank'] },
      byTerm: { fields: ['office', 'terms'] },
      byTermAndTime: { fields: ['terms', 'at'] },
      byTime: { fields: ['at'], sparse: true },
      byCode: { fields: ['code'], unique: true, sparse: true },
      byUnit: { fields: ['parties.unit', 'rank'] },
      byPlace: { fields: ['place.town', 'place.floor'] },
      byOpen: { fields: ['open', 'at', 'rank'] },
    },
  })
}

export function sample(id: string, given: Partial<Sample> = {}): Sample {
  return {
    _id: id,
    version: 1,
    office: 'norte',
    rank: 1,
    uses: 0,
    terms: [],
    code: null,
    at: null,
    open: true,
    parties: [],
    place: { town: null, floor: null },
    notes: [],
    data: {},
    bytes: null,
    ...given,
  }
}

export type Samples = Collection<Sample, ReturnType<typeof sampleCollection>['indexes']>

/** Gives an empty collection with its indexes built. */
export type Fresh = (options?: { deletable?: boolean }) => Promise<Samples>
