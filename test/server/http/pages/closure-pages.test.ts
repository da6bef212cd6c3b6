import { expect } from 'chai'
import { runDueSlots } from '../../../../server/jobs/run-due-slots.ts'
import { aRequest } from '../../../support/request-builder.ts'
import { addSides, testServer, type TestServer } from '../../../support/test-server.ts'
import { hiddenIn, post, visitor } from './pages-server.ts'

const year = '/dias-inhabiles?ano=2026'

describe('an acuerdo that moves many requests', function () {
  this.timeout(60_000)
  let server: TestServer

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-03' })
    await addSides(server)
    const many = Array.from({ length: 300 }, (_, at) =>
      aRequest({ id: `r${at}`, received: '2026-02-02', published: true }),
    )
    await server.context.stores.requests.addMany(many)
  })
  afterEach(() => server.close())

  it('is answered at once by page; it says how many histories are left until the jobs have told them', async () => {
    const coordinator = await visitor(server, 'coordinator')
    const path = '/es/dias-inhabiles/nuevo'
    const typed = { days: '10/02/2026', name: 'Asueto', source: 'Acuerdo 1-2026', step: 'preview' }
    const check = await coordinator.send(path, typed)
    const done = await post(coordinator.agent, path, { ...hiddenIn(check.text, path), step: 'confirm' })
    expect(done.status, done.text).to.equal(303)
    const list = (await coordinator.get(done.get('location') ?? '')).text
    expect(list)
      .to.include('Cambian los plazos de 300 solicitudes')
      .and.include('Se está anotando en los historiales: faltan 300.')
    expect((await server.anonymous.get(`/en${year}`)).text).to.include(
      'The histories are being written: 300 are left.',
    )
    // Counted by it already.
    expect((await server.anonymous.get('/api/v1/requests/r0')).body.dueOn).to.equal('2026-02-17')
    await runDueSlots(server.context, { owner: 'test' })
    expect((await coordinator.get(`/es${year}`)).text)
      .to.include('Acuerdo 1-2026')
      .and.not.include('historiales')
    expect((await coordinator.get('/es/solicitudes/r0')).text).to.include('Plazo recontado')
  })

  it('is answered at once by the API, with what moves and how many histories are left', async () => {
    const path = '/api/v1/closures'
    const regulator = await server.signIn('regulator')
    const acuerdo = { days: ['2026-02-10'], source: 'Acuerdo Gubernativo 1-2026 de ejemplo' }
    const { body } = await regulator.send('post', path).send(acuerdo).expect(201)
    expect(body).to.include({ requests: 300, movesTotal: 300, told: 0, untold: 300 })
    expect(body.moves).to.have.length(300)
    const untold = async () => {
      const { items }: { items: { id: string; untold: number }[] } = (await server.anonymous.get(path)).body
      return items.flatMap(each => (each.id === body.closure.id || each.untold > 0 ? [each.untold] : []))
    }
    expect(await untold()).to.eql([300])
    expect((await regulator.send('post', path).send(acuerdo)).body).to.include({ requests: 300, untold: 300 })
    await runDueSlots(server.context, { owner: 'test' })
    expect(await untold()).to.eql([0])
    await regulator.send('post', path).send(acuerdo).expect(409)
  })
})
