import { expect } from 'chai'
import { anEdition } from '../../../support/edition-builder.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { visitor, type Visitor } from './pages-server.ts'

const register = '/es/actividades/recomendaciones'
const recommendation = {
  edition: 'A4-2025-1',
  institutionId: sides.institution,
  text: 'Notificar las prórrogas antes del noveno día.',
  state: 'sin_respuesta',
}

describe('the pages of recommendations, without scripts', function () {
  this.timeout(60_000)
  let server: TestServer
  let coordinator: Visitor
  let head: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-02' })
    await addSides(server)
    await server.context.stores.editions.add(anEdition())
    coordinator = await visitor(server, 'coordinator')
    head = await visitor(server, 'uip_head')
  })
  after(() => server.close())

  async function added(): Promise<string> {
    const made = await coordinator.send(`${register}/nueva`, recommendation)
    expect(made.status).to.equal(303)
    return String(made.headers['location']).split('/').at(-1) ?? ''
  }

  it('take one from the register to its institution and its word back', async () => {
    const id = await added()
    const list = await head.get('/es/recomendaciones')
    expect(list.text).to.include(recommendation.text).and.include(`/es/recomendaciones/${id}`)
    const said = await head.send(`/es/recomendaciones/${id}`, { state: 'hecha', text: 'Se hizo en enero.' })
    expect(said.status).to.equal(303)
    const shown = await coordinator.get(`${register}/${id}`)
    expect(shown.text)
      .to.include('declara: Hecha')
      .and.include('Se hizo en enero.')
      .and.include('Sin respuesta')
  })

  it('keep a judgement with its ground, and what stood there before', async () => {
    const id = await added()
    const judged = {
      ...recommendation,
      state: 'en_parte',
      stateDay: '20/1/2026',
      stateNote: 'Nueve de doce.',
    }
    const sent = await coordinator.send(`${register}/${id}/corregir`, {
      ...judged,
      reason: 'Se revisó en enero',
    })
    expect(sent.status).to.equal(303)
    const { text } = await coordinator.get(`${register}/${id}`)
    expect(text).to.include('Hecha en parte').and.include('Nueve de doce.').and.include('Se revisó en enero')
    expect(text).to.include('Antes: Estado: ')
  })

  it('say what is missing and lose nothing typed', async () => {
    const id = await added()
    const page = await head.send(`/es/recomendaciones/${id}`, { text: 'Se hizo en enero.' })
    expect(page.status).to.equal(422)
    expect(page.text).to.include('Se hizo en enero.</textarea>')
    expect(page.text.split('Su institución la tiene por').length).to.be.greaterThan(2)
    const wrong = { ...recommendation, state: 'hecha' }
    const form = await coordinator.send(`${register}/nueva`, wrong)
    expect(form.status).to.equal(422)
    expect(form.text).to.include(`${recommendation.text}</textarea>`)
  })

  it('show an officer what is asked, and no form', async () => {
    const id = await added()
    const officer = await visitor(server, 'uip_officer')
    const { text } = await officer.get(`/es/recomendaciones/${id}`)
    expect(text).to.include(recommendation.text).and.not.include('Guardar la declaración')
  })

  it('are not for organisations', async () => {
    const member = await visitor(server, 'organisation_member')
    expect((await member.get('/es/recomendaciones')).status).to.equal(403)
    expect((await member.get(register)).status).to.equal(403)
  })
})
