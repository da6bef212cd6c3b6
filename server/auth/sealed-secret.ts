import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const mark = 'sealed:'
const ivLength = 12
const tagLength = 16

export interface SealedSecrets {
  /** As it is stored: sealed where there is a key, bound to whose it is. */
  seal(secret: string, userId: string): string
  /** What was sealed, or was stored before there was a key; null where the key is missing or another. */
  open(stored: string, userId: string): string | null
  /** Stored before there was a key, though there is one now. */
  isToBeSealed(stored: string): boolean
}

/**
 * Secrets at rest under AES-256-GCM (NIST SP 800-38D), with a key derived from the configuration's by HKDF
 * (RFC 5869): who reads the store alone cannot make anybody's codes. Without a key they stay as they are, since
 * a key that lies in the same store would seal nothing.
 */
export function sealedSecrets(secretKey: string | null): SealedSecrets {
  const key =
    secretKey === null ? null : Buffer.from(hkdfSync('sha256', secretKey, '', 'vigia second factor', 32))
  return {
    seal: (secret, userId) => (key === null ? secret : sealed(key, secret, userId)),
    open(stored, userId) {
      if (!stored.startsWith(mark)) return stored
      return key === null ? null : opened(key, stored, userId)
    },
    isToBeSealed: stored => key !== null && !stored.startsWith(mark),
  }
}

function sealed(key: Buffer, secret: string, userId: string): string {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(userId))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return mark + Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')
}

/** Null where the tag is not that of this key and this person. */
function opened(key: Buffer, stored: string, userId: string): string | null {
  const bytes = Buffer.from(stored.slice(mark.length), 'base64url')
  const [iv, tag] = [bytes.subarray(0, ivLength), bytes.subarray(ivLength, ivLength + tagLength)]
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(userId)).setAuthTag(tag)
    const text = decipher.update(bytes.subarray(ivLength + tagLength))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}
