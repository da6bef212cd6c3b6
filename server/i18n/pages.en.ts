import type { pagesEs } from './pages.es.ts'
import { accountEn } from './pages/account.en.ts'
import { actEn } from './pages/act.en.ts'
import { activitiesEn } from './pages/activities.en.ts'
import { emptyEn } from './pages/empty.en.ts'
import { editionsEn } from './pages/editions.en.ts'
import { dashboardEn } from './pages/dashboard.en.ts'
import { frameEn } from './pages/frame.en.ts'
import { helpEn } from './pages/help.en.ts'
import { islandsEn } from './pages/islands.en.ts'
import { lawEn } from './pages/law.en.ts'
import { officeEn } from './pages/office.en.ts'
import { organisationEn } from './pages/organisation.en.ts'
import { publicEn } from './pages/public.en.ts'
import { resendingEn } from './pages/resending.en.ts'
import { recommendationsEn } from './pages/recommendations.en.ts'
import { reportJobEn } from './pages/report-job.en.ts'
import { requestEn } from './pages/request.en.ts'
import { oversightEn } from './pages/oversight.en.ts'
import { personalEn } from './pages/personal.en.ts'
import { administrationEn } from './pages/administration.en.ts'
import { annualEn } from './pages/annual.en.ts'
import { twinEn } from './pages/twin.en.ts'
import { unitEn } from './pages/unit.en.ts'
import { workEn } from './pages/work.en.ts'

export const pagesEn = {
  ...frameEn,
  ...islandsEn,
  ...lawEn,
  ...reportJobEn,
  ...requestEn,
  ...resendingEn,
  ...accountEn,
  ...actEn,
  ...activitiesEn,
  ...emptyEn,
  ...editionsEn,
  ...twinEn,
  ...recommendationsEn,
  ...workEn,
  ...unitEn,
  ...annualEn,
  ...administrationEn,
  ...personalEn,
  ...oversightEn,
  ...officeEn,
  ...organisationEn,
  ...dashboardEn,
  ...publicEn,
  ...helpEn,
} satisfies Record<keyof typeof pagesEs, string>
