import { foldName } from '../domain/names.ts'
import type { Institution } from '../store/institution-store.ts'

/** So many institutions: those of a register first, in its order, then offices that do not exist. */
export function institutionsUpTo(count: number, register: readonly Institution[]): readonly Institution[] {
  return Array.from({ length: count }, (_, at) => register[at] ?? inventedOffice(at + 1))
}

export function isInvented({ id }: Institution): boolean {
  return id.startsWith(inventedIds)
}

const inventedIds = 'ejemplo-oficina-'

/** An office outside the capital, as most of those that answer requests in the country are. */
function inventedOffice(number: number): Institution {
  const name = `Oficina municipal de ejemplo ${number}`
  const acronym = `EJEMPLO-${number}`
  return {
    id: `${inventedIds}${number}`,
    name,
    acronym,
    kind: 'municipalidad',
    inCapital: false,
    cutoffMinutes: null,
    hours: null,
    contact: null,
    aliases: [foldName(acronym), foldName(name)],
    active: true,
    version: 1,
  }
}
