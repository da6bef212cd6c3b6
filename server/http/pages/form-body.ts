import busboy from 'busboy'
import { fileTypeFromStream } from 'file-type'
import type { Request } from 'express'
import type { Readable } from 'node:stream'
import type { Context } from '../../context.ts'
import { isAcceptedFile } from '../../domain/file-kinds.ts'
import { AppError } from '../../errors.ts'
import { userOf } from '../actor.ts'
import { hasCsrfToken } from '../csrf.ts'
import { refuseHostileKeys } from '../hostile-keys.ts'
import { keepForOtherLanguage } from './page-session.ts'

/** A form as sent, names to what was typed; `fileName` and `fileSha256` name a file that is kept. */
export type SentValues = Readonly<Record<string, string | readonly string[]>>

export interface SentForm {
  readonly values: SentValues
  /** Why the file that came with it is not kept; null where it is, or none came. */
  readonly refusedFile: RefusedFile | null
}

export type RefusedFile = 'too-big' | 'kind' | 'empty'

/**
 * Reads a form with or without a file. A file goes straight to the file store, under its hash, and only for
 * those who are signed in and whose token is right; a hidden field may name only what this session sent.
 * @throws AppError 'csrf-token-wrong', 'bad-request', 'body-too-big', 'storage-failed'
 */
export async function readForm(context: Context, req: Request): Promise<SentForm> {
  const sent = req.is('multipart/form-data')
    ? await readMultipart(context, req)
    : { values: ownFiles(req, bodyOf(req.body)), refusedFile: null }
  if (userOf(req)) keepForOtherLanguage(req, sent.values)
  return sent
}

async function readMultipart(context: Context, req: Request): Promise<SentForm> {
  const fields = new Map<string, string[]>()
  const isOurs = () => hasCsrfToken(req, fields.get('_csrf')?.[0])
  let file: Promise<KeptFile | null> = Promise.resolve(null)
  await readParts(req, {
    // The token stands before the file in our forms: nothing is stored for a stranger.
    takesFiles: () => userOf(req) !== null && isOurs(),
    field(name, value) {
      fields.set(name, [...(fields.get(name) ?? []), value])
    },
    file(name, content) {
      file = keep(context, name, content)
    },
  })
  const sent = withFile(req, fields, await file)
  if (!isOurs()) throw new AppError('csrf-token-wrong', { typed: sent.values })
  return sent
}

interface KeptFile {
  readonly name: string
  /** The file's hash where it is kept. */
  readonly kept: string | null
  readonly refused: RefusedFile | null
}

async function keep(context: Context, name: string, content: Readable): Promise<KeptFile> {
  try {
    const { files } = context.engine
    const { sha256, size } = await files.put(content, { maxBytes: context.config.maxUploadBytes })
    if (size === 0) return { name, kept: null, refused: 'empty' }
    const detected = await fileTypeFromStream(await files.open(sha256))
    const isAccepted = isAcceptedFile(name, detected?.mime ?? null)
    return isAccepted ? { name, kept: sha256, refused: null } : { name, kept: null, refused: 'kind' }
  } catch (error) {
    // What is left of it must still be read, or the browser never sees the answer.
    content.resume()
    if (error instanceof AppError && error.code === 'file-too-big')
      return { name, kept: null, refused: 'too-big' }
    throw error
  }
}

interface Parts {
  takesFiles(): boolean
  field(name: string, value: string): void
  file(name: string, content: Readable): void
}

const limits = { fields: 200, fieldSize: 256 * 1024, files: 1, parts: 250, fieldNameSize: 100 }

function readParts(req: Request, parts: Parts): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = busboy({ headers: req.headers, limits, defParamCharset: 'utf8' })
    const fail = (error: unknown) => {
      req.unpipe(parser)
      req.resume()
      reject(error instanceof AppError ? error : new AppError('bad-request'))
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) return fail(new AppError('body-too-big'))
      parts.field(name, value)
    })
    parser.on('file', (_name, content, { filename }) => {
      // A browser sends an empty part for a file that was not chosen.
      if (!filename) return content.resume()
      if (parts.takesFiles()) return parts.file(filename, content)
      // The session has ended: the text goes on, and the page asks for the file again.
      parts.field('fileLost', filename.slice(0, 150))
      content.resume()
    })
    parser.on('error', fail)
    parser.on('fieldsLimit', () => fail(new AppError('body-too-big')))
    parser.on('close', resolve)
    req.pipe(parser)
  })
}

function withFile(req: Request, fields: ReadonlyMap<string, string[]>, file: KeptFile | null): SentForm {
  const values = bodyOf(
    Object.fromEntries(
      [...fields].filter(([name]) => name !== '_csrf').map(([name, all]) => [name, single(all)]),
    ),
  )
  refuseHostileKeys(values)
  if (file?.kept) {
    req.session.uploads = { ...req.session.uploads, [file.kept]: file.name }
    return { values: { ...values, fileName: file.name, fileSha256: file.kept }, refusedFile: null }
  }
  return { values: ownFiles(req, values), refusedFile: file?.refused ?? null }
}

function ownFiles(req: Request, values: SentValues): SentValues {
  const { fileName: _name, fileSha256, ...rest } = values
  const sha256 = typeof fileSha256 === 'string' ? fileSha256 : ''
  const name = req.session.uploads?.[sha256]
  return name === undefined ? rest : { ...rest, fileName: name, fileSha256: sha256 }
}

function single(all: readonly string[]): string | readonly string[] {
  const [only] = all
  return all.length === 1 && only !== undefined ? only : all
}

function bodyOf(body: unknown): SentValues {
  if (typeof body !== 'object' || body === null) return {}
  const values: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = value.replaceAll('\r\n', '\n')
    else if (Array.isArray(value)) values[name] = value.filter(one => typeof one === 'string')
  }
  return values
}

export function textOf(values: SentValues, name: string): string {
  const value = values[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}
