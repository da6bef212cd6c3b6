import { foldName, slugOf, unprintableIn } from '../domain/names.ts'
import type { Institution } from '../store/institution-store.ts'

export interface InstitutionFinder {
  /** By name, acronym or alias; null where nobody knows it and none may be made. */
  find(name: string): Institution | null
  /** Those that were made, in order. */
  made(): readonly Institution[]
}

/** @param create makes an institution under its own name where none is known by it. */
export function institutionFinder(
  known: readonly Institution[],
  { create }: { create: boolean },
): InstitutionFinder {
  const byAlias = new Map(
    known.flatMap(each => [foldName(each.name), ...each.aliases].map(alias => [alias, each] as const)),
  )
  const ids = new Set(known.map(({ id }) => id))
  const made: Institution[] = []

  function make(name: string): Institution | null {
    const id = freeId(slugOf(name), ids)
    if (id === null || unprintableIn(name) !== null) return null
    const institution = newInstitution(id, name)
    ids.add(id)
    made.push(institution)
    byAlias.set(foldName(name), institution)
    return institution
  }

  return {
    find: name => knownAs(foldName(name), byAlias) ?? (create ? make(name) : null),
    made: () => made,
  }
}

/**
 * By one of its names, or by a name and an acronym together, as offices write them:
 * «Ministerio de Educación -MINEDUC-».
 */
function knownAs(folded: string, byAlias: ReadonlyMap<string, Institution>): Institution | null {
  const whole = byAlias.get(folded)
  if (whole) return whole
  const words = folded.split(' ')
  const partings = [
    [words.slice(0, -1), words.slice(-1)],
    [words.slice(1), words.slice(0, 1)],
  ]
  for (const parts of partings) {
    const [name, acronym] = parts.map(part => byAlias.get(part.join(' ')))
    if (name && name === acronym) return name
  }
  return null
}

/** Two names may share a slug, which is cut off at some length. Null for a name without letters. */
function freeId(slug: string, taken: ReadonlySet<string>): string | null {
  if (slug === '') return null
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number += 1) {
    const id = `${slug}-${number}`
    if (!taken.has(id)) return id
  }
}

/** Nothing is known of it but its name: 15 August counts there until somebody says that it is in the capital. */
function newInstitution(id: string, name: string): Institution {
  return {
    id,
    name,
    acronym: acronymOf(name),
    kind: 'otra',
    inCapital: false,
    cutoffMinutes: null,
    contact: null,
    hours: null,
    aliases: [foldName(name)],
    active: true,
    version: 1,
  }
}

function acronymOf(name: string): string {
  const words = name.split(/\s+/)
  if (words.length === 1) return name.slice(0, 20)
  const initials = words.map(word => /^\p{Lu}/u.exec(word)?.[0] ?? '').join('')
  return initials.length > 1 ? initials : name.slice(0, 20)
}
