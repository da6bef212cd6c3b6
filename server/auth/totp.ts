import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with the values that every authenticator app takes: HMAC-SHA-1, six digits, half a minute. */
const stepSeconds = 30
const digits = 6
/** A code is taken a step early or late: phones' clocks differ (RFC 6238, 5.2). */
const drift = 1

/** RFC 4648, without padding. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** 160 bits, as RFC 4226, 4 asks, in base32. */
export function newTotpSecret(): string {
  return base32(randomBytes(20))
}

/** What an app reads: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function totpUri(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

/** The step of a code that is right at an instant and later than the last one used; null where it is not. */
export function matchingStep(
  secret: string,
  code: string,
  { now, after }: { now: Date; after: number },
): number | null {
  const given = Buffer.from(code)
  if (given.length !== digits) return null
  const present = Math.floor(now.getTime() / 1000 / stepSeconds)
  const steps = Array.from({ length: 2 * drift + 1 }, (_, at) => present - drift + at)
  // All are computed, so that the time taken does not tell which one was right.
  const right = steps.filter(step => timingSafeEqual(Buffer.from(totpCode(secret, step)), given))
  return right.find(step => step > after) ?? null
}

/** The code of a step since 1970 (RFC 4226, 5.3). */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => alphabet[parseInt(five.padEnd(5, '0'), 2)] ?? '').join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map(sign => Math.max(0, alphabet.indexOf(sign)).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map(eight => parseInt(eight, 2)))
}
