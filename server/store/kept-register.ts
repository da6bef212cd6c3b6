import { Readable } from 'node:stream'
import type { FileStore } from './files.ts'
import type { Institution, InstitutionStore } from './institution-store.ts'
import type { Organisation, OrganisationStore } from './organisation-store.ts'

/** Who was on the registers, and what was said of them: names, hours, capital. They keep no history of their own. */
export interface KeptRegister {
  readonly institutions: readonly Institution[]
  readonly organisations: readonly Organisation[]
}

interface Registers {
  readonly institutions: Pick<InstitutionStore, 'all'>
  readonly organisations: Pick<OrganisationStore, 'all'>
}

const mostBytes = 256 * 1024 * 1024

/** Keeps the registers as they are, in the order of their names; returns the SHA-256. Throws AppError 'storage-failed'. */
export async function keepRegister(stores: Registers, files: Pick<FileStore, 'put'>): Promise<string> {
  const institutions: Institution[] = []
  for await (const institution of stores.institutions.all()) institutions.push(institution)
  const organisations: Organisation[] = []
  for await (const organisation of stores.organisations.all()) organisations.push(organisation)
  const kept: KeptRegister = { institutions, organisations }
  const bytes = Buffer.from(JSON.stringify(kept), 'utf8')
  return (await files.put(Readable.from([bytes]), { maxBytes: mostBytes })).sha256
}

/** Throws AppError 'not-found' { sha256 }. */
export async function readRegister(files: Pick<FileStore, 'open'>, sha256: string): Promise<KeptRegister> {
  const pieces: Uint8Array[] = []
  for await (const piece of await files.open(sha256)) pieces.push(Buffer.from(piece))
  // What `keepRegister` wrote: its hash is the store's own, so its shape is ours.
  const kept: KeptRegister = JSON.parse(Buffer.concat(pieces).toString('utf8'))
  return kept
}
