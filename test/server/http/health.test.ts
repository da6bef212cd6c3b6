import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { health } from '../../../server/http/health.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('/health', () => {
  let context: TempContext

  before(async () => {
    context = await tempContext({ now: '2026-02-02T09:00:00-06:00' })
  })

  after(() => context.close())

  function ask(lastScanAt: () => Promise<Date | null>) {
    return request(express().get('/health', health(context, lastScanAt))).get('/health')
  }

  const cases = [
    ['before the first scan', null, 200],
    ['25 hours after a scan', '2026-02-01T08:00:00-06:00', 200],
    ['26 hours after a scan', '2026-02-01T07:00:00-06:00', 200],
    ['27 hours after a scan', '2026-02-01T06:00:00-06:00', 503],
  ] as const

  for (const [title, scannedAt, status] of cases) {
    it(`answers ${status} ${title}`, async () => {
      const reply = await ask(async () => scannedAt && new Date(scannedAt))
      expect(reply.status).to.equal(status)
      expect(reply.body.status).to.equal(status === 200 ? 'ok' : 'failing')
    })
  }

  it('answers 503 when the store does not answer', async () => {
    const other = await tempContext()
    await other.close()
    const reply = await request(
      express().get(
        '/health',
        health(other, async () => null),
      ),
    ).get('/health')
    expect([reply.status, reply.body.store]).to.eql([503, 'unreachable'])
  })
})
