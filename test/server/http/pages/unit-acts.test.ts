import { expect } from 'chai'
import { addSides, testServer, type TestServer } from '../../../support/test-server.ts'
import { aRequest, anAct, officer as unit } from '../../../support/request-builder.ts'
import { hiddenIn, post, visitor, type Visitor } from './pages-server.ts'

describe('what a unit records', () => {
  let server: TestServer
  let officer: Visitor
  const page = '/es/solicitudes/caso-1'
  const act = (type: string) => `${page}/actos/${type}`

  beforeEach(async () => {
    server = await testServer({ now: '2026-02-12' })
    await addSides(server)
    const admitted = { actor: unit, acts: [anAct('admitted', '2026-02-03', { caseNumber: null })] }
    await server.context.stores.requests.add(
      aRequest({ id: 'caso-1', received: '2026-02-02', then: [admitted] }),
    )
    officer = await visitor(server, 'uip_officer')
  })

  afterEach(() => server.close())

  const extension = {
    days: '5',
    motive: 'Son mil folios <y> planos.',
    occurredOn: 'hoy',
    evidenceKind: 'correo',
    step: 'revisar',
  }

  it('shows an extension’s motive and new date before it is kept, and loses neither on the way back', async () => {
    const check = await officer.send(act('extended'), extension)
    expect(check.status, check.text).to.equal(200)
    expect(check.text)
      .to.include('Revise antes de guardar')
      .and.include('lunes 23 de febrero de 2026')
      .and.include('Son mil folios &lt;y> planos.')
      .and.include('Correo electrónico')
      .and.include('<dd>jueves 12 de febrero de 2026</dd>')
    expect((await officer.get(page)).text).to.include('Faltan 2 días hábiles')
    const carried = hiddenIn(check.text, act('extended'))
    const back = await post(officer.agent, act('extended'), { ...carried, step: 'editar' })
    expect(back.text).to.include('Son mil folios &lt;y> planos.</textarea>').and.include('value="5"')
    const done = await post(officer.agent, act('extended'), { ...carried, step: 'confirmar' })
    expect(done.status, done.text).to.equal(303)
    expect((await officer.get(page)).text)
      .to.include('Con prórroga')
      .and.not.include('Deshacer')
  })

  it('refuses on the form and not on the check', async () => {
    const wrong = await officer.send(act('extended'), { ...extension, motive: '', days: '11' })
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.include('value="11"').and.not.include('Revise antes de guardar')
  })

  it('asks twice before a notice, from which a term runs', async () => {
    const resolved = {
      ...{ outcome: 'entrega_total', reasoning: 'Se entrega.', occurredOn: 'hoy', evidenceKind: 'archivo' },
    }
    const one = hiddenIn((await officer.get(act('resolved'))).text, act('resolved'))
    await post(officer.agent, act('resolved'), { ...one, ...resolved, from: 'revisar', step: 'confirmar' })
    const check = await officer.send(act('notified'), {
      ...{ means: 'Correo', occurredOn: 'hoy', evidenceKind: 'correo', step: 'revisar' },
    })
    expect(check.text).to.include('Revise antes de guardar').and.include('Notificar la resolución')
    expect((await officer.get(page)).text).to.not.include('Resolución notificada')
    const carried = hiddenIn(check.text, act('notified'))
    await post(officer.agent, act('notified'), { ...carried, step: 'confirmar' })
    expect((await officer.get(page)).text).to.include('Resolución notificada')
  })

  const mine = {
    outcome: 'entrega_parcial',
    reasoning: 'Mi razonamiento largo.',
    grounds: ['datos_personales', 'confidencial'],
    article: '22',
    occurredOn: '12/02/2026',
    evidenceKind: 'archivo',
  }

  it('keeps both texts when a colleague added something, and records mine on what is there now', async () => {
    const form = hiddenIn((await officer.get(act('resolved'))).text, act('resolved'))
    const colleague = await visitor(server, 'uip_head')
    await colleague.send(act('extended'), { ...extension, step: 'confirmar' })
    const late = await post(officer.agent, act('resolved'), {
      ...form,
      ...mine,
      from: 'razones',
      step: 'continuar',
    })
    expect(late.status).to.equal(409)
    expect(late.text)
      .to.include('Son mil folios &lt;y> planos.')
      .and.include('Mi razonamiento largo.</textarea>')
      .and.match(/value="datos_personales" checked/)
    const carried = hiddenIn(late.text, act('resolved'))
    const check = await post(officer.agent, act('resolved'), { ...carried, ...mine, step: 'continuar' })
    expect(check.text, check.text).to.include('Confirmar y guardar la resolución')
    const done = await post(officer.agent, act('resolved'), {
      ...hiddenIn(check.text, act('resolved')),
      grounds: mine.grounds,
      step: 'confirmar',
    })
    expect(done.status, done.text).to.equal(303)
  })

  it('keeps both texts when a colleague resolved first', async () => {
    const form = hiddenIn((await officer.get(act('resolved'))).text, act('resolved'))
    const colleague = await visitor(server, 'uip_head')
    const theirs = {
      ...mine,
      outcome: 'entrega_total',
      grounds: [],
      article: '',
      reasoning: 'El de mi colega.',
    }
    const first = await colleague.send(act('resolved'), { ...theirs, from: 'revisar', step: 'confirmar' })
    expect(first.status, first.text).to.equal(303)
    const late = await post(officer.agent, act('resolved'), {
      ...form,
      ...mine,
      from: 'razones',
      step: 'continuar',
    })
    expect(late.status).to.equal(409)
    expect(late.text)
      .to.include('El de mi colega.')
      .and.include('Mi razonamiento largo.')
      .and.include('Datos personales')
      .and.include('Ya no se puede: Resolver')
  })

  it('answers what the organisation stated, with its day in the first words', async () => {
    const member = await visitor(server, 'organisation_member')
    const stated = await member.send(act('stated'), {
      fact: 'notified',
      outcome: '',
      occurredOn: '10/02/2026',
      evidenceKind: 'declarada',
    })
    expect(stated.status, stated.text).to.equal(303)
    expect((await officer.get(page)).text)
      .to.include('Lo que declaró la organización')
      .and.include('/actos/disputed?sobre=notified')
    expect((await officer.get(`${act('disputed')}?sobre=notified`)).text).to.include(
      '10 de febrero de 2026: </textarea>',
    )
    expect((await member.get(page)).text).to.not.include('Lo que declaró la organización')
    expect((await officer.get(`${act('disputed')}?sobre=__proto__`)).status).to.equal(200)
  })
})
