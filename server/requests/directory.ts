import type { Context } from '../context.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { Institution } from '../store/institution-store.ts'
import type { InformationRequest } from '../store/request-store.ts'

/** The two sides of a request, by name. */
export interface Sides {
  readonly institution: Institution
  readonly organisation: { readonly id: string; readonly name: string }
}

type SidesOf = Pick<InformationRequest, 'institutionId' | 'organisationId'>
type Directory = (request: SidesOf) => Sides

/** What each of these requests is judged and shown by: its sides, and the law by which its institution counts. */
export async function sidesAndLawFor(
  context: Pick<Context, 'stores' | 'calendars'>,
  requests: readonly SidesOf[],
): Promise<(request: SidesOf) => { readonly sides: Sides; readonly law: LawContext }> {
  // At once: on MongoDB each waits for its answer.
  const [sidesOf, lawOf] = await Promise.all([directoryFor(context, requests), context.calendars.lawsNow()])
  return request => {
    const sides = sidesOf(request)
    return { sides, law: lawOf(sides.institution) }
  }
}

/** Reads the names that a page of requests needs, once each. */
async function directoryFor(
  { stores }: Pick<Context, 'stores'>,
  requests: readonly SidesOf[],
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
