import { expect } from 'chai'
import type { TestUser } from '../../../support/test-server.ts'
import { addSides, sides, testServer, type TestServer } from '../../../support/test-server.ts'
import { anAct, aRequest, member, officer } from '../../../support/request-builder.ts'
import { visitor } from './pages-server.ts'

describe('the pages of those who oversee', () => {
  let server: TestServer

  before(async () => {
    server = await testServer({ now: '2026-03-06' })
    await addSides(server)
    const { requests } = server.context.stores
    const answered = {
      actor: officer,
      acts: [
        anAct('admitted', '2026-02-03', { caseNumber: null }),
        anAct('resolved', '2026-02-10', {
          ...{ outcome: 'negativa_confidencial', reasoning: 'Es confidencial.', grounds: ['confidencial'] },
          ...{ article: '22', classificationResolution: null, costQuetzales: 0 },
        }),
        anAct('notified', '2026-02-11', { means: 'correo' }),
      ],
    } as const
    const reviewed = {
      actor: member,
      acts: [anAct('review_filed', '2026-03-03', { ground: '54', text: 'No es confidencial.' })],
    }
    await requests.add(aRequest({ id: 'callada', title: 'La que nadie respondió', received: '2026-02-02' }))
    await requests.add(
      aRequest({
        ...{ id: 'revisada', title: 'La que pidió revisión', received: '2026-02-02' },
        loggedAt: new Date('2026-03-06T15:00:00Z'),
        then: [answered, reviewed],
      }),
    )
    await requests.add(
      aRequest({
        ...{ id: 'discutida', title: 'La que se discute', received: '2026-02-02' },
        then: [
          answered,
          {
            actor: member,
            acts: [
              anAct('stated', '2026-02-20', { fact: 'notified', outcome: null, days: null, note: null }),
              anAct('disputed', '2026-02-21', { breachId: null, text: 'Ese correo nunca llegó.' }),
            ],
          },
        ],
      }),
    )
  })

  after(() => server.close())

  it('lists institutions by what is late, with n, and names those without data', async () => {
    const regulator = await visitor(server, 'regulator')
    const page = (await regulator.get('/es/panel?desde=01/01/2026&hasta=06/03/2026')).text
    expect(page)
      .to.include(`/es/panel/${sides.institution}?`)
      .and.include('n = 3')
      .and.include('2 de 3')
      .and.include('Sin datos en el período')
      .and.include(`Institución ${sides.otherInstitution}`)
    const none = (await regulator.get('/es/panel?desde=01/01/2020&hasta=31/03/2020')).text
    expect(none).to.include('sin datos').and.not.include('0%')
    expect((await regulator.get('/es/panel?tipo=ministerio')).text).to.not.include(
      `/panel/${sides.institution}`,
    )
    expect((await regulator.get('/es')).get('location')).to.equal('/es/panel')
  })

  it('shows one institution: late cases, reviews, breaches', async () => {
    const regulator = await visitor(server, 'regulator')
    const page = (await regulator.get(`/es/panel/${sides.institution}`)).text
    expect(page)
      .to.include('EJ-callada')
      .and.include('EJ-revisada')
      .and.include('No se respondió a tiempo')
      .and.include('febrero de 2026')
    expect((await regulator.get('/es/panel/no-hay')).status).to.equal(404)
    const csv = await regulator.get(
      `/es/panel/${sides.institution}/meses.csv?desde=01/01/2026&hasta=31/03/2026`,
    )
    expect(csv.get('content-type')).to.equal('text/csv; charset=utf-8')
    expect(csv.text.split('\r\n').slice(1)).to.eql([
      '2026-01,0,0,0,0',
      '2026-02,3,2,0,1',
      '2026-03,0,0,0,0',
      '',
    ])
    expect((await regulator.get(`/es/panel/${sides.institution}/meses.csv?desde=x`)).status).to.equal(422)
  })

  it('queues reviews by their own term, each side its own', async () => {
    const regulator = await visitor(server, 'regulator')
    const queue = (await regulator.get('/es/recursos')).text
    expect(queue)
      .to.include('La que pidió revisión')
      .and.include('Por resolver')
      .and.include('10 mar 2026')
      .and.not.include('La que nadie respondió')
    const head = await visitor(server, 'uip_head')
    expect((await head.get('/es/recursos')).text).to.include('La que pidió revisión')
    const other = await visitor(server, 'other_uip_head')
    expect((await other.get('/es/recursos')).text).to.not.include('La que pidió revisión')
  })

  it('shows both words where the sides disagree', async () => {
    const regulator = await visitor(server, 'regulator')
    const page = (await regulator.get('/es/disputas')).text
    expect(page)
      .to.include('La que se discute')
      .and.include('11 feb 2026')
      .and.include('20 feb 2026')
      .and.include('Ese correo nunca llegó.')
      .and.not.include('La que nadie respondió')
  })

  it('says what is wrong with a period', async () => {
    const regulator = await visitor(server, 'regulator')
    for (const [query, words] of [
      ['desde=31/02/2026&hasta=01/03/2026', 'href="#f-desde"'],
      ['desde=01/03/2026', 'href="#f-hasta"'],
      ['desde=01/03/2026&hasta=01/02/2026', 'href="#f-hasta"'],
      ['desde=01/01/1990&hasta=01/02/1990', 'href="#f-desde"'],
    ] as const) {
      for (const path of ['/es/panel', `/en/panel/${sides.institution}`]) {
        const wrong = await regulator.get(`${path}?${query}`)
        expect(wrong.status, query).to.equal(422)
        expect(wrong.text).to.include(words)
      }
    }
    expect((await regulator.get('/es/disputas?cursor=%00no')).status).to.be.oneOf([200, 400])
  })

  it('opens to those who oversee and to nobody else', async () => {
    const closed: readonly TestUser[] = [
      'organisation_member',
      'organisation_admin',
      'uip_officer',
      'uip_head',
      'system_admin',
    ]
    const sheet = `/es/panel/${sides.institution}`
    const paths = ['/es/panel', sheet, `${sheet}/meses.csv`, '/es/disputas']
    for (const who of closed) {
      const there = await visitor(server, who)
      for (const path of paths) expect((await there.get(path)).status, `${who} ${path}`).to.equal(403)
    }
    const stranger = await visitor(server, null)
    for (const path of [...paths, '/es/recursos']) expect((await stranger.get(path)).status).to.equal(302)
    expect((await (await visitor(server, 'coordinator')).get('/es/panel')).status).to.equal(200)
  })

  it('reads the country once for all who look, says when, and is right again within ten minutes', async () => {
    const regulator = await visitor(server, 'regulator')
    const coordinator = await visitor(server, 'coordinator')
    const first = (await regulator.get('/es/panel')).text
    expect(first).to.include('cada 10 minutos a más tardar').and.include('n = 3')
    const { requests } = server.context.stores
    let passes = 0
    const counted = requests.historiesUpTo.bind(requests)
    requests.historiesUpTo = (...asked) => {
      passes += 1
      return counted(...asked)
    }
    await requests.add(aRequest({ id: 'reciente', title: 'La de hoy', received: '2026-02-03' }))
    expect((await coordinator.get('/es/panel')).text).to.include('n = 3')
    expect(passes).to.equal(0)
    expect((await regulator.get(`/es/panel/${sides.institution}`)).text).to.include('EJ-reciente')
    server.setNow('2026-03-06T09:11:00-06:00')
    expect((await regulator.get('/es/panel')).text).to.include('n = 4')
    requests.historiesUpTo = counted
    const member = await visitor(server, 'organisation_member')
    expect((await member.get('/es/panel')).status).to.equal(403)
  })
})
