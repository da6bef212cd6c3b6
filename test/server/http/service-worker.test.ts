import { existsSync } from 'node:fs'
import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { workerFile } from '../../../client/assets.ts'
import { readConfig } from '../../../server/config.ts'
import { serviceWorker } from '../../../server/http/service-worker.ts'

describe('the worker that opens the last form without a connection', () => {
  before(function () {
    if (!existsSync(workerFile('on'))) this.skip()
  })

  async function worker(env: Record<string, string>): Promise<request.Response> {
    const app = express()
    app.get('/sw.js', serviceWorker(readConfig(env)))
    return request(app).get('/sw.js')
  }

  it('is asked for anew each time, so that it can be replaced within a visit', async () => {
    const answer = await worker({})
    expect(answer.status).to.equal(200)
    expect(answer.get('content-type')).to.match(/^text\/javascript/)
    expect(answer.get('cache-control')).to.equal('no-cache')
    expect(answer.text).to.include('"fetch"')
  })

  it('is replaced, where it is switched off, by one that forgets, answers nothing and goes', async () => {
    const answer = await worker({ OFFLINE_FORMS: 'off' })
    expect(answer.status).to.equal(200)
    expect(answer.text).to.include('unregister').and.include('caches.delete').and.not.include('"fetch"')
  })
})
