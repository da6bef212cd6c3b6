import type { AppParts } from './app.ts'
import { assistanceRoutes } from './assistance/routes.ts'
import type { Auth } from './auth/auth.ts'
import { barrierRoutes } from './barriers/routes.ts'
import { closureRoutes } from './calendar/routes.ts'
import type { Context } from './context.ts'
import { acknowledgementRoutes, disseminationRoutes } from './dissemination/routes.ts'
import { clientPart } from './http/pages/page-routes.tsx'
import { editionRoutes } from './editions/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { institutionRoutes } from './institutions/routes.ts'
import { lastScanAt } from './jobs/last-scan.ts'
import { messageRoutes, notificationRoutes } from './notifications/routes.ts'
import { createOpenData } from './open-data/open-data.ts'
import { openDataRoutes } from './open-data/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { pressedEditions, type EditionWork } from './press-work.ts'
import { createPress } from './reports/press.ts'
import { createPressLine } from './reports/press-line.ts'
import { printReport } from './reports/print-report.ts'
import { createReportJobs } from './reports/report-jobs.ts'
import { annualReportRoutes } from './reports/annual-report-routes.ts'
import { recommendationRoutes } from './recommendations/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { createRollUps } from './roll-ups/roll-ups.ts'
import { batchRoutes } from './requests/batch-routes.ts'
import { attachmentRoutes } from './requests/attachment-routes.ts'
import { letterRoutes } from './requests/letter-routes.ts'
import { requestRoutes } from './requests/routes.ts'
import { startReportWorker } from './start-report-worker.ts'
import { trainingRoutes } from './trainings/routes.ts'
import { savedViewRoutes } from './saved-views/routes.ts'
import { userRoutes } from './users/routes.ts'
import { sessionRoutes } from './users/session-routes.ts'

/** Every feature's routes, one line each, in alphabetical order. */
export function partsOf(context: Context, auth: Auth): AppParts {
  const rollUps = createRollUps(context)
  const openData = createOpenData(context, rollUps)
  const press = createPress<EditionWork>(
    createPressLine(() => startReportWorker(context.config)),
    context.clock,
  )
  const reportJobs = createReportJobs(context, press)
  const printer = pressedEditions(press)
  return {
    api: [
      { path: '/acknowledgements', router: acknowledgementRoutes(context) },
      { path: '/assistance', router: assistanceRoutes(context), bodies: 'own' },
      { path: '/barriers', router: barrierRoutes(context) },
      { path: '/closures', router: closureRoutes(context) },
      { path: '/dissemination', router: disseminationRoutes(context), bodies: 'own' },
      { path: '/editions', router: editionRoutes(context, printer) },
      { path: '/imports', router: importRoutes(context), bodies: 'own' },
      { path: '/institutions', router: institutionRoutes(context) },
      { path: '/messages', router: messageRoutes(context) },
      { path: '/notifications', router: notificationRoutes(context) },
      { path: '/open-data', router: openDataRoutes(context, openData) },
      { path: '/organisations', router: organisationRoutes(context) },
      { path: '/reports', router: annualReportRoutes(context) },
      { path: '/recommendations', router: recommendationRoutes(context), bodies: 'own' },
      { path: '/reports', router: reportRoutes(context, press, reportJobs) },
      { path: '/requests', router: attachmentRoutes(context), bodies: 'own' },
      { path: '/requests', router: batchRoutes(context) },
      { path: '/requests', router: letterRoutes(context, printReport) },
      { path: '/requests', router: ratingRoutes(context) },
      { path: '/requests', router: requestRoutes(context) },
      { path: '/saved-views', router: savedViewRoutes(context) },
      { path: '/session', router: sessionRoutes(context, auth) },
      { path: '/trainings', router: trainingRoutes(context), bodies: 'own' },
      { path: '/users', router: userRoutes(context, auth) },
    ],
    client: clientPart(context, auth, {
      ...{ openData, rollUps, press, printer, reportJobs },
      demo: context.config.demo,
    }),
    lastScanAt: () => lastScanAt(context),
    close: () => reportJobs.close(),
  }
}
