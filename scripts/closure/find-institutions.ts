import { foldName } from '../../server/domain/names.ts'
import type { Institution } from '../../server/store/institution-store.ts'
import { UsageError } from '../command.ts'

type Named = Pick<Institution, 'id' | 'acronym' | 'name'>

/**
 * The ids of institutions that somebody names by id, acronym or name, without regard to accents and capitals.
 * @throws UsageError with those of the register that an unknown name is nearest to.
 */
export function institutionIdsOf(names: readonly string[], register: readonly Named[]): string[] {
  return [...new Set(names.map(name => idOf(name, register)))]
}

function idOf(name: string, register: readonly Named[]): string {
  const folded = foldName(name)
  const found =
    register.find(({ id }) => id === name.trim()) ??
    register.find(({ acronym }) => foldName(acronym) === folded) ??
    register.find(each => foldName(each.name) === folded)
  if (!found)
    throw new UsageError(`--institution ${name}: no está en el registro. ${remedy(folded, register)}`)
  return found.id
}

const fewest = 0.3
const mostShown = 3

function remedy(folded: string, register: readonly Named[]): string {
  const near = register
    .map(each => ({
      ...each,
      likeness: Math.max(...[each.name, each.acronym].map(known => likeness(folded, foldName(known)))),
    }))
    .filter(each => each.likeness >= fewest)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostShown)
    .map(({ acronym, name }) => `${acronym} (${name})`)
  return near.length > 0
    ? `¿Quiso decir ${near.join(', ')}?`
    : 'Escriba su identificador, la sigla o el nombre, como están en la página Instituciones.'
}

/** Share of the pairs of letters that two texts have in common (Dice's coefficient): 1 for the same text. */
function likeness(a: string, b: string): number {
  const [pairs, others] = [pairsOf(a), pairsOf(b)]
  const common = [...pairs].filter(pair => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * common) / (pairs.size + others.size)
}

function pairsOf(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
