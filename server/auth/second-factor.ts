import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import type { SecondFactor } from '../store/second-factor-store.ts'
import type { User } from '../store/user-store.ts'
import { oneTimePassword } from './one-time-password.ts'
import { sealedSecrets } from './sealed-secret.ts'
import { matchingStep, newTotpSecret, totpUri } from './totp.ts'

type Parts = Pick<Context, 'stores' | 'clock' | 'config' | 'log'>

const spareCodes = 8
const attempts = 10
const windowMs = 15 * 60_000

export async function hasSecondFactor({ stores }: Pick<Context, 'stores'>, userId: string): Promise<boolean> {
  return (await stores.secondFactors.find(userId))?.confirmed === true
}

/** A secret for one's app, asked for until a code proves that the app has it. Null where there is one already. */
export async function proposeSecondFactor(
  { stores, config }: Pick<Context, 'stores' | 'config'>,
  { id, email }: User,
): Promise<{ readonly secret: string; readonly uri: string } | null> {
  const known = await stores.secondFactors.find(id)
  if (known?.confirmed) return null
  const secrets = sealedSecrets(config.secretKey)
  const open = known && secrets.open(known.secret, id)
  const secret = open ?? newTotpSecret()
  if (open === null) await stores.secondFactors.propose(id, secrets.seal(secret, id))
  return { secret, uri: totpUri(secret, { issuer: 'Vigía', account: email }) }
}

/**
 * Asks for a code at each sign-in from now on.
 * @returns codes for a lost phone, shown here and nowhere else
 * @throws AppError 'invalid-input' (the code is wrong), 'too-many-requests'
 */
export async function confirmSecondFactor(
  context: Parts,
  { id }: User,
  code: string,
): Promise<readonly string[]> {
  const { stores } = context
  await limit(context, id)
  const factor = await stores.secondFactors.find(id)
  const step = factor && stepOf(context, factor, code)
  if (step === null) throw invalidInput([fault('code', 'code.wrong')])
  const codes = Array.from({ length: spareCodes }, () => oneTimePassword().slice(0, 11))
  if (!(await stores.secondFactors.confirm(id, step, codes.map(hashOf)))) throw new AppError('stale')
  return codes
}

/**
 * Whether a code of one's app, or a spare one, is right; it is used up by that.
 * @throws AppError 'too-many-requests'
 */
export async function checkSecondFactor(context: Parts, userId: string, code: string): Promise<boolean> {
  const { stores } = context
  await limit(context, userId)
  const factor = await stores.secondFactors.find(userId)
  if (!factor?.confirmed) return false
  const step = stepOf(context, factor, code)
  const isRight =
    step === null
      ? await stores.secondFactors.useSpare(userId, hashOf(code.trim().toLowerCase()))
      : await stores.secondFactors.useStep(userId, step)
  if (isRight) await stores.loginAttempts.clear(keyOf(userId))
  if (isRight) await sealAtLast(context, factor)
  return isRight
}

/** Null too where the store's key is another than it was sealed with: the spare codes still serve. */
function stepOf({ config, clock, log }: Parts, factor: SecondFactor, code: string): number | null {
  const secret = sealedSecrets(config.secretKey).open(factor.secret, factor.userId)
  if (secret === null)
    log.error({ userId: factor.userId }, 'A second step cannot be read: is SECRET_KEY another?')
  return secret === null
    ? null
    : matchingStep(secret, plain(code), { now: clock.now(), after: factor.lastStep })
}

/** A secret of before there was a key is sealed when it is next used. */
async function sealAtLast({ stores, config }: Parts, { userId, secret }: SecondFactor): Promise<void> {
  const secrets = sealedSecrets(config.secretKey)
  if (secrets.isToBeSealed(secret))
    await stores.secondFactors.reseal(userId, { from: secret, to: secrets.seal(secret, userId) })
}

/** Counts a try before it is judged, so that many at once cannot outrun the limit. */
async function limit({ stores, clock }: Parts, userId: string): Promise<void> {
  const now = clock.now()
  const until = await stores.loginAttempts.begin(keyOf(userId), { now, limit: attempts, windowMs })
  if (!until) return
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  throw new AppError('too-many-requests', { retryAfterSeconds: seconds })
}

function keyOf(userId: string): string {
  return hashOf(`second-factor\n${userId}`)
}

/** Apps show a code in two groups. */
function plain(code: string): string {
  return code.replace(/\s+/g, '')
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
