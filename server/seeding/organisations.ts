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

/** Forty organisations that do not exist. */
export const inventedOrganisations: readonly Organisation[] = kinds
  .flatMap(kind => causes.map(cause => `${kind} ${cause}`))
  .map(name => ({
    id: `ejemplo-${slugOf(name)}`,
    name: `${name} (ejemplo)`,
    foldedName: foldName(`${name} (ejemplo)`),
    active: true,
    version: 1,
  }))
