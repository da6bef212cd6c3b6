import { foldName, slugOf } from '../domain/names.ts'
import type { Organisation } from '../store/organisation-store.ts'

/** The organisations that support commitment GT0121, as examples for the demonstration and nothing else. */
export const exampleOrganisations: readonly Organisation[] = [
  'Fundación Prosperiti Guatecívica',
  'CIIDH',
  'CODEFEM',
  'GGM',
  'Red Ciudadana',
  'Asociación Civil Diálogos',
  'CoST Guatemala',
].map(newOrganisation)

/** Its id is made of its name, so that the same name is the same organisation. */
export function newOrganisation(name: string): Organisation {
  return { id: slugOf(name), name, foldedName: foldName(name), active: true, version: 1 }
}
