import { fileTypeFromStream } from 'file-type'
import type { Context } from '../../context.ts'

/** Scans, photos, letters and tables. Plain text and mail have no mark of their own and are not refused. */
const kept =
  /^(image\/(jpeg|png|webp|heic|heif|tiff|gif)|application\/(pdf|rtf|msword|vnd\.(openxmlformats|oasis)[\w.-]*|x-cfb|zip)|text\/)/

/** Whether the bytes are of a kind that proves nothing, a program above all. False where there is no file. */
export async function refusedKind({ engine }: Pick<Context, 'engine'>, sha256: string): Promise<boolean> {
  if (sha256 === '') return false
  const type = await fileTypeFromStream(await engine.files.open(sha256))
  return type !== undefined && !kept.test(type.mime)
}
