import { expect } from 'chai'
import { anEdition } from '../../support/edition-builder.ts'
import {
  addSides,
  sides,
  testServer,
  type SignedIn,
  type TestServer,
  type TestUser,
} from '../../support/test-server.ts'

const sha = 'ab'.repeat(32)

const training = {
  audience: 'organizaciones',
  kind: 'taller',
  subject: 'Cómo redactar una solicitud',
  days: ['2026-01-20', '2026-01-19'],
  hours: 6,
  mode: 'presencial',
  place: null,
  trainer: 'Equipo de ejemplo',
  materials: null,
  participants: 24,
  women: 13,
  men: 9,
  otherGender: null,
  organisationIds: [sides.organisation],
  institutionIds: [],
  answers: 20,
  meanBefore: 54.5,
  meanAfter: 81,
}
const assistance = {
  organisationId: sides.organisation,
  day: '2026-01-20',
  minutes: 45,
  means: 'telefono',
  subject: 'Recurso de revisión',
  requestIds: [],
}
const delivery = {
  audience: 'unidad',
  institutionId: sides.institution,
  means: 'papel',
  day: '2026-01-20',
  reportSha256: sha,
  reportFrom: '2025-01-01',
  reportTo: '2025-06-30',
  note: null,
}

const recommendation = {
  edition: 'A4-2025-1',
  institutionId: sides.institution,
  text: 'Notificar las prórrogas antes del noveno día.',
  state: 'en_parte',
  stateDay: '2026-01-20',
  stateNote: 'Hay una circular y todavía no se aplica.',
}

interface Resource {
  readonly path: string
  readonly body: Record<string, unknown>
  /** A correction, and the field it changes. */
  readonly change: Record<string, unknown>
  readonly wrong: readonly (readonly [
    what: string,
    change: Record<string, unknown>,
    field: string,
    code: string,
  ])[]
}

const resources: readonly Resource[] = [
  {
    path: '/api/v1/trainings',
    body: training,
    change: { participants: 25 },
    wrong: [
      ['more of a gender than people', { women: 30 }, 'women', 'training.gender'],
      ['more answers than people', { answers: 25 }, 'answers', 'training.answers'],
      ['a mean of nobody', { answers: null, meanAfter: null }, 'meanBefore', 'training.mean'],
      ['a day to come', { days: ['2026-02-03'] }, 'days', 'day.future'],
      ['a day that does not exist', { days: ['2026-02-30'] }, 'days.0', 'day.invalid'],
      ['no day', { days: [] }, 'days', 'array.min'],
      ['a day twice', { days: ['2026-01-20', '2026-01-20'] }, 'days.1', 'array.unique'],
      [
        'an organisation nobody knows',
        { organisationIds: ['nadie'] },
        'organisationIds',
        'reference.unknown',
      ],
      ['an institution nobody knows', { institutionIds: ['nada'] }, 'institutionIds', 'reference.unknown'],
      ['half a person', { participants: 2.5 }, 'participants', 'number.integer'],
      ['another audience', { audience: 'todos' }, 'audience', 'any.only'],
      ['an operator', { subject: { $ne: '' } }, 'subject.$ne', 'object.unknown'],
      ['a name list', { names: ['x'] }, 'names', 'object.unknown'],
    ],
  },
  {
    path: '/api/v1/assistance',
    body: assistance,
    change: { minutes: 60 },
    wrong: [
      ['a day to come', { day: '2026-02-03' }, 'day', 'day.future'],
      ['no minute', { minutes: 0 }, 'minutes', 'number.min'],
      ['an organisation nobody knows', { organisationId: 'nadie' }, 'organisationId', 'reference.unknown'],
      ['a case nobody knows', { requestIds: ['nada'] }, 'requestIds', 'assistance.case'],
      ['what came of it', { results: { cases: 9 } }, 'results', 'object.unknown'],
    ],
  },
  {
    path: '/api/v1/dissemination',
    body: delivery,
    change: { means: 'reunion' },
    wrong: [
      ['a day to come', { day: '2026-02-03' }, 'day', 'day.future'],
      ['a unit of nobody', { institutionId: null }, 'institutionId', 'any.required'],
      [
        'a regulator of an institution',
        { audience: 'regulador' },
        'institutionId',
        'dissemination.regulator',
      ],
      ['a hash cut short', { reportSha256: 'abc' }, 'reportSha256', 'string.length'],
      ['a period backwards', { reportTo: '2024-01-01' }, 'reportTo', 'dissemination.period'],
      ['an acknowledgement', { acknowledgedAt: '2026-01-21' }, 'acknowledgedAt', 'object.unknown'],
    ],
  },
  {
    path: '/api/v1/recommendations',
    body: recommendation,
    change: { stateNote: 'La circular se aplica desde enero.' },
    wrong: [
      ['an edition nobody knows', { edition: 'A4-2020-9' }, 'edition', 'reference.unknown'],
      ['an institution nobody knows', { institutionId: 'nada' }, 'institutionId', 'reference.unknown'],
      ['a judgement without its day', { stateDay: null }, 'stateDay', 'any.required'],
      ['a judgement without its ground', { stateNote: null }, 'stateNote', 'any.required'],
      ['a judgement to come', { stateDay: '2026-02-03' }, 'stateDay', 'day.future'],
      ['a day of no judgement', { state: 'sin_respuesta' }, 'stateDay', 'recommendation.unanswered'],
      ['another state', { state: 'casi' }, 'state', 'any.only'],
      ['a letter that no face has', { text: 'Responder en plazo \u4e2d' }, 'text', 'text.letter'],
      ['an institution’s word', { words: [] }, 'words', 'object.unknown'],
    ],
  },
]

const allowed: Readonly<Record<TestUser, readonly [read: number, write: number]>> = {
  organisation_member: [403, 403],
  organisation_admin: [403, 403],
  uip_officer: [403, 403],
  uip_head: [403, 403],
  regulator: [200, 403],
  coordinator: [200, 201],
  system_admin: [403, 403],
  other_organisation_member: [403, 403],
  other_organisation_admin: [403, 403],
  other_uip_officer: [403, 403],
  other_uip_head: [403, 403],
}

for (const { path, body, change, wrong } of resources) {
  describe(`the register at ${path}`, function () {
    this.timeout(60_000)
    let server: TestServer
    let coordinator: SignedIn

    before(async () => {
      server = await testServer()
      await addSides(server)
      await server.context.stores.editions.add(anEdition({ code: recommendation.edition }))
      coordinator = await server.signIn('coordinator')
    })
    after(() => server.close())

    it('is not for those who are not signed in', async () => {
      await server.anonymous.get(path).expect(401)
      await server.anonymous.get(`${path}/export.csv`).expect(401)
      await server.anonymous.post(path).send(body).expect(401)
      await server.anonymous.post(`${path}/import`).type('text/csv').send('x').expect(401)
    })

    for (const [who, [read, write]] of Object.entries(allowed)) {
      it(`answers ${who} with ${read} and ${write}`, async () => {
        const person = await server.signIn(isTestUser(who) ? who : 'coordinator')
        await person.get(path).expect(read)
        await person.get(`${path}/export.csv`).expect(read)
        const made = await person.send('post', path).send(body).expect(write)
        const id = write === 201 ? made.body.id : 'nada'
        await person.get(`${path}/${id}`).expect(read === 200 && id === 'nada' ? 404 : read)
        await person
          .send('put', `${path}/${id}`)
          .set('If-Match', '"1"')
          .send({ ...body, ...change, reason: 'Se contó mal' })
          .expect(write === 201 ? 200 : write)
        await person
          .send('post', `${path}/${id}/annulment`)
          .set('If-Match', '"2"')
          .send({ reason: 'Se registró dos veces' })
          .expect(write === 201 ? 200 : write)
        await person
          .send('post', `${path}/import?dryRun=true`)
          .type('text/csv')
          .send('nada')
          .expect(write === 201 ? 400 : write)
      })
    }

    for (const [what, part, field, code] of wrong) {
      it(`refuses ${what}`, async () => {
        const answer = await coordinator
          .send('post', path)
          .send({ ...body, ...part })
          .expect(400)
        expect(answer.body.errors.map((each: { field: string }) => each.field)).to.include(field)
        expect(answer.body.errors.map((each: { code: string }) => each.code)).to.include(code)
        expect(answer.body.errors[0].message).to.not.match(/^field\.|no se admite\. Revíselo/)
      })
    }

    it('makes one entry of a create sent twice', async () => {
      const send = () => coordinator.send('post', path).set('Idempotency-Key', `k${path}`).send(body)
      const first = await send().expect(201)
      const again = await send().expect(201)
      expect(again.body).to.eql(first.body)
      expect(first.headers['location']).to.equal(`${path}/${first.body.id}`)
      expect(first.body).to.include({ annulled: false, version: 1 }).and.not.have.property('recordedBy')
    })

    it('is corrected on the version that was seen, with a reason, and keeps what stood there', async () => {
      const { id } = (await coordinator.send('post', path).send(body).expect(201)).body
      const put = (sent: object) => coordinator.send('put', `${path}/${id}`).send(sent)
      const corrected = { ...body, ...change }
      await put({ ...corrected, reason: 'Se contó mal' }).expect(428)
      await put(corrected).set('If-Match', '"1"').expect(400)
      const same = await put({ ...body, reason: 'Nada cambió' })
        .set('If-Match', '"1"')
        .expect(400)
      expect(same.body.errors[0].code).to.equal('correction.same')
      const answer = await put({ ...corrected, reason: 'Se contó mal' })
        .set('If-Match', '"1"')
        .expect(200)
      const field = Object.keys(change)[0] ?? ''
      expect(answer.body.corrections).to.have.length(1)
      expect(answer.body.corrections[0]).to.deep.include({
        reason: 'Se contó mal',
        before: { [field]: body[field] },
      })
      expect(answer.headers['etag']).to.equal('"2"')
      await put({ ...body, reason: 'Otra vez' })
        .set('If-Match', '"1"')
        .expect(412)
    })

    it('keeps an annulled entry to be seen, and corrects it no more', async () => {
      const { id } = (await coordinator.send('post', path).send(body).expect(201)).body
      const annul = () =>
        coordinator.send('post', `${path}/${id}/annulment`).send({ reason: 'Fue un ensayo' })
      await annul().set('If-Match', '"1"').expect(200)
      await annul().set('If-Match', '"2"').expect(412)
      const shown = await coordinator.get(`${path}/${id}`).expect(200)
      expect(shown.body.annulled).to.equal(true)
      const put = coordinator.send('put', `${path}/${id}`).set('If-Match', '"2"')
      await put.send({ ...body, ...change, reason: 'Se contó mal' }).expect(404)
      const deleted = await coordinator.send('delete', `${path}/${id}`)
      expect(deleted.status).to.equal(404)
    })

    it('pages by cursor', async () => {
      const first = await coordinator.get(`${path}?limit=2`).expect(200)
      expect(first.body.items).to.have.length(2)
      const next = await coordinator.get(`${path}?limit=2&cursor=${encodeURIComponent(first.body.next)}`)
      const ids = [...first.body.items, ...next.body.items].map(({ id }: { id: string }) => id)
      expect(new Set(ids).size).to.equal(ids.length)
      await coordinator.get(`${path}?limit=0`).expect(400)
      await coordinator.get(`${path}?cursor=falso`).expect(400)
    })

    it('knows what it wrote out as CSV again, and adds nothing twice', async () => {
      const csv = await coordinator.get(`${path}/export.csv`).expect(200)
      expect(csv.headers['content-type']).to.include('text/csv')
      const send = (query: string) =>
        coordinator.send('post', `${path}/import${query}`).type('text/csv').send(csv.text)
      const dry = await send('?dryRun=true').expect(200)
      expect(dry.body).to.deep.include({ added: 0, faults: [] })
      expect(dry.body.known).to.equal(dry.body.rows).and.be.at.least(2)
      const fresh = csv.text.replaceAll(/,[0-9a-f-]{36},/g, ',,')
      const import1 = () => coordinator.send('post', `${path}/import`).type('text/csv').send(fresh)
      const first = await import1().expect(200)
      expect(first.body.added).to.equal(2)
      expect((await import1().expect(200)).body).to.deep.include({ added: 0, known: first.body.rows })
    })

    it('keeps no row of a file in which one is wrong, and says which', async () => {
      const csv = (await coordinator.get(`${path}/export.csv`)).text.split('\r\n')
      const total = (await coordinator.get(`${path}?limit=100`)).body.items.length
      const good = csv.find((line, at) => at > 0 && line.endsWith(',0')) ?? ''
      const bad = good.replace(/2026-01-\d\d/g, '31/02/2026')
      const file = [csv[0], good.replace(/,[^,]*,0$/, ',,0'), bad].join('\r\n')
      const answer = await coordinator.send('post', `${path}/import`).type('text/csv').send(file).expect(422)
      expect(answer.body.faults[0]).to.include({ row: 3, code: 'day.invalid' })
      expect(answer.body.faults[0].column).to.match(/^(dias|fecha|fecha_del_estado)$/)
      expect((await coordinator.get(`${path}?limit=100`)).body.items).to.have.length(total)
    })

    const files = [
      ['an empty file', '\ufeff', 'csv.empty'],
      ['a spreadsheet', 'PK\u0003\u0004', 'csv.spreadsheet'],
      ['an open quote', 'fecha,medio\r\n"2026', 'csv.quote'],
      ['no header', '1,2,3\r\n4,5,6', 'csv.header'],
    ] as const
    for (const [what, text, code] of files) {
      it(`refuses ${what} as CSV`, async () => {
        const answer = await coordinator
          .send('post', `${path}/import`)
          .type('text/csv')
          .send(text)
          .expect(400)
        expect(answer.body.errors[0].code).to.equal(code)
      })
    }
  })
}

function isTestUser(who: string): who is TestUser {
  return who in allowed
}
