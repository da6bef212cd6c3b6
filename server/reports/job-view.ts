import type { JobView } from './report-jobs.ts'

/** A job as the API gives it. */
export function presentJob({ userId: _user, heldUntil: _held, files, id, ...job }: JobView) {
  return {
    id,
    ...job,
    files: files.map(file => ({ ...file, href: `/api/v1/reports/${id}/files/${file.kind}` })),
  }
}
