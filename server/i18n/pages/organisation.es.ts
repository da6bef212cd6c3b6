import { loggingEs } from './logging.es.ts'
import { orgHomeEs } from './org-home.es.ts'

/** The screens of a civil organisation. */
export const organisationEs = {
  ...loggingEs,
  ...orgHomeEs,
} as const
