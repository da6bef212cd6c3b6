import { expect } from 'chai'
import { anAct, aRequest, officer } from '../../support/request-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'

describe('what came of cases that were helped', () => {
  let server: TestServer
  let coordinator: SignedIn

  before(async () => {
    server = await testServer({ now: '2026-02-10' })
    await addSides(server)
    coordinator = await server.signIn('coordinator')
    const { requests } = server.context.stores
    await requests.add(aRequest({ id: 'plazo', received: '2026-02-02' }))
    const acts = [anAct('withdrawn', '2026-02-03', { reason: 'Ya la tenemos' })]
    await requests.add(
      aRequest({ id: 'retirada', received: '2026-02-02', then: [{ acts, actor: member() }] }),
    )
    await requests.add(
      aRequest({
        ...{ id: 'entregada', received: '2026-02-02' },
        then: [{ acts: [anAct('resolved', '2026-02-06', resolution)], actor: officer }],
      }),
    )
    await requests.add(
      aRequest({ id: 'ajena', received: '2026-02-02', organisationId: sides.otherOrganisation }),
    )
  })
  after(() => server.close())

  it('follows their histories day by day, and adds up', async () => {
    const body = {
      ...{ organisationId: sides.organisation, day: '2026-02-05', minutes: 30, means: 'correo' },
      ...{ subject: 'Seguimiento', requestIds: ['plazo', 'retirada', 'entregada'] },
    }
    const made = await coordinator.send('post', '/api/v1/assistance').send(body).expect(201)
    const base = { cases: 3, delivered: 1, refused: 0, left: 1 }
    expect(made.body.results).to.eql({ ...base, silent: 0, open: 1 })
    server.setNow('2026-03-02')
    coordinator = await server.signIn('coordinator')
    const later = await coordinator.get(`/api/v1/assistance/${made.body.id}`).expect(200)
    expect(later.body.results).to.eql({ ...base, silent: 1, open: 0 })
  })

  it('is of the organisation’s own cases', async () => {
    const body = {
      ...{ organisationId: sides.organisation, day: '2026-02-05', minutes: 30, means: 'correo' },
      ...{ subject: 'Seguimiento', requestIds: ['ajena'] },
    }
    const answer = await coordinator.send('post', '/api/v1/assistance').send(body).expect(400)
    expect(answer.body.errors[0].code).to.equal('assistance.case')
  })
})

const resolution = {
  ...{ outcome: 'entrega_total' as const, reasoning: 'Se entrega todo.', grounds: [], article: null },
  ...{ classificationResolution: null, costQuetzales: 0 },
}

function member() {
  return {
    userId: 'm',
    role: 'organisation_member',
    organisationId: sides.organisation,
    institutionId: null,
  } as const
}
