import type { listsEs } from './lists.es.ts'

export const listsEn: Record<keyof typeof listsEs, string> = {
  'list.jump': 'Download the list',
  'list.download': 'Download this list:',
  'list.save': 'Save this view',
  'export.reference': 'Reference',
  'export.caseNumber': 'Case number',
  'export.title': 'Title',
  'export.institution': 'Institution',
  'export.organisation': 'Requester',
  'export.kind': 'Kind',
  'export.state': 'State',
  'export.outcome': 'Outcome',
  'export.receivedOn': 'Received',
  'export.dueOn': 'Answer due',
  'export.clock': 'Running term',
  'export.clockDueOn': 'Term due',
  'export.workingDaysLeft': 'Working days left',
  'export.urgency': 'Urgency',
  'export.disputed': 'Disputed',
}
