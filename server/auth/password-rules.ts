import type { FieldFault } from '../http/parse.ts'
import { fault } from '../http/parse.ts'

const shortest = 12
const longest = 200

/** Parts that attackers try first; what is left without them must still be something. */
const guessable = (
  'contrasena password passw clave secreto secret bienvenido welcome admin usuario qwertyuiop qwerty asdfghjkl asdfgh ' +
  'zxcvbnm abcdefghijkl abcdef iloveyou teamo letmein vigia guatemala guate gobierno ministerio transparencia ' +
  'informacion publica acceso uip laip abierto solicitud solicitudes local'
).split(' ')

const fewestOwnLetters = 5
const fewestDifferent = 5

/**
 * What is wrong with a new password, or null. Length is what counts (NIST SP 800-63B); no mix of signs is
 * asked for.
 */
export function passwordFault(
  path: string,
  password: string,
  owner: { email: string; name: string },
): FieldFault | null {
  const length = [...password].length
  if (length < shortest) return fault(path, 'password.short')
  if (length > longest) return fault(path, 'password.long')
  return isGuessable(password, owner) ? fault(path, 'password.common') : null
}

function isGuessable(password: string, { email, name }: { email: string; name: string }): boolean {
  const plain = simplify(password)
  if (new Set(plain).size < fewestDifferent) return true
  const own = simplify(`${email} ${name}`).split(/[^\p{L}\d]+/u)
  const words = [...guessable, ...own.filter(part => part.length >= 3)].sort((a, b) => b.length - a.length)
  const isOnlyWords = [plain, withoutStandIns(plain)].some(text => ownLetters(text, words) < fewestOwnLetters)
  return isOnlyWords && !hasOwnDigits(plain)
}

function ownLetters(text: string, words: readonly string[]): number {
  const rest = words.reduce((left, word) => left.replaceAll(word, ' '), text)
  return rest.replace(/[^\p{L}]/gu, '').length
}

/** Digits make a password only when they are many and no run like 123456 or 111111. */
function hasOwnDigits(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  const steps = new Set([...digits].slice(1).map((digit, at) => Number(digit) - Number(digits[at])))
  return digits.length >= 10 && steps.size >= 4
}

/** Without case and accents. */
function simplify(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** With letters in place of the usual signs for them: p4$$w0rd. */
function withoutStandIns(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '3': 'e',
    $: 's',
    '5': 's',
    '0': 'o',
    '1': 'i',
  }
  return text.replace(/[@43$501]/g, sign => letters[sign] ?? sign)
}
