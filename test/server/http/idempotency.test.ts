import { expect } from 'chai'
import express, { type Express } from 'express'
import request from 'supertest'
import { AppError } from '../../../server/errors.ts'
import { errorHandler } from '../../../server/http/error-handler.ts'
import { idempotent, newIdFor, type Create } from '../../../server/http/idempotency.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('a create with an Idempotency-Key', () => {
  let context: TempContext
  let app: Express
  let made: string[]
  let create: Create

  beforeEach(async () => {
    context = await tempContext()
    made = []
    create = async req => {
      const id = newIdFor(req)
      made.push(id)
      return { status: 201, body: { id }, headers: { Location: `/things/${id}` } }
    }
    app = express()
    app.use(express.json())
    app.post(
      '/api/v1/things',
      idempotent(context, req => create(req)),
    )
    app.use(errorHandler(context, null))
  })

  afterEach(() => context.close())

  function post(key: string | null, body: object = { name: 'x' }) {
    const call = request(app).post('/api/v1/things')
    return (key === null ? call : call.set('Idempotency-Key', key)).send(body)
  }

  it('is done once, and answered alike each time', async () => {
    const first = await post('k').expect(201)
    const second = await post('k').expect(201)
    expect(made).to.have.lengthOf(1)
    expect(second.body).to.eql(first.body)
    expect(second.headers).to.include({ location: first.headers.location, 'idempotency-replayed': 'true' })
  })

  it('is done each time without a key', async () => {
    await post(null)
    await post(null)
    expect(new Set(made).size).to.equal(2)
  })

  it('is one of 40 that come at once; the others wait or get the same reply', async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, () => post('k')))
    expect(made).to.have.lengthOf(1)
    for (const { status, body } of replies) {
      expect(status === 201 ? body.id : body.code).to.be.oneOf([made[0], 'idempotency-key-in-use'])
    }
  })

  it('is refused with another body', async () => {
    await post('k')
    const reply = await post('k', { name: 'y' })
    expect([reply.status, reply.body.code]).to.eql([422, 'idempotency-key-reused'])
  })

  it('may be tried again with the same key after a refusal, which created nothing', async () => {
    const works = create
    create = () => Promise.reject(new AppError('unknown-institution'))
    await post('k').expect(422)
    create = works
    await post('k').expect(201)
    expect(made).to.have.lengthOf(1)
  })

  it('has the same id when it is taken up after a crash, so that it meets its own record', async () => {
    let id = ''
    create = async req => {
      id = newIdFor(req)
      return new Promise(() => {})
    }
    const cutOff = post('k').timeout(200)
    await cutOff.catch(() => {})
    expect((await post('k').timeout(5_000)).body.code).to.equal('idempotency-key-in-use')
    context.setNow('2026-02-02T09:01:01-06:00')
    create = async req => ({ status: 201, body: { id: newIdFor(req) } })
    expect((await post('k').expect(201)).body.id).to.equal(id)
  })

  it('is forgotten after a day', async () => {
    await post('k').expect(201)
    context.setNow('2026-02-03T09:00:01-06:00')
    await post('k', { name: 'y' }).expect(201)
    expect(made).to.have.lengthOf(2)
  })

  it('needs a key that is one', async () => {
    for (const key of ['', 'a b', 'x'.repeat(201)]) {
      const reply = await post(key)
      expect([reply.status, reply.body.errors[0].field], key).to.eql([400, 'Idempotency-Key'])
    }
  })
})
