import type { pagesEs } from './pages.es.ts'
import { accountEn } from './pages/account.en.ts'
import { actEn } from './pages/act.en.ts'
import { frameEn } from './pages/frame.en.ts'
import { lawEn } from './pages/law.en.ts'
import { officeEn } from './pages/office.en.ts'
import { organisationEn } from './pages/organisation.en.ts'
import { requestEn } from './pages/request.en.ts'
import { unitEn } from './pages/unit.en.ts'
import { workEn } from './pages/work.en.ts'

export const pagesEn = {
  ...frameEn,
  ...lawEn,
  ...requestEn,
  ...accountEn,
  ...actEn,
  ...workEn,
  ...unitEn,
  ...officeEn,
  ...organisationEn,
} satisfies Record<keyof typeof pagesEs, string>
