import { expect } from 'chai'
import { addSides, sides, testServer, type TestServer } from '../../support/test-server.ts'
import { visitor, type Visitor } from './pages/pages-server.ts'

/** What each kind of page may load: what comes from this site, and nothing else. */
describe('the content policy', () => {
  let server: TestServer
  let member: Visitor
  let stranger: Visitor
  let request = ''

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
    stranger = await visitor(server, null)
    const answer = await member.send('/es/solicitudes/nueva', {
      ...{ institutionId: sides.institution, kind: 'access', title: 'Contratos', body: 'Copia de todos.' },
      ...{ channel: 'electronica', receivedOn: '2/2/2026', evidenceKind: 'correo' },
    })
    request = answer.get('location') ?? ''
  })

  after(() => server.close())

  type Kind = readonly [title: string, path: () => string, status: number]
  const pages: readonly Kind[] = [
    ['a public page', () => '/es/tablero', 200],
    ['a form', () => '/es/solicitudes/nueva', 200],
    ['a list', () => '/es/solicitudes', 200],
    ['a request', () => request, 200],
    ['a form that was refused', () => '/es/plazos?receivedOn=31/02/2026', 422],
    ['no permission', () => '/es/usuarios', 403],
    ['nothing there', () => '/es/no-existe', 404],
  ]
  const others: readonly Kind[] = [
    ['the worker', () => '/sw.js', 200],
    ['the API', () => '/api/v1', 200],
    ['a refusal of the API', () => '/api/v1/requests/no-existe', 404],
  ]

  for (const [title, path, status] of [...pages, ...others]) {
    it(`${title}: loads nothing but what is named, from here`, async () => {
      const answer = await member.get(path())
      expect(answer.status).to.equal(status)
      const policy = directivesOf(answer.get('content-security-policy'))
      expect(policy.get('default-src')).to.equal("'none'")
      for (const [name, sources] of policy) expect(["'self'", "'none'"], name).to.include(sources)
      for (const name of ['base-uri', 'frame-ancestors']) expect(policy.get(name)).to.equal("'none'")
      for (const name of ['script-src', 'style-src', 'form-action', 'worker-src', 'connect-src'])
        expect(policy.get(name), name).to.equal("'self'")
      expect(answer.get('x-content-type-options')).to.equal('nosniff')
      expect(answer.get('referrer-policy')).to.equal('same-origin')
    })
  }

  for (const [title, path] of pages) {
    it(`${title}: has nothing inline, and asks no other site`, async () => {
      const { text } = await member.get(path())
      expect(text).to.match(/^<!doctype html>/)
      expect(text).to.not.match(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)|javascript:/i)
      const loaded = [
        ...text.matchAll(/<(?:script|img|link|source|iframe|object)[^>]*\s(?:src|href)="([^"]*)"/g),
      ]
      expect(loaded.length).to.be.greaterThan(1)
      for (const [, address = ''] of loaded) expect(address).to.match(/^\/(?!\/)/)
    })
  }

  it('empties the device when somebody signs out', async () => {
    const other = await visitor(server, 'organisation_admin')
    const answer = await other.send('/es/salir', {}, '/es/inicio')
    expect(answer.status).to.equal(303)
    expect(answer.get('clear-site-data')).to.equal('"storage"')
  })

  it('lets a stranger keep what the device keeps: only signing out empties it', async () => {
    expect((await stranger.get('/es/entrar')).get('clear-site-data')).to.equal(undefined)
  })
})

function directivesOf(header: string | undefined): ReadonlyMap<string, string> {
  const parts = (header ?? '').split(';').map(part => part.trim())
  return new Map(parts.map(part => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]))
}
