import { num } from './syntax.ts'

/**
 * An SVG path of the commands M, L, C and Z, absolute, as PDF operators shifted by (left, top). Throws
 * RangeError on any other command.
 */
export function pathOperators(d: string, left: number, top: number): string {
  return (d.match(/[A-Za-z][^A-Za-z]*/g) ?? []).map(command => operatorsOf(command, left, top)).join(' ')
}

const letters: Readonly<Record<string, { operator: string; numbers: number }>> = {
  M: { operator: 'm', numbers: 2 },
  L: { operator: 'l', numbers: 2 },
  C: { operator: 'c', numbers: 6 },
}

function operatorsOf(command: string, left: number, top: number): string {
  const letter = command.charAt(0)
  if (letter === 'Z') return 'h'
  const known = letters[letter]
  if (known === undefined) throw new RangeError(`The path command ${letter} is not drawn`)
  const numbers = (command.slice(1).match(/-?[0-9.]+(?:e-?[0-9]+)?/g) ?? []).map(Number)
  const placed = numbers.map((value, at) => num(value + (at % 2 === 0 ? left : top)))
  const parts: string[] = []
  for (let at = 0; at < placed.length; at += known.numbers) {
    parts.push(`${placed.slice(at, at + known.numbers).join(' ')} ${known.operator}`)
  }
  return parts.join(' ')
}
