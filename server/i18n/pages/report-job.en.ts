import type { reportJobEs } from './report-job.es.ts'

export const reportJobEn = {
  'reportJob.title.waiting': 'The report waits for its turn',
  'reportJob.title.running': 'Making the report',
  'reportJob.title.done': 'The report is ready',
  'reportJob.title.cancelled': 'The report was cancelled',
  'reportJob.title.failed': 'The report could not be made',
  'reportJob.title.interrupted': 'The report was interrupted',
  'reportJob.begins': 'It begins in a moment.',
  'reportJob.ahead':
    '{ahead, plural, =1 {There is one report before yours.} other {There are # reports before yours.}}',
  'reportJob.cases': 'Gathering cases: {done} of {total}.',
  'reportJob.figures': 'Computing the figures.',
  'reportJob.pages': 'Writing the pages: {done}.',
  'reportJob.refreshes': 'This page refreshes by itself.',
  'reportJob.still': 'This page no longer refreshes by itself.',
  'reportJob.refresh': 'Refresh now',
  'reportJob.stop': 'Stop refreshing',
  'reportJob.cancel': 'Cancel the report',
  'reportJob.again': 'Ask for it again',
  'reportJob.back': 'Back to the period',
  'reportJob.file.pdf': 'Download the report (PDF)',
  'reportJob.file.figures': 'Figures (JSON)',
  'reportJob.file.cases': 'Cases (CSV)',
  'reportJob.kept': 'The files are kept for 24 hours and only you can see them.',
  'report.make': 'Make the report: PDF, figures and cases',
} as const satisfies Record<keyof typeof reportJobEs, string>
