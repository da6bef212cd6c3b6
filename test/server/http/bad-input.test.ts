import { expect } from 'chai'
import fc from 'fast-check'
import { addSides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

describe('bad input', () => {
  let server: TestServer
  let admin: SignedIn

  before(async () => {
    server = await testServer()
    await addSides(server)
    admin = await server.signIn('system_admin')
  })

  after(() => server.close())

  /** Sends the bytes as they are: superagent would make JSON of them. */
  function raw(call: ReturnType<SignedIn['send']>, body: string | Buffer, type = 'application/json') {
    return call
      .set('Content-Type', type)
      .serialize(bytes => bytes)
      .send(Buffer.from(body))
  }

  function post(body: string | Buffer, type?: string) {
    return raw(admin.send('post', '/api/v1/users'), body, type)
  }

  const bodies = [
    ['is not JSON', '{"email": ', 'application/json', 400, 'body-not-json'],
    ['is not an object', '"text"', 'application/json', 400, 'body-not-json'],
    ['is a list', '[]', 'application/json', 400, 'invalid-input'],
    ['is empty', '', 'application/json', 400, 'invalid-input'],
    [
      'is not UTF-8',
      Buffer.from([0x7b, 0x22, 0xe1, 0x22, 0x3a, 0x31, 0x7d]),
      'application/json',
      400,
      'body-not-json',
    ],
    ['says it is Latin-1', '{}', 'application/json; charset=iso-8859-1', 415, 'unsupported-media-type'],
    ['says it is UTF-16', '{}', 'application/json; charset=utf-16', 415, 'unsupported-media-type'],
    ['is a form', 'email=a', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['is XML', '<a/>', 'application/xml', 415, 'unsupported-media-type'],
    [
      'is 10 MB of text',
      JSON.stringify({ name: 'a'.repeat(10_000_000) }),
      'application/json',
      413,
      'body-too-big',
    ],
    ['has an operator for a string', '{"email": {"$ne": ""}}', 'application/json', 400, 'invalid-input'],
    ['has __proto__', '{"__proto__": {"role": "system_admin"}}', 'application/json', 400, 'invalid-input'],
    ['has a NUL', '{"name": "a\\u0000b"}', 'application/json', 400, 'invalid-input'],
    ['has half a surrogate pair', '{"name": ["a\\ud800"]}', 'application/json', 400, 'invalid-input'],
    ['has constructor', '{"constructor": {"prototype": {}}}', 'application/json', 400, 'invalid-input'],
    [
      'is nested 60,000 deep',
      `{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
      'application/json',
      400,
      'invalid-input',
    ],
  ] as const

  for (const [title, body, type, status, code] of bodies) {
    it(`refuses a body that ${title}`, async () => {
      const reply = await post(body, type)
      expect([reply.status, reply.body.code]).to.eql([status, code])
      expect(reply.type).to.equal('application/problem+json')
    })
  }

  it('refuses a compressed body, which could be a bomb', async () => {
    const reply = await admin
      .send('post', '/api/v1/users')
      .set('Content-Encoding', 'gzip')
      .type('json')
      .send('{}')
    expect([reply.status, reply.body.code]).to.eql([415, 'unsupported-media-type'])
  })

  it('refuses an address that cannot be decoded', async () => {
    const reply = await admin.get('/api/v1/users/%E0%A4%A')
    expect([reply.status, reply.body.code]).to.eql([400, 'bad-request'])
  })

  it('names every wrong field at once, in the language asked for', async () => {
    const reply = await post('{"email": 7, "role": "rey"}').set('Accept-Language', 'en-GB,en;q=0.8')
    expect(reply.body).to.include({
      title: 'Some of what you sent needs correcting',
      instance: '/api/v1/users',
    })
    const fields = reply.body.errors.map(({ field }: { field: string }) => field)
    expect(fields).to.have.members(['email', 'role', 'name'])
    expect(reply.body.errors.map(({ message }: { message: string }) => message).join()).not.to.match(
      /[{}]|undefined/,
    )
  })

  it('never repeats what was typed', async () => {
    const reply = await post(JSON.stringify({ email: 'secreto-tecleado', role: 'otro-secreto' }))
    expect(reply.text).not.to.contain('secreto')
  })

  it('answers what does not exist as the API does', async () => {
    const reply = await server.anonymous.get('/api/v1/nada')
    expect([reply.status, reply.body.code, reply.type]).to.eql([404, 'not-found', 'application/problem+json'])
  })

  const valid = { email: 'a@ejemplo.test', name: 'A', role: 'regulator', language: 'es' }

  /** Seven in ten are a good body with something put in it that does not belong there; the rest is junk. */
  const malformed = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ key: fc.constantFrom(...Object.keys(valid)), value: fc.jsonValue() })
        .map(({ key, value }) => JSON.stringify({ ...valid, [key]: value })),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ key: fc.string(), value: fc.jsonValue() })
        .map(({ key, value }) => JSON.stringify({ ...valid, [key]: value })),
    },
    { weight: 1, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes)) },
  )

  it('never takes the server down: 2,000 malformed bodies, none answered with a failure of ours', async () => {
    const paths = ['/api/v1/users', '/api/v1/session', '/api/v1/users/user-x'] as const
    const counts = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(malformed, fc.constantFrom(...paths), async (body, path) => {
        const method = path === '/api/v1/users/user-x' ? 'patch' : 'post'
        const { status } = await raw(admin.send(method, path).set('If-Match', '"1"'), body)
        counts.set(status, (counts.get(status) ?? 0) + 1)
        expect(status, String(body)).to.be.lessThan(500)
      }),
      { numRuns: 2_000, seed: 42 },
    )
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).to.be.at.least(2_000)
    expect((await server.anonymous.get('/health')).status).to.equal(200)
  }).timeout(120_000)
})
