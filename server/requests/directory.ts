import type { Context } from '../context.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest } from '../store/request-store.ts'

/** The two sides of a request, by name. */
export interface Sides {
  readonly institution: Institution
  readonly organisation: { readonly id: string; readonly name: string }
}

export type Directory = (request: Pick<InformationRequest, 'institutionId' | 'organisationId'>) => Sides

/** Reads the names that a page of requests needs, once each. */
export async function directoryFor(
  { stores }: Pick<Context, 'stores'>,
  requests: readonly Pick<InformationRequest, 'institutionId' | 'organisationId'>[],
): Promise<Directory> {
  const [institutions, organisations] = await Promise.all([
    stores.institutions.findMany([...new Set(requests.map(({ institutionId }) => institutionId))]),
    stores.organisations.findMany([...new Set(requests.map(({ organisationId }) => organisationId))]),
  ])
  const institutionOf = new Map(institutions.map(each => [each.id, each]))
  const organisationOf = new Map(organisations.map(({ id, name }) => [id, { id, name }]))
  return ({ institutionId, organisationId }) => ({
    institution: institutionOf.get(institutionId) ?? unlisted(institutionId),
    organisation: organisationOf.get(organisationId) ?? { id: organisationId, name: organisationId },
  })
}

/** A request outlives a gap in the directory: it is counted without 15 August, as outside the capital. */
function unlisted(id: string): Institution {
  return {
    id,
    name: id,
    acronym: id,
    kind: 'otra',
    inCapital: false,
    cutoffMinutes: null,
    hours: null,
    contact: null,
    aliases: [],
    active: false,
    version: 0,
  }
}
