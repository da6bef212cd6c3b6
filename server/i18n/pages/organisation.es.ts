import { barriersEs } from './barriers.es.ts'
import { importPageEs } from './import-page.es.ts'
import { listsEs } from './lists.es.ts'
import { loggingEs } from './logging.es.ts'
import { orgHomeEs } from './org-home.es.ts'
import { ratingsEs } from './ratings.es.ts'
import { teamEs } from './team.es.ts'
import { toolsEs } from './tools.es.ts'
import { viewsEs } from './views.es.ts'

/** The screens of a civil organisation. */
export const organisationEs = {
  ...barriersEs,
  ...importPageEs,
  ...listsEs,
  ...loggingEs,
  ...orgHomeEs,
  ...ratingsEs,
  ...teamEs,
  ...toolsEs,
  ...viewsEs,
} as const
