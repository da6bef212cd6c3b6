import { expect } from 'chai'
import type { Plan } from '../../../server/store/query.ts'
import type { Driver, RawDocument } from '../../../server/store/raw-collection.ts'
import { watched, type SlowOperation } from '../../../server/store/slow-operations.ts'
import { tempContext } from '../../support/temp-context.ts'

describe('operations of the store that take long', () => {
  let told: SlowOperation[]
  let milliseconds: number
  let takes: number

  beforeEach(() => {
    told = []
    milliseconds = 0
    takes = 250
  })

  async function taking<R>(result: R): Promise<R> {
    milliseconds += takes
    return result
  }

  const document: RawDocument = { _id: 'secret-id', version: 1, title: 'secret-title' }
  const plan: Plan = {
    collection: 'requests',
    index: 'byOffice',
    definition: { fields: ['office'] },
    equals: ['secret-office'],
    range: null,
    arrayField: null,
  }
  const page = { order: 'asc', after: 'secret-cursor', limit: 5, projection: null, isPass: false } as const
  const driver: Driver = {
    get: () => taking(document),
    getMany: () => taking([document, document]),
    insert: () => taking(undefined),
    insertMany: batch => taking([batch[0]?._id ?? '']),
    change: () => taking(null),
    page: () => taking({ items: [document, document, document], next: null }),
    ids: () => taking({ items: ['secret-id', 'secret-other'], next: null }),
    count: () => taking(7),
    remove: () => taking(true),
    removeWhere: () => taking(4),
  }
  const slow = () =>
    watched(driver, 'requests', {
      overMs: 200,
      now: () => milliseconds,
      tell: operation => told.push(operation),
    })

  const cases: readonly (readonly [keyof Driver, string, number, () => Promise<unknown>])[] = [
    ['get', '_id', 1, () => slow().get('secret-id')],
    ['getMany', '_id', 2, () => slow().getMany(['secret-id', 'secret-other'])],
    ['insert', '_id', 1, () => slow().insert(document)],
    ['insertMany', '_id', 2, () => slow().insertMany([document, document, document])],
    ['change', '_id', 0, () => slow().change('secret-id', noCondition, noChange)],
    ['page', 'byOffice', 3, () => slow().page(plan, page)],
    ['ids', 'byOffice', 2, () => slow().ids(plan, page)],
    ['count', 'byOffice', 7, () => slow().count(plan, 10)],
    ['remove', '_id', 1, () => slow().remove('secret-id')],
    ['removeWhere', 'byOffice', 4, () => slow().removeWhere(plan)],
  ]
  for (const [operation, index, count, run] of cases) {
    it(`are told of: ${operation}, by index, time and count, without a value`, async () => {
      await run()
      expect(told).to.deep.equal([{ collection: 'requests', operation, index, milliseconds: 250, count }])
      expect(JSON.stringify(told)).not.to.include('secret')
    })
  }

  it('are not those that took just as long as they may', async () => {
    takes = 200
    await slow().get('secret-id')
    expect(told).to.deep.equal([])
  })

  it('are also those that failed, which fail as they would have', async () => {
    const failing = { ...driver, get: () => taking(null).then(() => Promise.reject(new Error('gone'))) }
    const get = watched(failing, 'requests', {
      overMs: 200,
      now: () => milliseconds,
      tell: each => told.push(each),
    })
    const failure = await get.get('secret-id').catch((error: unknown) => error)
    expect(String(failure)).to.equal('Error: gone')
    expect(told).to.deep.equal([
      { collection: 'requests', operation: 'get', index: '_id', milliseconds: 250, count: null },
    ])
  })

  it('are in the log of a site whose store is slow, and not where SLOW_QUERY_MS is 0', async () => {
    const logs: boolean[] = []
    for (const SLOW_QUERY_MS of ['1', '0']) {
      const context = await tempContext({ env: { SLOW_QUERY_MS } })
      const many = Array.from({ length: 3_000 }, (_, at) => ({
        ...{ id: `secret-${at}`, name: `secret-${at}`, foldedName: `secret-${at}`, active: true, version: 1 },
      }))
      await context.stores.organisations.addMissing(many)
      const lines = context.logged.filter(line => line.includes('The store took long'))
      logs.push(
        lines.some(line => line.includes('"operation":"insertMany"') && line.includes('organisations')),
      )
      expect(lines.join('')).not.to.include('secret')
      await context.close()
    }
    expect(logs).to.deep.equal([true, false])
  })
})

const noCondition = { equals: {}, lessOrEqual: {} }
const noChange = { set: {}, push: {}, increment: {} }
