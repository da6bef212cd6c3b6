import { expect } from 'chai'
import { purgeExpired } from '../../../server/auth/purge-expired.ts'
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
      })
      expect((await fresh.get('/api/v1/session')).body.user).not.to.equal(null)
      server.setNow('2026-02-03T09:40:00-06:00')
      expect(await purgeExpired(server.context)).to.eql({
        sessions: 1,
        recoveries: 0,
        replies: 1,
        attempts: 0,
      })
    } finally {
      await server.close()
    }
  })
})
