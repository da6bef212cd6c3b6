/**
 * The files that people may attach: papers, pictures, recordings, documents, messages. A kind is known by the
 * file's bytes where it has a signature; text and e-mail have none and go by the name's ending.
 */
const acceptedTypes: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/heic',
  'image/heif',
  'image/tiff',
  'audio/mpeg',
  'audio/x-m4a',
  'audio/mp4',
  'audio/ogg',
  'audio/opus',
  'audio/wav',
  'audio/amr',
  'application/zip',
  'application/x-cfb',
  'application/rtf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
])

const unsignedEndings = ['.txt', '.csv', '.eml'] as const

/** As a file chooser takes them. */
export const acceptedEndings = [
  ...['.pdf', '.png', '.jpg', '.jpeg', '.webp', '.gif', '.heic', '.heif', '.tif', '.tiff'],
  ...['.mp3', '.m4a', '.ogg', '.opus', '.wav', '.amr'],
  ...['.zip', '.doc', '.xls', '.msg', '.rtf', '.docx', '.xlsx', '.odt', '.ods'],
  ...unsignedEndings,
] as const

/** `mediaType` is what the bytes say, null where they say nothing. */
export function isAcceptedFile(name: string, mediaType: string | null): boolean {
  if (mediaType !== null) return acceptedTypes.has(mediaType)
  return unsignedEndings.some(ending => name.toLowerCase().endsWith(ending))
}
