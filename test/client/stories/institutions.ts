import type { InstitutionOption } from '../../../client/parts/institution-choices.tsx'

/** Two that the stories tell of. */
export const fewInstitutions: readonly InstitutionOption[] = [
  { value: 'mem', label: 'Ministerio de Energía y Minas', kind: 'ministerio', acronym: 'MEM' },
  { value: 'minfin', label: 'Ministerio de Finanzas Públicas', kind: 'ministerio', acronym: 'MINFIN' },
]

export const someInstitutions: readonly InstitutionOption[] = [
  ...fewInstitutions,
  {
    value: 'mspas',
    label: 'Ministerio de Salud Pública y Asistencia Social',
    kind: 'ministerio',
    acronym: 'MSPAS',
  },
]

/** As many as a register of the Executive holds, so that lists are looked at in their real length. */
export const manyInstitutions: readonly InstitutionOption[] = [
  ...someInstitutions,
  ...named('ministerio', 'Ministerio de Asuntos Inventados', 11),
  ...named('secretaria', 'Secretaría de Ejemplo de la Presidencia', 14),
  ...named('descentralizada', 'Instituto Nacional de Cosas Imaginadas', 12),
  ...named('municipalidad', 'Municipalidad de San Ejemplo', 3),
]

function named(kind: string, name: string, count: number): InstitutionOption[] {
  return Array.from({ length: count }, (_, at) => ({
    value: `${kind}-${at + 1}`,
    label: `${name} ${at + 1}`,
    kind,
    acronym: `${kind.slice(0, 3).toUpperCase()}${at + 1}`,
  }))
}
