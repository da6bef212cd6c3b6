import { expect } from 'chai'
import {
  checkSecondFactor,
  confirmSecondFactor,
  proposeSecondFactor,
} from '../../../server/auth/second-factor.ts'
import { sealedSecrets } from '../../../server/auth/sealed-secret.ts'
import { totpCode } from '../../../server/auth/totp.ts'
import { aUser } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const key = 'una clave de al menos treinta y dos letras'
const user = aUser({ id: 'ana', role: 'regulator' })

describe('a second step at rest', () => {
  let context: TempContext
  beforeEach(async () => {
    context = await tempContext({ env: { SECRET_KEY: key } })
  })
  afterEach(() => context.close())

  function code(secret: string, steps: number): string {
    return totpCode(secret, Math.floor(context.clock.now().getTime() / 30_000) + steps)
  }

  async function stored(): Promise<string> {
    return (await context.stores.secondFactors.find(user.id))?.secret ?? ''
  }

  it('is sealed, and still asks for its codes', async () => {
    const secret = (await proposeSecondFactor(context, user))?.secret ?? ''
    expect((await proposeSecondFactor(context, user))?.secret).to.equal(secret)
    expect(await stored())
      .to.match(/^sealed:/)
      .and.not.include(secret)
    await confirmSecondFactor(context, user, code(secret, 0))
    expect(await checkSecondFactor(context, user.id, code(secret, 1))).to.equal(true)
  })

  it('stays readable from before there was a key, and is sealed when it is next used', async () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    await context.stores.secondFactors.propose(user.id, secret)
    await confirmSecondFactor(context, user, code(secret, 0))
    expect(await stored()).to.equal(secret)
    expect(await checkSecondFactor(context, user.id, code(secret, 1))).to.equal(true)
    expect(await stored()).to.match(/^sealed:/)
    context.setNow(new Date(context.clock.now().getTime() + 120_000))
    expect(await checkSecondFactor(context, user.id, code(secret, 0))).to.equal(true)
  })

  it('opens for nobody else, with no other key, and not when it was changed', () => {
    const secrets = sealedSecrets(key)
    const sealed = secrets.seal('GEZDGNBV', 'ana')
    expect(secrets.open(sealed, 'ana')).to.equal('GEZDGNBV')
    expect(secrets.open(sealed, 'eva')).to.equal(null)
    expect(sealedSecrets(`${key}!`).open(sealed, 'ana')).to.equal(null)
    expect(sealedSecrets(null).open(sealed, 'ana')).to.equal(null)
    expect(secrets.open(`sealed:${Buffer.from('corto').toString('base64url')}`, 'ana')).to.equal(null)
    expect(secrets.seal('GEZDGNBV', 'ana')).not.to.equal(sealed)
  })

  it('falls back on the spare codes where the key is lost, and says so in the log', async () => {
    const secret = (await proposeSecondFactor(context, user))?.secret ?? ''
    const [spare = ''] = await confirmSecondFactor(context, user, code(secret, 0))
    const without = { ...context, config: { ...context.config, secretKey: null } }
    expect(await checkSecondFactor(without, user.id, code(secret, 1))).to.equal(false)
    expect(await checkSecondFactor(without, user.id, spare)).to.equal(true)
    expect(context.logged.join('\n')).to.include('SECRET_KEY')
  })
})
