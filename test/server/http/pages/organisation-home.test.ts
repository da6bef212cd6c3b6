import { expect } from 'chai'
import { queueNotices } from '../../../../server/jobs/notices.ts'
import { deliverMessages } from '../../../../server/jobs/outbox-delivery.ts'
import { anAct, aRequest, officer } from '../../../support/request-builder.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { visitor, type Visitor } from './pages-server.ts'

describe('where an organisation begins its day', () => {
  let server: TestServer
  let member: Visitor

  before(async () => {
    server = await testServer({ now: '2026-02-11' })
    await addSides(server)
    member = await visitor(server, 'organisation_member')
  })

  after(() => server.close())

  const home = async () => (await member.get('/es/inicio').expect(200)).text

  it('says what to do first where nothing was ever logged', async () => {
    const page = await home()
    expect(page).to.include('Empiece por aquí').and.to.include('/es/importar')
    expect(page).to.not.include('/es/equipo"')
    expect((await (await visitor(server, 'organisation_admin')).get('/es/inicio')).text).to.include(
      '/es/equipo"',
    )
  })

  it('says that all is done where nothing is late or due, and when the next thing is', async () => {
    await server.context.stores.requests.add(aRequest({ id: 'far', received: '2026-02-10' }))
    const page = await home()
    expect(page).to.include('Todo al día').and.to.include('martes 24 de febrero de 2026')
  })

  it('shows what is late, what is due this week and what waits for the organisation, each once', async () => {
    const { requests } = server.context.stores
    await requests.add(aRequest({ id: 'late', received: '2026-01-12', title: 'La vencida' }))
    await requests.add(aRequest({ id: 'week', received: '2026-01-30', title: 'La de esta semana' }))
    const ask = anAct('clarification_requested', '2026-02-10', { days: 3, text: '¿De qué año?' })
    const asked = [{ actor: officer, acts: [ask] }]
    await requests.add(aRequest({ id: 'ours', received: '2026-02-09', title: 'La que aclarar', then: asked }))
    await requests.add(aRequest({ id: 'theirs', organisationId: sides.otherOrganisation, title: 'De otra' }))
    const page = await home()
    const after = (id: string) => page.slice(page.indexOf(`id="${id}"`))
    expect(after('le-toca')).to.match(/^[^]*?La que aclarar[^]*?actos\/clarified/)
    expect(after('vencidas')).to.match(/^[^]*?La vencida[^]*?late\/revision/)
    expect(after('semana')).to.include('La de esta semana')
    for (const title of ['La vencida', 'La de esta semana', 'La que aclarar'])
      expect(page.split(`>${title}<`)).to.have.length(2)
    expect(page).to.not.include('De otra').and.to.not.include('Todo al día')
  })

  it('shows what is due this week and counts what is open, however much is late', async () => {
    const openIn = (page: string) =>
      Number(/figure-value">(\d+)<\/span><a href="\/es\/solicitudes\?vista=en_curso"/.exec(page)?.[1])
    const before = openIn(await home())
    const late = Array.from({ length: 210 }, (_, at) =>
      aRequest({ id: `tarde-${at}`, received: '2026-01-05' }),
    )
    await server.context.stores.requests.addMany(late)
    const page = await home()
    expect(openIn(page)).to.equal(before + 210)
    expect(page.slice(page.indexOf('id="semana"'))).to.include('La de esta semana')
  })

  it('shows replies that were not read yet', async () => {
    expect(await home()).to.include('No tiene respuestas sin leer')
    await queueNotices(server.context)
    await deliverMessages(server.context, null)
    const page = await home()
    expect(page).to.include('le piden aclarar')
    await member.send('/es/avisos/leidos', {}, '/es/avisos')
    expect(await home()).to.not.include('le piden aclarar')
  })

  it('leads others to where they begin, and strangers to the door', async () => {
    const unit = await visitor(server, 'uip_officer')
    await unit.get('/es/inicio').expect(302)
    await server.anonymous
      .get('/es/inicio')
      .expect(302)
      .expect('Location', /entrar/)
  })
})
