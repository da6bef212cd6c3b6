import { mongo } from 'mongoose'
import { historyFields, requestCollection } from '../../../server/store/request-store.ts'
import { commits, document, type BareEngine } from './bare-engine.ts'

/** The driver alone: inserts that a majority has in its journal, and its own cursors over the same indexes. */
export function bareMongodb(uri: string): BareEngine {
  const client = new mongo.MongoClient(uri, { writeConcern: { w: 'majority', j: true } })
  const requests = client.db().collection(requestCollection.name)
  return {
    commitsPerSecond: writers => insertsIn(client.db(), writers),
    open: () => requests.find({ owed: true }, { hint: 'byDuty' }),
    all: () => requests.find({}, { hint: 'byReceived', sort: byReceived }),
    histories: upTo =>
      requests.find({ receivedOn: { $lte: upTo } }, { hint: 'byReceived', sort: byReceived, projection }),
    close: () => client.close(),
  }
}

const byReceived = { receivedOn: 1, _id: 1 } as const
const projection = Object.fromEntries(historyFields.map(field => [field, 1 as const]))

async function insertsIn(database: mongo.Db, writers: number): Promise<number> {
  const collection = database.collection('bench_bare')
  let left = commits
  const insertInTurn = async () => {
    while (left-- > 0) await collection.insertOne({ document })
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: writers }, insertInTurn))
  const ms = performance.now() - began
  await collection.drop()
  return (commits / ms) * 1000
}
