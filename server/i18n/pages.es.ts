import { accountEs } from './pages/account.es.ts'
import { actEs } from './pages/act.es.ts'
import { activitiesEs } from './pages/activities.es.ts'
import { emptyEs } from './pages/empty.es.ts'
import { editionsEs } from './pages/editions.es.ts'
import { dashboardEs } from './pages/dashboard.es.ts'
import { frameEs } from './pages/frame.es.ts'
import { helpEs } from './pages/help.es.ts'
import { islandsEs } from './pages/islands.es.ts'
import { lawEs } from './pages/law.es.ts'
import { officeEs } from './pages/office.es.ts'
import { organisationEs } from './pages/organisation.es.ts'
import { publicEs } from './pages/public.es.ts'
import { resendingEs } from './pages/resending.es.ts'
import { recommendationsEs } from './pages/recommendations.es.ts'
import { reportJobEs } from './pages/report-job.es.ts'
import { requestEs } from './pages/request.es.ts'
import { oversightEs } from './pages/oversight.es.ts'
import { personalEs } from './pages/personal.es.ts'
import { administrationEs } from './pages/administration.es.ts'
import { annualEs } from './pages/annual.es.ts'
import { twinEs } from './pages/twin.es.ts'
import { unitEs } from './pages/unit.es.ts'
import { workEs } from './pages/work.es.ts'

/** What the pages say. */
export const pagesEs = {
  ...frameEs,
  ...islandsEs,
  ...lawEs,
  ...reportJobEs,
  ...requestEs,
  ...resendingEs,
  ...accountEs,
  ...actEs,
  ...activitiesEs,
  ...emptyEs,
  ...editionsEs,
  ...twinEs,
  ...recommendationsEs,
  ...workEs,
  ...unitEs,
  ...annualEs,
  ...administrationEs,
  ...personalEs,
  ...oversightEs,
  ...officeEs,
  ...organisationEs,
  ...dashboardEs,
  ...publicEs,
  ...helpEs,
} as const
