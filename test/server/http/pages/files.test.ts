import { expect } from 'chai'
import type { Agent } from 'supertest'
import { addSides, sides, testPassword, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

const path = '/es/solicitudes/nueva'
const pdf = Buffer.from('%PDF-1.7\nacuse')
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])

describe('a file that comes with a form', () => {
  let server: TestServer
  let member: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
  })

  after(() => server.close())

  function fields(title: string) {
    return {
      ...{ institutionId: sides.institution, kind: 'access', title, body: `${title}: copia.` },
      ...{ channel: 'electronica', receivedOn: '2/2/2026', evidenceKind: 'correo' },
    }
  }

  function sendWith(agent: Agent, values: Record<string, string>, content: Buffer, name: string) {
    const sending = agent.post(path)
    for (const [key, value] of Object.entries(values)) sending.field(key, value)
    return sending.attach('file', content, name)
  }

  async function form(here: Visitor, title: string): Promise<Record<string, string>> {
    return { ...hiddenIn((await here.get(path)).text, path), ...fields(title) }
  }

  const refused: readonly [title: string, content: Buffer, name: string][] = [
    ['a program', program, 'constancia.exe'],
    ['a program that is called a paper', program, 'constancia.pdf'],
    ['a page with scripts', Buffer.from('<!doctype html><script>1</script>'), 'acuse.html'],
    ['a kind that nobody knows', Buffer.from([1, 2, 3, 4, 5]), 'acuse.bin'],
  ]

  for (const [title, content, name] of refused) {
    it(`is refused where it is ${title}: the form says which kinds, and how big, and keeps the rest`, async () => {
      const answer = await sendWith(member.agent, await form(member, 'Con un archivo raro'), content, name)
      expect(answer.status).to.equal(422)
      const words = /<a href="#f-file">([^<]*)<\/a>/.exec(answer.text)?.[1]
      expect(words).to.match(/PDF, imagen, audio.* de hasta 20 MB$/)
      expect(answer.text).to.include(`id="e-file">${words}<`).and.include('value="Con un archivo raro"')
    })

    it(`is refused ahead of its form, in the same words, where it is ${title}`, async () => {
      const token = hiddenIn((await member.get(path)).text, path)._csrf ?? ''
      const answer = await member.agent
        .post('/es/archivos')
        .field('_csrf', token)
        .attach('file', content, name)
      expect(answer.status).to.equal(422)
      expect(answer.body.message).to.match(/PDF, imagen, audio.* de hasta 20 MB$/)
    })
  }

  it('goes ahead of its form, which then only names it', async () => {
    const values = await form(member, 'Con un archivo adelantado')
    const sent = await member.agent
      .post('/es/archivos')
      .field('_csrf', values._csrf ?? '')
      .attach('file', pdf, 'acuse de recibo.pdf')
    expect(sent.status).to.equal(201)
    const { name, sha256 } = sent.body
    expect(name).to.equal('acuse de recibo.pdf')
    const logged = await post(member.agent, path, { ...values, fileName: name, fileSha256: sha256 })
    expect(logged.status, logged.text).to.equal(303)
    expect((await member.get(logged.get('location') ?? '')).text).to.include('acuse de recibo.pdf')
  })

  it('cannot be named by somebody who did not send it', async () => {
    const other = await visitor(server, 'other_organisation_member')
    const values = await form(other, 'Con el archivo de otra persona')
    const sha256 = 'a'.repeat(64)
    const logged = await post(other.agent, path, { ...values, fileName: 'acuse.pdf', fileSha256: sha256 })
    expect((await other.get(logged.get('location') ?? '')).text).to.not.include('acuse.pdf')
  })

  it('is not taken from a stranger, and is asked for again when they have signed in, with all the rest', async () => {
    const stranger = await visitor(server, null)
    expect((await stranger.agent.post('/es/archivos').attach('file', pdf, 'acuse.pdf')).status).to.equal(401)
    const ended = await sendWith(stranger.agent, fields('Cuando la sesión terminó'), pdf, 'acuse.pdf')
    expect(ended.status).to.equal(401)
    const { email } = await server.user('organisation_member')
    const back = await post(stranger.agent, '/es/entrar', {
      ...hiddenIn(ended.text, '/es/entrar'),
      ...{ email, password: testPassword },
    })
    expect(back.get('location')).to.equal(path)
    const page = (await stranger.get(path)).text
    expect(page).to.include('value="Cuando la sesión terminó"').and.include('Elija de nuevo acuse.pdf')
  })
})
