import { expect } from 'chai'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import {
  fieldsIn,
  hiddenIn,
  languageButton,
  post,
  switchLanguage,
  visitor,
  type Visitor,
} from './pages-server.ts'

const newRequest = '/es/solicitudes/nueva'
const typed = {
  institutionId: sides.institution,
  kind: 'access',
  title: 'Contratos de limpieza',
  body: 'Copia de los contratos <2025>\ny de sus "anexos".',
  channel: 'electronica',
  receivedOn: '2/2/2026',
  evidenceKind: 'correo',
}

/** What people do without scripts when the form they sent is not taken at once. */
describe('what was typed', () => {
  let server: TestServer
  let member: Visitor

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-02T15:00:00Z' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
  })

  afterEach(() => server.close())

  async function logged(): Promise<readonly string[]> {
    const list = (await member.get('/es/solicitudes')).text
    return [...new Set([...list.matchAll(/\/es\/solicitudes\/([0-9a-f-]{20,})"/g)].map(([, id = '']) => id))]
  }

  describe('in a form whose token has expired', () => {
    it('comes back whole, and one press sends it', async () => {
      const answer = await post(member.agent, newRequest, { ...typed, _csrf: 'of-another-session' })
      expect(answer.status).to.equal(403)
      expect(await logged()).to.eql([])
      expect(answer.text).to.contain('Copia de los contratos &lt;2025>')
      const fields = hiddenIn(answer.text, newRequest)
      expect(fields.body).to.equal(typed.body)
      expect((await post(member.agent, newRequest, fields)).status).to.equal(303)
      expect(await logged()).to.have.length(1)
    })

    it('is on the form in the other language too', async () => {
      const answer = await post(member.agent, newRequest, { ...typed, _csrf: 'x' })
      const page = (await switchLanguage(member, answer.text)).text
      expect(page).to.contain(`value="${typed.title}"`).and.to.contain('Copia de los contratos')
    })

    it('keeps every choice of a list', async () => {
      const institutionIds = [sides.institution, sides.otherInstitution]
      const answer = await post(member.agent, newRequest, { ...typed, institutionIds, _csrf: 'x' })
      const chosen = [...answer.text.matchAll(/name="institutionIds" value="([^"]+)"/g)].map(([, id]) => id)
      expect(chosen).to.eql(institutionIds)
    })

    it('keeps the text of a form with a file, whose file it asks for again and does not store', async () => {
      const sending = member.agent.post(newRequest).field('_csrf', 'x')
      for (const [name, value] of Object.entries(typed)) sending.field(name, value)
      const answer = await sending.attach('file', Buffer.from('%PDF-1.7 acuse'), 'acuse.pdf')
      expect(answer.status).to.equal(403)
      expect(hiddenIn(answer.text, newRequest).title).to.equal(typed.title)
      expect(answer.text).to.contain('enctype="multipart/form-data"').and.to.contain('acuse.pdf')
      expect(answer.text).to.contain('type="file"')
    })

    it('goes back to its own form when it came through a sign-in page of before', async () => {
      const draft = JSON.stringify({ title: typed.title, body: typed.body })
      const sent = { email: 'a@b.gt', password: 'secreta de verdad', next: newRequest, draft, _csrf: '' }
      const answer = await post(member.agent, '/es/entrar', sent)
      expect(hiddenIn(answer.text, newRequest).body).to.equal(typed.body)
      expect(answer.text).not.to.contain('secreta de verdad')
    })

    it('never shows a password again', async () => {
      const sent = { current: 'cuatro tejas mojadas', next: 'cinco tejas secas hoy', _csrf: 'x' }
      const answer = await post(member.agent, '/es/cuenta', sent)
      expect(answer.text).not.to.contain('tejas')
    })
  })

  describe('in a form that was refused', () => {
    it('is on the same page in the other language', async () => {
      const refused = await member.send(newRequest, { ...typed, receivedOn: 'ayer no, antier' })
      expect(refused.status).to.equal(422)
      const page = (await switchLanguage(member, refused.text)).text
      expect(page).to.contain('<html lang="en"').and.to.contain(`value="${typed.title}"`)
      expect(page).to.contain('Copia de los contratos')
    })

    it('is gone once it has been sent', async () => {
      const sent = { ...typed, receivedOn: 'ayer no, antier' }
      const refused = await member.send(newRequest, sent)
      const fields = { ...sent, ...hiddenIn(refused.text, newRequest), receivedOn: '2/2/2026' }
      expect((await post(member.agent, newRequest, fields)).status).to.equal(303)
      expect((await member.get('/en/solicitudes/nueva')).text).not.to.contain(typed.title)
    })

    it('is there too where its form stands on a page of another address', async () => {
      await member.send(newRequest, typed)
      const [id = ''] = await logged()
      const officer = await visitor(server, 'uip_officer')
      const path = `/es/solicitudes/${id}/notas`
      const long = `Pedir el expediente. ${'x'.repeat(5000)}`
      const refused = await officer.send(path, { internalNote: long }, `/es/solicitudes/${id}`)
      expect(refused.status).to.equal(422)
      const page = await switchLanguage(officer, refused.text)
      expect(page.text).to.contain('Pedir el expediente.')
    })

    it('is gone too where its page is the answer itself', async () => {
      const admin = await visitor(server, 'system_admin')
      const account = {
        name: 'Persona nueva',
        email: 'nueva@ejemplo.test',
        role: 'regulator',
        language: 'es',
      }
      expect((await admin.send('/es/usuarios', account)).status).to.equal(201)
      expect((await admin.get('/en/usuarios')).text).not.to.contain('value="nueva@ejemplo.test"')
    })

    it('takes nothing away from a page that stands on what is stored', async () => {
      const saved = await member.send('/es/vistas/nueva', { name: 'Las del ministerio', mail: 'never' })
      expect(saved.status).to.equal(303)
      const [, view = ''] = /\/es\/vistas\/([0-9a-f-]{20,})/.exec((await member.get('/es/vistas')).text) ?? []
      const path = `/es/vistas/${view}/calendario`
      const token = hiddenIn((await member.get('/es/vistas')).text, '/es/salir')
      expect((await post(member.agent, path, { ...token, act: 'open' })).status).to.equal(200)
      expect((await member.get(`/en/vistas/${view}`)).text).to.contain('value="Las del ministerio"')
    })

    it('is kept nowhere when it was a password', async () => {
      await member.send('/es/cuenta', { current: 'no es esta tampoco', next: 'corta' })
      const { stores } = server.context
      const user = await server.user('organisation_member')
      const sessions = await stores.sessions.ofUser(user.id)
      expect(sessions).to.have.length(1)
      expect(JSON.stringify(sessions)).not.to.contain('no es esta')
    })

    it('goes along for whoever still has to sign in', async () => {
      const stranger = await visitor(server, null)
      const asked = await post(stranger.agent, newRequest, typed)
      expect(asked.status).to.equal(401)
      const switched = await switchLanguage(stranger, asked.text)
      expect(switched.status).to.equal(200)
      expect(switched.text).to.contain('<html lang="en"')
      expect(hiddenIn(switched.text, '/en/entrar').draft).to.contain(typed.title)
    })
  })

  describe('in a form that was not sent', () => {
    it('goes along to the other language, and does nothing', async () => {
      const page = (await member.get(newRequest)).text
      const switched = await switchLanguage(member, page, { title: typed.title, body: typed.body })
      expect(switched.status).to.equal(200)
      expect(switched.text).to.contain('<html lang="en"').and.to.contain(`value="${typed.title}"`)
      expect(switched.text).to.contain('Copia de los contratos &lt;2025>')
      const back = await switchLanguage(member, switched.text)
      expect(back.text).to.contain('<html lang="es"').and.to.contain(`value="${typed.title}"`)
      expect(await logged()).to.eql([])
    })

    it('is sent by Enter as before, and not by the switch', async () => {
      const page = (await member.get(newRequest)).text
      const { id } = languageButton(page)
      const [first = ''] = page.match(new RegExp(`<button[^>]*form="${id}"[^>]*>`)) ?? []
      expect(first).to.contain('hidden').and.not.to.contain('formaction')
    })

    it('goes on at the step of a decision at which it was', async () => {
      await member.send(newRequest, typed)
      const [request = ''] = await logged()
      const officer = await visitor(server, 'uip_officer')
      const acts = `/es/solicitudes/${request}/actos`
      const admitted = await officer.send(`${acts}/admitted`, {
        occurredOn: 'hoy',
        evidenceKind: 'declarada',
      })
      expect(admitted.status).to.equal(303)
      const path = `${acts}/resolved`
      const reasons = await officer.send(path, { outcome: 'inexistencia', step: 'continuar' })
      const switched = await switchLanguage(officer, reasons.text, { reasoning: 'No consta en el archivo.' })
      expect(switched.text).to.contain('No consta en el archivo.').and.to.contain('<html lang="en"')
      expect(fieldsIn(switched.text, languageButton(switched.text).id).outcome).to.eql(['inexistencia'])
    })

    it('keeps a file that was chosen', async () => {
      const page = (await member.get(newRequest)).text
      const { id, address } = languageButton(page)
      const sending = member.agent.post(address).field('_csrf', fieldsIn(page, id)._csrf?.[0] ?? '')
      const sent = await sending
        .field('title', typed.title)
        .attach('file', Buffer.from('%PDF-1.7 acuse'), 'acuse.pdf')
      expect(sent.status).to.equal(303)
      expect((await member.get(String(sent.headers.location))).text).to.contain('acuse.pdf')
    })

    it('goes through signing in when the session is over', async () => {
      const page = (await member.get(newRequest)).text
      const stranger = await visitor(server, null)
      const asked = await switchLanguage(stranger, page, { title: typed.title })
      expect(asked.status).to.equal(401)
      expect(hiddenIn(asked.text, '/en/entrar').draft).to.contain(typed.title)
      expect(hiddenIn(asked.text, '/en/entrar').next).to.equal('/en/solicitudes/nueva')
    })

    it('leads to no page but our own', async () => {
      const token = hiddenIn((await member.get('/es/inicio')).text, '/es/salir')
      for (const page of ['//mal.test', '.mal.test', '/%5Cmal.test', '@mal.test']) {
        const sent = await post(member.agent, `/en/idioma?pagina=${page}`, token)
        expect(sent.headers.location, page).to.equal('/en')
      }
    })
  })

  describe('into a form that was sent already', () => {
    it('is not answered with what the first text made, and is a new act when it is sent again', async () => {
      const fields = { ...hiddenIn((await member.get(newRequest)).text, newRequest), ...typed }
      const first = await post(member.agent, newRequest, fields)
      expect((await post(member.agent, newRequest, fields)).headers.location).to.equal(first.headers.location)
      const edited = { ...fields, title: 'Nóminas de enero', body: 'Copia de la nómina de enero.' }
      const answer = await post(member.agent, newRequest, edited)
      expect(answer.status).to.equal(422)
      expect(answer.text).to.contain('value="Nóminas de enero"').and.to.contain('ya se envió')
      const again = await post(member.agent, newRequest, { ...edited, ...hiddenIn(answer.text, newRequest) })
      expect(again.status).to.equal(303)
      expect(await logged()).to.have.length(2)
    })
  })
})
