import { expect } from 'chai'
import { matchingStep, newTotpSecret, totpCode, totpUri } from '../../../server/auth/totp.ts'

/** RFC 6238, appendix B: the ASCII secret 12345678901234567890, the last six of the eight digits there. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code that changes with time', () => {
  const vectors = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ] as const

  for (const [seconds, code] of vectors) {
    it(`is ${code} at ${seconds} s`, () => {
      expect(totpCode(secret, Math.floor(seconds / 30))).to.equal(code)
    })
  }

  const now = new Date(1_111_111_109_000)
  const step = Math.floor(1_111_111_109 / 30)

  it('is taken a step early or late, and once', () => {
    for (const [at, isTaken] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      const match = matchingStep(secret, totpCode(secret, step + at), { now, after: 0 })
      expect(match, String(at)).to.equal(isTaken ? step + at : null)
    }
    expect(matchingStep(secret, totpCode(secret, step), { now, after: step })).to.equal(null)
  })

  it('is nothing but six digits', () => {
    for (const code of ['', '81804', '0081804', 'abcdef', '08180４', '081804 '])
      expect(matchingStep(secret, code, { now, after: 0 }), code).to.equal(null)
  })

  it('has a secret of 160 bits of its own each time', () => {
    const made = new Set(Array.from({ length: 20 }, newTotpSecret))
    expect(made.size).to.equal(20)
    for (const each of made) expect(each).to.match(/^[A-Z2-7]{32}$/)
    expect(totpUri(secret, { issuer: 'Vigía', account: 'a@b.test' })).to.equal(
      `otpauth://totp/Vig%C3%ADa:a%40b.test?secret=${secret}&issuer=Vig%C3%ADa`,
    )
  })
})
