import { expect } from 'chai'
import { argon2Cost, createHasher } from '../../../server/auth/hasher.ts'
import { AppError } from '../../../server/errors.ts'

const cheapest = { memoryKiB: 8, passes: 1, lanes: 1 }

describe('the hasher', () => {
  it('costs what RFC 9106 is met with: Argon2id, 64 MiB, three passes, one lane', async () => {
    expect(await createHasher(argon2Cost).hash('tejas mojadas')).to.match(
      /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/,
    )
  })

  it('knows a password by any spelling of the same letters', async () => {
    const hasher = createHasher(cheapest)
    const stored = await hasher.hash('contraseña'.normalize('NFD'))
    expect(await hasher.verify(stored, 'contraseña'.normalize('NFC'))).to.equal(true)
    expect(await hasher.verify(stored, 'contrasena')).to.equal(false)
  })

  it('refuses for an account that does not exist, whatever is typed', async () => {
    expect(await createHasher(cheapest).verify(null, 'nobody has this password')).to.equal(false)
  })

  it('lets 34 in at once, turns the rest away and serves again afterwards', async () => {
    const hasher = createHasher({ memoryKiB: 1024, passes: 2, lanes: 1 })
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => hasher.hash('tejas mojadas')))
    const refused = all.filter(({ status }) => status === 'rejected')
    expect(refused).to.have.lengthOf(16)
    for (const each of refused) {
      if (each.status === 'rejected')
        expect(each.reason).to.be.instanceOf(AppError).with.property('code', 'too-many-requests')
    }
    expect(await hasher.hash('tejas mojadas')).to.be.a('string')
  })
})
