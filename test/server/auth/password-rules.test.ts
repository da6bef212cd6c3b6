import { expect } from 'chai'
import { passwordFault } from '../../../server/auth/password-rules.ts'

const owner = { email: 'ana.lopez@ministerio.test', name: 'Ana López' }

describe('the rule for a new password', () => {
  const cases = [
    ['eleven characters', 'abcd efgh i', 'password.short'],
    ['one character twelve times', 'aaaaaaaaaaaa', 'password.common'],
    ['a run of digits', '123456789012', 'password.common'],
    ['a run along the keyboard', 'qwertyuiop12', 'password.common'],
    ['the word itself, with accents', 'Contraseña123', 'password.common'],
    ['signs in place of letters', 'P@$$w0rd2026!', 'password.common'],
    ['the product and the country', 'Vigia-Guatemala-2026', 'password.common'],
    ['the owner', 'ana.lopez.2026', 'password.common'],
    ['201 characters', 'ab cd ef gh '.repeat(17).slice(0, 201), 'password.long'],
    ['four loose words', 'tejas mojadas brillan solas', null],
    ['a manager’s', 'kT9#vLq2!xWz', null],
    ['a one-time password', 'cf8nq-yc38e-5e7mr-7x39m', null],
    ['long, in another script', 'пароль на каждый день', null],
    ['200 characters', 'ab cd ef gh '.repeat(17).slice(0, 200), null],
  ] as const

  for (const [title, password, type] of cases) {
    it(`${type ? 'refuses' : 'takes'} ${title}`, () => {
      expect(passwordFault('next', password, owner)?.type ?? null).to.equal(type)
    })
  }
})
