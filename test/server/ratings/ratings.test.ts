import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { gatherRatings } from '../../../server/reports/gather-ratings.ts'
import { makeReport } from '../../../server/reports/make-report.ts'
import { anAct, aRequest, officer } from '../../support/request-builder.ts'
import { addSides, sides, testServer, type SignedIn, type TestServer } from '../../support/test-server.ts'
import { visitor } from '../http/pages/pages-server.ts'

const delivered = [
  anAct('admitted', '2026-02-03', { caseNumber: null }),
  anAct('resolved', '2026-02-06', {
    ...{ outcome: 'entrega_parcial', reasoning: 'Falta un anexo.', grounds: ['otra'], article: '42' },
    ...{ classificationResolution: null, costQuetzales: 0 },
  }),
  anAct('notified', '2026-02-06', { means: 'correo' }),
]
const refused = [
  anAct('admitted', '2026-02-03', { caseNumber: null }),
  anAct('resolved', '2026-02-06', {
    ...{ outcome: 'inexistencia', reasoning: 'No obra en archivos.', grounds: ['inexistente'] },
    ...{ article: '45', classificationResolution: null, costQuetzales: 0 },
  }),
]

const items = ['Contratos', 'Anexos']
const marks = { scores: [4, 1], format: 'papel_o_imagen', askedFormat: 'no_respetado' }
const listed = { ...marks, items }

describe('ratings of answers', () => {
  let server: TestServer
  let first: SignedIn
  let second: SignedIn
  let coordinator: SignedIn
  let unit: SignedIn
  let id: string
  let made = 0

  const pathOf = (requestId: string) => `/api/v1/requests/${requestId}/ratings`
  const rate = (who: SignedIn, body: object, version: number) => {
    server.setNow(new Date(server.context.clock.now().getTime() + 1000))
    return who.send('post', pathOf(id)).set('If-Match', `"${version}"`).send(body)
  }

  before(async () => {
    server = await testServer({ now: '2026-02-10T20:00:00Z' })
    await addSides(server)
    const { requests } = server.context.stores
    const loggedAt = new Date('2026-02-09T15:00:00Z')
    await requests.add(aRequest({ id: 'open' }))
    await requests.add(aRequest({ id: 'none', loggedAt, then: [{ actor: officer, acts: refused }] }))
    first = await server.signIn('organisation_member')
    second = await server.signIn('organisation_admin')
    coordinator = await server.signIn('coordinator')
    unit = await server.signIn('uip_officer')
  })

  beforeEach(async () => {
    made += 1
    id = `r${made}`
    const loggedAt = new Date('2026-02-09T15:00:00Z')
    await server.context.stores.requests.add(
      aRequest({ id, loggedAt, published: true, then: [{ actor: officer, acts: delivered }] }),
    )
  })

  after(() => server.close())

  it('lists what was asked once, and keeps the marks without a name', async () => {
    const { body, headers } = await rate(first, listed, 0).expect(201)
    expect(headers.etag).to.equal('"1"')
    expect(body).to.deep.include({ items, raters: 1, open: true, version: 1 })
    expect(body.ratings[0]).to.deep.include({ ...marks, rater: 1, isOwn: true, ratedOn: '2026-02-10' })
    expect(JSON.stringify(body)).to.not.include(first.user.id)
    const other = { ...marks, items: ['Contratos', 'Otra cosa'] }
    const wrong = await rate(second, other, 1).expect(400)
    expect(wrong.body.errors[0].field).to.equal('items')
  })

  it('hides the first marks from whoever may still rate, until theirs are kept', async () => {
    await rate(first, listed, 0).expect(201)
    for (const who of [second, coordinator]) {
      const { body } = await who.get(pathOf(id)).expect(200)
      expect(body).to.deep.include({ items, raters: 1, ratings: [], open: true })
    }
    const { body } = await rate(second, { ...marks, scores: [3, 1] }, 1).expect(201)
    expect(body.ratings.map((each: { scores: number[] }) => each.scores)).to.eql([
      [4, 1],
      [3, 1],
    ])
    expect((await first.get(pathOf(id))).body.ratings).to.have.length(2)
    const third = await coordinator.get(pathOf(id))
    expect(third.body).to.include({ open: false })
    expect(third.body.ratings).to.have.length(2)
    await rate(coordinator, marks, 2).expect(409)
  })

  it('lets the coordination rate second, never first', async () => {
    await rate(coordinator, listed, 0).expect(409)
    await rate(first, listed, 0).expect(201)
    await rate(coordinator, marks, 1).expect(201)
  })

  it('corrects with a reason, and keeps what was said before', async () => {
    await rate(first, listed, 0).expect(201)
    await rate(first, { ...marks, scores: [2, 2] }, 1).expect(422)
    const { body } = await rate(first, { ...marks, scores: [2, 2], reason: 'Conté dos veces.' }, 1).expect(
      201,
    )
    expect(body.ratings).to.have.length(2)
    expect(body.ratings.map((each: { stands: boolean }) => each.stands)).to.eql([false, true])
    expect(body.ratings[1].reason).to.equal('Conté dos veces.')
    await first.send('delete', pathOf(id)).expect(404)
  })

  it('shows the institution the result of its own answer, without who or why', async () => {
    expect((await unit.get(pathOf(id)).expect(200)).body.ratings).to.eql([])
    await rate(first, listed, 0).expect(201)
    await rate(second, { ...marks, scores: [0, 0] }, 1).expect(201)
    await rate(first, { ...marks, scores: [4, 2], reason: 'Vino después.' }, 2).expect(201)
    const { body } = await unit.get(pathOf(id)).expect(200)
    expect(body.ratings).to.have.length(1)
    expect(body.ratings[0]).to.deep.include({ scores: [4, 2], reason: null })
    expect(JSON.stringify(body)).to.not.match(/user-|Vino después/)
    await rate(unit, marks, 3).expect(403)
  })

  it('is closed to the public, to others and to those who only run the site', async () => {
    await rate(first, listed, 0).expect(201)
    await server.anonymous.get(pathOf(id)).expect(401)
    await server.anonymous.post(pathOf(id)).send(listed).expect(401)
    for (const who of ['other_organisation_member', 'other_uip_officer'] as const)
      await (await server.signIn(who)).get(pathOf(id)).expect(404)
    await (await server.signIn('system_admin')).get(pathOf(id)).expect(403)
    const regulator = await server.signIn('regulator')
    expect((await regulator.get(pathOf(id)).expect(200)).body.ratings).to.have.length(1)
    await rate(regulator, marks, 1).expect(403)
  })

  it('records once what is sent twice with one key, and refuses an old version', async () => {
    const send = () => rate(first, listed, 0).set('Idempotency-Key', `uno-${id}`)
    expect((await send().expect(201)).body).to.eql((await send().expect(201)).body)
    expect((await first.get(pathOf(id))).body.ratings).to.have.length(1)
    await rate(second, marks, 0).expect(412)
    await second.send('post', pathOf(id)).send(marks).expect(428)
  })

  it('rates only what was answered, and the format only of what was handed over', async () => {
    id = 'open'
    await rate(first, listed, 0).expect(409)
    id = 'none'
    expect((await rate(first, listed, 0).expect(400)).body.errors).to.have.length(2)
    const { body } = await rate(first, { items, scores: [0, 0] }, 0).expect(201)
    expect(body.ratings[0]).to.include({ format: null, askedFormat: 'no_se_pidio' })
  })

  const bad: readonly [string, object][] = [
    ['no items at first', marks],
    ['fewer marks than items', { ...listed, scores: [4] }],
    ['five of four marks', { ...listed, scores: [4, 5] }],
    ['half a mark', { ...listed, scores: [4, 0.5] }],
    ['no format of what came', { ...listed, format: null }],
    ['the same item twice', { ...listed, items: ['Contratos', 'Contratos'] }],
    ['an item of blanks', { ...listed, items: ['Contratos', '  '] }],
    ['more items than are rated', { items: Array.from({ length: 13 }, (_, at) => `c${at}`), scores: [1] }],
    ['an operator', { ...listed, format: { $ne: '' } }],
  ]
  for (const [title, body] of bad) {
    it(`refuses ${title}`, async () => {
      await rate(first, body, 0).expect(400)
    })
  }

  it('reaches the report of each side, and of a day only what was known on it', async () => {
    const { stores } = server.context
    await rate(first, listed, 0).expect(201)
    const mine = { kind: 'organisation', organisationId: sides.organisation } as const
    const others = { kind: 'institution', institutionId: sides.otherInstitution } as const
    expect((await gatherRatings({ stores }, mine))?.map(each => each.requestId)).to.include(id)
    expect(await gatherRatings({ stores }, others)).to.eql([])
    expect(await gatherRatings({ stores }, { kind: 'published' })).to.equal(null)
    const reportFrom = async (knownAt: Date | null) => {
      const period = { from: calendarDate('2026-01-01'), to: calendarDate('2026-02-10'), asOf: null }
      const standpoint = knownAt && { code: null, supersedes: null, knownAt, registerSha256: null }
      const { user } = coordinator
      const actor = { userId: user.id, role: user.role, organisationId: null, institutionId: null }
      return makeReport(server.context, actor, { ...period, standpoint, language: 'es' })
    }
    const now = await reportFrom(null)
    expect(now.figures.quality.rated?.completeness.n).to.be.greaterThan(0)
    const before = await reportFrom(new Date('2026-02-10T19:00:00Z'))
    expect(before.figures.quality.rated?.completeness.n).to.equal(0)
    expect(JSON.stringify(before.document)).to.include('ninguna respuesta del período tiene valoración')
  })

  it('goes by form without scripts: the items first, then their marks, then the second person', async () => {
    const path = `/es/solicitudes/${id}/calificacion`
    const page = await visitor(server, 'organisation_member')
    expect((await page.get(`/es/solicitudes/${id}`)).text).to.include(`${path}"`)
    const none = await page.send(path, { items: ' ' })
    expect(none.status).to.equal(422)
    expect(none.text).to.include('href="#f-items"')
    const asked = await page.send(path, { items: 'Contratos\n\n Anexos ' })
    expect(asked.status).to.equal(200)
    expect(asked.text).to.include('Contratos').and.to.include('name="score1"').and.to.not.include('score2')
    const hidden = { item: ['Contratos', 'Anexos'] }
    const half = await page.send(path, { ...hidden, score0: '4' })
    expect(half.status).to.equal(422)
    expect(half.text).to.include('href="#f-score1"').and.to.include('href="#f-format"')
    const all = { ...hidden, score0: '4', score1: '1', format: 'abierto', askedFormat: 'respetado' }
    expect((await page.send(path, all)).headers.location).to.equal(path)
    expect((await page.get(path)).text)
      .to.include('Primera persona')
      .and.to.include('Corregir')

    const colleague = await visitor(server, 'organisation_admin')
    const blind = (await colleague.get(path)).text
    expect(blind).to.include('Anexos').and.to.not.include('Primera persona')
    const { item: _listed, ...ownMarks } = all
    expect((await colleague.send(path, { ...ownMarks, score1: '2' })).status).to.equal(303)
    expect((await colleague.get(path)).text).to.include('Segunda persona')
    const corrected = await colleague.send(path, { ...ownMarks, score1: '3' })
    expect(corrected.status).to.equal(422)
    expect(corrected.text).to.include('href="#f-reason"')
    const officerPage = await visitor(server, 'uip_officer')
    const result = (await officerPage.get(path).expect(200)).text
    expect(result)
      .to.include('Anexos')
      .and.to.not.include('Segunda persona')
      .and.to.not.include('<form class="form"')
    await server.anonymous.get(path).expect(302)
  })
})
