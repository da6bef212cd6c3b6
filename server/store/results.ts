import type { Readable } from 'node:stream'
import { AppError } from '../errors.ts'

/** Files made for a while, under names of ours: a report that somebody will fetch, and that is then removed. */
export interface ResultStore {
  /** Whole under its name, in place of what had it, or not at all. Throws AppError 'disk-full' or 'storage-failed'. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Throws AppError 'not-found' when there is none. */
  open(name: string): Promise<Readable>
  /** One that is not there is removed already. */
  remove(name: string): Promise<void>
}

/** A plain name, so that no path is ever made of another. Throws AppError 'not-found'. */
export function checkResultName(name: string): string {
  if (!/^[\da-zA-Z_-]{1,80}\.[a-z_]{1,20}$/.test(name)) throw new AppError('not-found', { name })
  return name
}
