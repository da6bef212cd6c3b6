import type { organisationEs } from './organisation.es.ts'
import { loggingEn } from './logging.en.ts'
import { orgHomeEn } from './org-home.en.ts'

export const organisationEn: Record<keyof typeof organisationEs, string> = {
  ...loggingEn,
  ...orgHomeEn,
}
