import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Edition } from '../../server/store/edition-store.ts'

/** A published edition of the first half of 2025, unless told otherwise. */
export function anEdition(given: Partial<Edition> = {}): Edition {
  return {
    id: 'edicion-1',
    code: 'A4-2025-1',
    from: calendarDate('2025-01-01'),
    to: calendarDate('2025-06-30'),
    asOf: calendarDate('2025-07-15'),
    state: 'published',
    openedOn: calendarDate('2025-07-16'),
    invitations: [],
    pagesSha256: null,
    supersedes: null,
    supersededBy: null,
    changes: [],
    files: [],
    publishedAt: new Date('2025-08-04T15:00:00Z'),
    knownAt: new Date('2025-08-04T15:00:00Z'),
    registerSha256: null,
    site: null,
    createdAt: new Date('2025-07-15T15:00:00Z'),
    createdBy: 'coordinacion',
    version: 3,
    ...given,
  }
}
