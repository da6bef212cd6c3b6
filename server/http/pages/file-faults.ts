import type { Request } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { languageOf } from '../language.ts'
import type { RefusedFile } from './form-body.ts'
import { fieldError } from './form-faults.ts'
import type { Site } from './page-of.ts'

const fileFaults = {
  'too-big': 'invalid.file',
  kind: 'invalid.file.kind',
  empty: 'invalid.file.empty',
} as const satisfies Record<RefusedFile, string>

/** Which kinds are accepted, and how big: the words are those that scripts say before sending. */
export function fileFault({ context }: Site, req: Request, refused: RefusedFile): FieldError {
  return fieldError(languageOf(req), 'file', fileFaults[refused], {
    megabytes: megabytes(context.config.maxUploadBytes),
  })
}

export function megabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024))
}
