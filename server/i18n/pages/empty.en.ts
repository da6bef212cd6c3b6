import type { emptyEs } from './empty.es.ts'

export const emptyEn: Record<keyof typeof emptyEs, string> = {
  'empty.overdue': 'See the overdue requests',
  'empty.allRequests': 'See all requests',
  'empty.help': 'Read how to ask for information',
  'empty.reports': 'See the published reports',
  'empty.notices': 'Choose which notices you get',
  'empty.log': 'See the whole log',
  'empty.disputes':
    'Requests appear here when each side records another day or another outcome for the same fact, or when one objects to what is on record.',
}
