import { foldName, slugOf } from '../domain/names.ts'
import type { Organisation } from '../store/organisation-store.ts'

const kinds = ['Asociación', 'Fundación', 'Observatorio', 'Colectivo', 'Red'] as const
const causes = [
  'Ceiba Abierta',
  'Cuentas del Altiplano',
  'Agua de Todos',
  'Escuela Vigilante',
  'Ojos del Motagua',
  'Presupuesto Claro',
  'Salud a la Vista',
  'Jaguar Cívico',
] as const

const names = kinds.flatMap(kind => causes.map(cause => `${kind} ${cause}`))

/** Forty organisations that do not exist. */
export const inventedOrganisations: readonly Organisation[] = names.map(organisationNamed)

/** So many that do not exist: beyond forty, the same names again with a number. */
export function organisationsUpTo(count: number): readonly Organisation[] {
  return Array.from({ length: count }, (_, at) => {
    const name = names[at % names.length] ?? ''
    const round = Math.floor(at / names.length)
    return organisationNamed(round === 0 ? name : `${name} ${round + 1}`)
  })
}

function organisationNamed(name: string): Organisation {
  return {
    id: `ejemplo-${slugOf(name)}`,
    name: `${name} (ejemplo)`,
    foldedName: foldName(`${name} (ejemplo)`),
    active: true,
    version: 1,
  }
}
