import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { expect } from 'chai'
import request, { type Agent } from 'supertest'
import { scanForBreaches } from '../../server/jobs/breach-scan.ts'
import type { Mail, Mailer } from '../../server/jobs/mailer.ts'
import { queueNotices } from '../../server/jobs/notices.ts'
import { deliverMessages } from '../../server/jobs/outbox-delivery.ts'
import { queueReminders } from '../../server/jobs/reminders.ts'
import { runDueSlots } from '../../server/jobs/run-due-slots.ts'
import type { NotificationStore } from '../../server/store/notification-store.ts'
import { messageStates, type Message } from '../../server/store/outbox-store.ts'
import { aRequest } from '../support/request-builder.ts'
import { addSides, sides, testPassword, testServer, type TestServer } from '../support/test-server.ts'

const given = process.env.MONGODB_URI

/** Each request goes to the other instance than the one before, as by a proxy without memory. */
describe('two instances on one database', function () {
  this.timeout(60_000)
  if (given === undefined) {
    it.skip('needs MONGODB_URI: npm run test:mongodb')
    return
  }
  let one: TestServer
  let other: TestServer
  let site: RequestListener

  async function open(): Promise<void> {
    const uri = new URL(given ?? '')
    uri.pathname = `/vigia-test-${randomUUID().slice(0, 8)}`
    const env = { MONGODB_URI: uri.href, TRUSTED_PROXIES: '1' }
    one = await testServer({ env })
    other = await testServer({ env })
    let turn = 0
    site = (req, res) => void ((turn += 1) % 2 === 1 ? one : other).app(req, res)
    await addSides(one)
  }

  async function close(): Promise<void> {
    await one.close()
    await other.close()
  }

  function setNow(instant: string): void {
    one.setNow(instant)
    other.setNow(instant)
  }

  async function signIn(who: Parameters<TestServer['user']>[0], password = testPassword) {
    const { email } = await one.user(who)
    const agent = request.agent(site)
    const reply = await agent.post('/api/v1/session').send({ email, password }).expect(200)
    const csrf = String(reply.body.csrfToken)
    const cookie = String(reply.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
    return { agent, csrf, cookie }
  }

  const signedIn = async (agent: Agent) => {
    const replies = [await agent.get('/api/v1/session'), await agent.get('/api/v1/session')]
    return replies.map(({ body }) => body.user !== null)
  }

  /** The same at both, in the same moment. */
  const atBoth = <R>(work: (server: TestServer) => Promise<R>) => Promise.all([work(one), work(other)])

  describe('people', () => {
    before(open)
    after(close)
    beforeEach(() => setNow('2026-02-02'))

    it('sign in on one and are signed in on both, until they sign out on either', async () => {
      const { agent, csrf } = await signIn('regulator')
      expect(await signedIn(agent)).to.deep.equal([true, true])
      await agent.delete('/api/v1/session').set('X-CSRF-Token', csrf).expect(204)
      expect(await signedIn(agent)).to.deep.equal([false, false])
    })

    it('stay signed in where the clock of the instance that signs them in is behind the other', async () => {
      const user = await one.user('regulator')
      one.setNow('2026-02-02T09:00:30-06:00')
      other.setNow('2026-02-02T09:00:00-06:00')
      await one.context.stores.users.change(user.id, user.version, {
        sessionsValidFrom: one.context.clock.now(),
      })
      const agent = request.agent(other.app)
      await agent.post('/api/v1/session').send({ email: user.email, password: testPassword }).expect(200)
      expect(await signedIn(agent)).to.deep.equal([true, true])
    })

    it('that were taken a right away by one have lost it at the other', async () => {
      const { agent } = await signIn('regulator')
      const user = await one.user('regulator')
      await one.context.stores.users.change(user.id, user.version, { active: false })
      expect(await signedIn(agent)).to.deep.equal([false, false])
    })

    it('guess five times at an account, and twenty from an address, at both together', async () => {
      const { email } = await one.user('regulator')
      const attempt = async (address: string, given: string) => {
        const sent = request(site).post('/api/v1/session').set('X-Forwarded-For', address)
        return (await sent.send({ email: given, password: 'wrong' })).status
      }
      const statuses: number[] = []
      for (let at = 0; at < 6; at += 1) statuses.push(await attempt('203.0.113.1', email))
      expect(statuses).to.deep.equal([401, 401, 401, 401, 401, 429])
      const fromOne = await Promise.all(
        Array.from({ length: 24 }, (_, at) => attempt('203.0.113.2', `nadie${at}@ejemplo.test`)),
      )
      expect(fromOne.filter(status => status === 401)).to.have.lengthOf(20)
    })
  })

  describe('what is written', () => {
    before(open)
    after(close)

    const newRequest = {
      ...{ institutionId: sides.institution, title: 'Contratos de obra del año pasado' },
      received: '2026-02-02T09:00:00-06:00',
    }

    it('with one Idempotency-Key at both in the same moment is done once', async () => {
      const { cookie, csrf } = await signIn('organisation_member')
      const replies = await atBoth(({ app }) =>
        request(app)
          .post('/api/v1/requests')
          .set({ Cookie: cookie, 'X-CSRF-Token': csrf, 'Idempotency-Key': 'k-1' })
          .send(newRequest),
      )
      expect(replies.map(({ status }) => status)).to.include(201)
      for (const { status, body } of replies)
        expect([201, 'idempotency-key-in-use']).to.include(status === 201 ? 201 : body.code)
      const { body } = await request(one.app).get('/api/v1/requests').set('Cookie', cookie)
      expect(body.items).to.have.lengthOf(1)
      expect(body.items[0].reference).to.equal('GT-2026-000001')
    })

    it('on one version at both in the same moment is written by one and refused to the other', async () => {
      await one.context.stores.requests.add(aRequest({ id: 'r1' }))
      const { cookie, csrf } = await signIn('uip_officer')
      const replies = await atBoth(({ app }) =>
        request(app)
          .post('/api/v1/requests/r1/events')
          .set({ Cookie: cookie, 'X-CSRF-Token': csrf, 'If-Match': '"1"' })
          .send({ type: 'admitted', occurredOn: '2026-02-02', data: { caseNumber: null } }),
      )
      expect(replies.map(({ status }) => status).toSorted()).to.deep.equal([201, 412])
      const found = await other.context.stores.requests.find('r1', { kind: 'everything' })
      expect(found?.events.map(({ type }) => type)).to.deep.equal(['filed', 'admitted'])
    })

    it('gets numbers of its own, however many are logged at both', async () => {
      const { cookie, csrf } = await signIn('organisation_member')
      const both = await Promise.all(
        Array.from({ length: 5 }, () =>
          atBoth(({ app }) =>
            request(app)
              .post('/api/v1/requests')
              .set({ Cookie: cookie, 'X-CSRF-Token': csrf })
              .send(newRequest),
          ),
        ),
      )
      expect(both.flat().map(({ status }) => status)).to.deep.equal(Array(10).fill(201))
      expect(new Set(both.flat().map(({ body }) => body.reference)).size).to.equal(10)
    })
  })

  describe('the law', () => {
    before(open)
    after(close)

    it('that one learns moves the due days at the other with the next answer', async () => {
      await one.context.stores.requests.add(aRequest({ id: 'r1', published: true }))
      const dueAt = async ({ anonymous }: TestServer) => {
        const { body } = await anonymous.get('/api/v1/requests/r1')
        const { body: list } = await anonymous.get('/api/v1/requests')
        return [body.dueOn, list.items[0].dueOn]
      }
      expect(await atBoth(dueAt)).to.deep.equal([
        ['2026-02-16', '2026-02-16'],
        ['2026-02-16', '2026-02-16'],
      ])
      const { cookie, csrf } = await signIn('coordinator')
      await request(one.app)
        .post('/api/v1/closures')
        .set({ Cookie: cookie, 'X-CSRF-Token': csrf })
        .send({ days: ['2026-02-10'], source: 'Acuerdo Gubernativo 1-2026 de ejemplo' })
        .expect(201)
      expect(await dueAt(other)).to.deep.equal(['2026-02-17', '2026-02-17'])
      setNow('2026-02-17')
      expect(await scanForBreaches(other.context)).to.include({ recorded: 0 })
      setNow('2026-02-18')
      expect(await scanForBreaches(other.context)).to.include({ recorded: 1 })
    })
  })

  describe('the jobs', () => {
    before(async () => {
      await open()
      for (const who of ['uip_officer', 'uip_head', 'organisation_member'] as const) await one.user(who)
    })
    after(close)

    async function file(prefix: string): Promise<void> {
      const requests = Array.from({ length: 20 }, (_, at) => aRequest({ id: `${prefix}${at}` }))
      for (const each of requests) await one.context.stores.requests.add(each)
    }

    it('are run by one of two schedulers that ring at once, and once a day', async () => {
      await file('a')
      setNow('2026-02-17')
      const ring = (server: TestServer) =>
        runDueSlots(server.context, { owner: server === one ? 'one' : 'other' })
      const turns = [...(await atBoth(ring)), ...(await atBoth(ring))]
      const scans = turns.flatMap(turn => (turn ? [turn['breach-scan']] : []))
      const recorded = scans.map(scan =>
        scan !== 'failed' && scan && 'recorded' in scan ? scan.recorded : -1,
      )
      expect(recorded.filter(count => count !== 0)).to.deep.equal([20])
      expect(await marksOf(one, 'a')).to.deep.equal(Array(20).fill(1))
    })

    it('write each thing once even where both run, as after a pause that outlived a lease', async () => {
      const letters: string[] = []
      const mailer: Mailer = {
        isReachable: () => Promise.resolve(true),
        send: ({ id }: Mail) => Promise.resolve(void letters.push(id)),
        close: () => {},
      }
      const turn = async ({ context }: TestServer) => {
        await scanForBreaches(context)
        await queueReminders(context)
        await queueNotices(context)
        await deliverMessages(context, mailer)
      }
      setNow('2026-02-12')
      await file('b')
      await atBoth(turn)
      setNow('2026-02-17')
      await atBoth(turn)
      // What one left to the other while both were at it.
      await turn(one)
      expect(await marksOf(other, 'b')).to.deep.equal(Array(20).fill(1))
      const messages = await messagesAt(other, 'b')
      expect(messages.every(({ state }) => state === 'sent')).to.equal(true)
      expect(letters.toSorted()).to.deep.equal(messages.map(({ id }) => id).toSorted())
      expect(new Set(letters).size).to.equal(letters.length)
      const told = (rule: string) => messages.filter(each => each.rule === rule).length
      // 20 requests: the unit has two accounts, and a term that is over is told to both sides.
      expect([told('filed'), told('reminder'), told('lapsed')]).to.deep.equal([40, 40, 60])
      const shown = await idsFor(other.context.stores.notifications, 'user-uip_officer')
      const owed = messages.filter(({ recipientId }) => recipientId === 'user-uip_officer')
      expect(shown.toSorted()).to.deep.equal(owed.map(({ id }) => id).toSorted())
    })
  })
})

/** How many marks of time each request has. */
async function marksOf({ context }: TestServer, prefix: string): Promise<number[]> {
  const marks: number[] = []
  for await (const { id, events } of context.stores.requests.ofInstitution(sides.institution))
    if (id.startsWith(prefix)) marks.push(events.filter(({ type }) => type === 'lapsed').length)
  return marks
}

async function messagesAt({ context }: TestServer, prefix: string): Promise<Message[]> {
  const pages = await Promise.all(
    messageStates.map(state => context.stores.outbox.list(state, { limit: 500, after: null })),
  )
  return pages.flatMap(({ items }) => items).filter(({ requestId }) => requestId.startsWith(prefix))
}

async function idsFor(notifications: NotificationStore, userId: string): Promise<string[]> {
  const { items } = await notifications.list(userId, { onlyUnread: false, limit: 500, after: null })
  return items.filter(({ requestId }) => requestId.startsWith('b')).map(({ id }) => id)
}
