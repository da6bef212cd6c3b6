import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'bson'
import { expect } from 'chai'
import * as fc from 'fast-check'
import type { Connection, Schema } from 'mongoose'
import { AppError } from '../../../server/errors.ts'
import { casterFor, unconnected, type Caster } from '../../../server/store/casting.ts'
import { openEmbedded } from '../../../server/store/embedded/open.ts'
import { fittingFor } from '../../../server/store/fitting.ts'
import { createStores } from '../../../server/store/stores.ts'
import { corrupted, documentsOf, type Fields } from './documents-of.ts'
import { sampleCollection } from './records.ts'

interface Defined {
  readonly name: string
  readonly schema: Schema
  readonly usual: (connection: Connection) => Caster
  /** The oracle. */
  readonly byMongoose: (connection: Connection) => Caster
}

/** What is right already is not shown to mongoose, and has to come out as if it had been. */
describe('casting', function () {
  this.timeout(300_000)
  const connections = [unconnected(), unconnected()] as const
  let definitions: readonly Defined[] = []

  before(async () => {
    definitions = await everyDefinition()
  })
  after(() => Promise.all(connections.map(connection => connection.close())))

  it('takes what fits the schema of any collection without mongoose', () => {
    for (const { name, schema } of definitions) {
      const fitting = fittingFor(schema)
      const property = fc.property(documentsOf(schema), document => {
        expect(fitting?.whole(document), name).to.include.keys(Object.keys(document))
        expect(fitting?.part(document), name).to.eql(fitting?.part({ ...document, missing: undefined }))
      })
      fc.assert(property, { numRuns: 50 })
    }
  })

  it('accepts and refuses documents of every collection as mongoose does', async () => {
    for (const { name, schema, usual, byMongoose } of definitions) {
      const [caster, oracle] = [usual(connections[0]), byMongoose(connections[1])]
      const property = fc.asyncProperty(some(schema), async document => {
        const expected = await outcomeOf(() => oracle.castDocument(document))
        expect(await outcomeOf(() => caster.castDocument(document)), name).to.eql(expected)
      })
      await fc.assert(property, { numRuns: runs })
    }
  })

  it('accepts and refuses changes of every collection as mongoose does', async () => {
    for (const { name, schema, usual, byMongoose } of definitions) {
      const [caster, oracle] = [usual(connections[0]), byMongoose(connections[1])]
      const property = fc.asyncProperty(some(schema), fc.nat(), async (document, number) => {
        const change = changeFrom(document, number)
        const expected = await outcomeOf(() => oracle.castChange(change))
        expect(await outcomeOf(() => caster.castChange(change)), name).to.eql(expected)
      })
      await fc.assert(property, { numRuns: runs })
    }
  })

  it('leaves a schema of a kind that it does not know to mongoose', () => {
    expect(fittingFor(sampleCollection('others').schema)).to.equal(null)
  })
})

const runs = Number(process.env.CASTING_RUNS ?? 100)

function some(schema: Schema): fc.Arbitrary<Fields> {
  const documents = documentsOf(schema)
  return fc.oneof({ weight: 1, arbitrary: documents }, { weight: 4, arbitrary: corrupted(documents) })
}

/** Some of the fields, of which some arrays are pushed. */
function changeFrom({ _id, version: _version, ...fields }: Fields, number: number) {
  const isAt = (bit: number) => Math.floor(number / 2 ** (bit % 31)) % 2 === 1
  const taken = Object.entries(fields).filter((_, at) => isAt(at))
  const isPushed = ([, value]: [string, unknown], at: number) => Array.isArray(value) && isAt(at + 7)
  const isWithId = number % 50 === 0
  return {
    set: {
      ...Object.fromEntries(taken.filter((each, at) => !isPushed(each, at))),
      ...(isWithId && { _id }),
    },
    push: Object.fromEntries(taken.filter(isPushed)),
  }
}

/** What was accepted, as it would be read back; or the refusal; or what mongoose itself could not bear. */
async function outcomeOf(cast: () => Promise<object>): Promise<unknown> {
  try {
    return { accepted: deserialize(serialize(await cast(), { ignoreUndefined: true })) }
  } catch (error) {
    if (error instanceof AppError) return { refused: error.details }
    return { failed: error instanceof Error ? error.name : error }
  }
}

async function everyDefinition(): Promise<Defined[]> {
  const dir = await mkdtemp(join(tmpdir(), 'vigia-casting-'))
  const engine = await openEmbedded({ dir, now: () => new Date(0) })
  const found: Defined[] = []
  createStores({
    ...engine,
    collection(definition) {
      const { name, schema } = definition
      found.push({
        name,
        schema,
        usual: connection => casterFor(definition, connection),
        byMongoose: connection => casterFor(definition, connection, null),
      })
      return engine.collection(definition)
    },
  })
  await engine.close()
  await rm(dir, { recursive: true })
  return found
}
