import { errorsEs } from './errors.es.ts'
import { fieldsEs } from './fields.es.ts'
import { importsEs } from './imports.es.ts'
import { mailsEs } from './mails.es.ts'
import { pagesEs } from './pages.es.ts'
import { refusalsEs } from './refusals.es.ts'
import { reportsEs } from './reports.es.ts'
import { timeEs } from './time.es.ts'

/** Every message in Spanish, in ICU form (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export const es = {
  ...errorsEs,
  ...fieldsEs,
  ...importsEs,
  ...mailsEs,
  ...pagesEs,
  ...refusalsEs,
  ...reportsEs,
  ...timeEs,
} as const

export type MessageKey = keyof typeof es
