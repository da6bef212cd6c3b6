import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { FieldError } from '../../../client/form-state.ts'
import { ReportPage } from '../../../client/pages/report-page.tsx'
import type { Actor } from '../../domain/request/events.ts'
import { hasPermission } from '../../domain/permissions.ts'
import { AppError } from '../../errors.ts'
import type { ReportSummary } from '../../reports/report-summary.ts'
import { actorFor, requireUser } from '../actor.ts'
import type { SentValues } from './form-body.ts'
import { formWith } from './form-faults.ts'
import { pageContext, sendPage, type Site } from './page-of.ts'
import { previewOf } from './report-preview.ts'

interface Shown {
  readonly values: SentValues
  readonly errors: readonly FieldError[]
  readonly report: ReportSummary | null
}

/** @throws AppError 'sign-in-required', 'forbidden' */
export function mayReport(req: Request): Actor {
  const actor = actorFor(requireUser(req))
  if (!hasPermission(actor, 'makeReports')) throw new AppError('forbidden')
  return actor
}

/** The form of the report with what was typed, what is wrong with it, and what was asked for before. */
export async function showReport(
  site: Site,
  req: Request,
  res: Response,
  { values, errors, report }: Shown,
): Promise<void> {
  const ctx = await pageContext(site, req)
  const preview = report && previewOf(ctx, report)
  const jobs = await site.reportJobs.list(mayReport(req))
  const data = { form: formWith(values, errors, randomUUID), preview, jobs }
  sendPage(res, <ReportPage ctx={ctx} data={data} />, errors.length > 0 ? 422 : 200)
}
