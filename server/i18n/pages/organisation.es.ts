import { orgHomeEs } from './org-home.es.ts'

/** The screens of a civil organisation. */
export const organisationEs = {
  ...orgHomeEs,
} as const
