import type { organisationEs } from './organisation.es.ts'
import { barriersEn } from './barriers.en.ts'
import { importPageEn } from './import-page.en.ts'
import { listsEn } from './lists.en.ts'
import { loggingEn } from './logging.en.ts'
import { orgHomeEn } from './org-home.en.ts'
import { ratingsEn } from './ratings.en.ts'
import { teamEn } from './team.en.ts'
import { toolsEn } from './tools.en.ts'
import { viewsEn } from './views.en.ts'

export const organisationEn: Record<keyof typeof organisationEs, string> = {
  ...barriersEn,
  ...importPageEn,
  ...listsEn,
  ...loggingEn,
  ...orgHomeEn,
  ...ratingsEn,
  ...teamEn,
  ...toolsEn,
  ...viewsEn,
}
