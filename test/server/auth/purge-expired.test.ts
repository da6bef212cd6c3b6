import { expect } from 'chai'
import { purgeExpired } from '../../../server/auth/purge-expired.ts'
import { tempContext } from '../../support/temp-context.ts'
import { addSides, sides, testServer } from '../../support/test-server.ts'

describe('the purge', () => {
  it('removes what is over and nothing that is not', async () => {
    const server = await testServer({ now: '2026-02-02T09:00:00-06:00' })
    try {
      await addSides(server)
      const old = await server.signIn('system_admin')
      await server.anonymous.post('/api/v1/session').send({ email: 'nadie@ejemplo.test', password: 'wrong' })
      const body = {
        email: 'n@ejemplo.test',
        name: 'N',
        role: 'uip_officer',
        institutionId: sides.institution,
      }
      await old.send('post', '/api/v1/users').set('Idempotency-Key', 'k').send(body).expect(201)
      server.setNow('2026-02-02T09:40:00-06:00')
      const fresh = await server.signIn('regulator')
      expect(await purgeExpired(server.context)).to.eql({
        sessions: 1,
        recoveries: 0,
        replies: 0,
        attempts: 1,
        drafts: 0,
      })
      expect((await fresh.get('/api/v1/session')).body.user).not.to.equal(null)
      server.setNow('2026-02-03T09:40:00-06:00')
      expect(await purgeExpired(server.context)).to.eql({
        sessions: 1,
        recoveries: 0,
        replies: 1,
        attempts: 0,
        drafts: 0,
      })
    } finally {
      await server.close()
    }
  })

  it('takes away forms that nobody has gone on with for the days of the settings', async () => {
    const context = await tempContext({ now: '2026-02-02T09:00:00-06:00', env: { DRAFT_DAYS: '30' } })
    try {
      const { drafts } = context.stores
      const put = (letter: string, day: string) =>
        drafts.save({
          ...{ id: letter.repeat(32), userId: 'u', title: letter, values: {} },
          savedAt: new Date(`${day}T09:00:00-06:00`),
        })
      await put('a', '2026-01-02')
      await put('b', '2026-01-03')
      await put('c', '2026-01-02')
      await put('c', '2026-02-01')
      expect(await purgeExpired(context)).to.include({ drafts: 1 })
      expect((await drafts.list('u', 10)).map(({ title }) => title)).to.eql(['c', 'b'])
    } finally {
      await context.close()
    }
  })
})
