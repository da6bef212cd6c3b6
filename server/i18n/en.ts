import { errorsEn } from './errors.en.ts'
import type { MessageKey } from './es.ts'
import { fieldsEn } from './fields.en.ts'
import { importsEn } from './imports.en.ts'
import { mailsEn } from './mails.en.ts'
import { pagesEn } from './pages.en.ts'
import { refusalsEn } from './refusals.en.ts'
import { reportsEn } from './reports.en.ts'
import { timeEn } from './time.en.ts'

/** Every message in English: a key that only Spanish has does not compile. */
export const en = {
  ...errorsEn,
  ...fieldsEn,
  ...importsEn,
  ...mailsEn,
  ...pagesEn,
  ...refusalsEn,
  ...reportsEn,
  ...timeEn,
} as const satisfies Record<MessageKey, string>
