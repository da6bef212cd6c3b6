import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect } from 'chai'
import express from 'express'
import { pino } from 'pino'
import request from 'supertest'
import { AppError } from '../../../server/errors.ts'
import { errorHandler } from '../../../server/http/error-handler.ts'

function serverThatThrows(thrown: unknown, render: Parameters<typeof errorHandler>[1] = null) {
  const logged: string[] = []
  const log = pino({}, { write: line => logged.push(line) })
  const app = express()
  app.use(express.json())
  app.all('/{*path}', () => {
    throw thrown
  })
  app.use(errorHandler({ log }, render))
  return { http: request(app), logged }
}

describe('the error handler', () => {
  it('answers a bug as "unexpected" and says nothing of it', async () => {
    const { http, logged } = serverThatThrows(new TypeError('cannot read the password of Ana'))
    const reply = await http.get('/api/v1/x').expect(500)
    expect(reply.body.code).to.equal('unexpected')
    expect(reply.text).not.to.contain('Ana')
    expect(logged.join()).to.contain('cannot read the password of Ana').and.contain('error-handler.test')
  })

  it('cuts an answer that failed half-way, and logs why, but not that the caller went away', async () => {
    const logged: string[] = []
    const log = pino({}, { write: line => logged.push(line) })
    const app = express()
    const ends: Readonly<Record<string, () => Error | null>> = {
      '/fails': () => new AppError('storage-failed', { cause: 'disk' }),
      '/waits': () => null,
    }
    app.get('/{*path}', async (req, res) => {
      const source = new Readable({ read: () => {} })
      source.push('half of it')
      setImmediate(() => {
        const error = ends[req.path]?.()
        if (error) source.destroy(error)
      })
      await pipeline(source, res)
    })
    app.use(errorHandler({ log }, null))
    const server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const cut = await fetch(`${url}/fails`)
      .then(answer => answer.text())
      .catch(() => 'cut')
    expect(cut).to.equal('cut')
    expect(logged.join()).to.contain('storage-failed')
    logged.length = 0
    const gone = new AbortController()
    const begun = await fetch(`${url}/waits`, { signal: gone.signal })
    gone.abort()
    await begun.text().catch(() => '')
    server.close()
    await once(server, 'close')
    expect(logged).to.deep.equal([])
  })

  it('logs no body', async () => {
    const { http, logged } = serverThatThrows(new Error('broken'))
    await http.post('/api/v1/x').send({ secret: 'lo que se tecleó' }).expect(500)
    expect(logged.join()).not.to.contain('tecleó')
  })

  it('logs nothing for what the caller can mend', async () => {
    const { http, logged } = serverThatThrows(new AppError('not-found'))
    await http.get('/api/v1/x').expect(404)
    expect(logged).to.eql([])
  })

  it('says when to try again while the store is away', async () => {
    const { http } = serverThatThrows(new AppError('storage-failed'))
    const reply = await http.get('/api/v1/x').expect(503)
    expect(reply.headers['retry-after']).to.equal('5')
  })

  it('points at the field that a refusal is about', async () => {
    const { http } = serverThatThrows(new AppError('extension-too-long', { field: 'data.days' }))
    const reply = await http.get('/api/v1/x').expect(422)
    expect(reply.body.errors).to.have.lengthOf(1)
    expect(reply.body.errors[0]).to.include({ field: 'data.days', code: 'extension-too-long' })
    expect(reply.body.errors[0].message).to.contain('10')
  })

  it('shows people a page in the language of the address', async () => {
    const { http } = serverThatThrows(new AppError('not-found'))
    const reply = await http.get('/en/solicitudes/x').expect(404)
    expect(reply.type).to.equal('text/html')
    expect(reply.text).to.contain('<html lang="en">').and.contain('<h1>Not found</h1>')
  })

  it('uses the site’s own page, and the plain one when that fails too', async () => {
    const own = serverThatThrows(new AppError('forbidden'), (_req, { code }) => `<p>${code}</p>`)
    expect((await own.http.get('/es/x').expect(403)).text).to.equal('<p>forbidden</p>')
    const broken = serverThatThrows(new AppError('forbidden'), () => {
      throw new Error('the page is broken')
    })
    expect((await broken.http.get('/es/x').expect(403)).text).to.contain('<h1>')
  })

  it('answers things that are no errors at all', async () => {
    for (const thrown of ['text', 7, { status: 'x' }]) {
      expect((await serverThatThrows(thrown).http.get('/api/v1/x')).status).to.equal(500)
    }
  })
})
