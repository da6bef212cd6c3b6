import type { orgHomeEs } from './org-home.es.ts'

export const orgHomeEn: Record<keyof typeof orgHomeEs, string> = {
  'orgHome.today': 'Today is {day}.',
  'orgHome.summary': 'Your requests in figures',
  'orgHome.count.late': 'overdue',
  'orgHome.count.week': 'due in 7 days',
  'orgHome.count.open': 'in progress',
  'orgHome.count.replies': 'unread replies',
  'orgHome.own': 'Your turn this week',
  'orgHome.late': 'Overdue: you are owed an answer',
  'orgHome.week': 'Due in the next 7 days',
  'orgHome.wait': 'Wait for the answer',
  'orgHome.replies': 'New replies',
  'orgHome.noReplies': 'You have no unread replies.',
  'orgHome.allNotices': 'See all notices',
  'orgHome.drafts': 'Drafts',
  'orgHome.drafts.days':
    'A draft is removed {days, plural, =1 {one day} other {# days}} after it was last saved.',
  'orgHome.draft': 'Request not logged yet',
  'orgHome.saved': 'Saved',
  'orgHome.untitled': 'Untitled',
  'orgHome.continue': 'Continue',
  'orgHome.discard': 'Discard',
  'orgHome.discarded': 'Draft discarded.',
  'orgHome.done.title': 'All up to date',
  'orgHome.done.nothing': 'Nothing is overdue or about to be, and no institution owes you anything now.',
  'orgHome.done.next': 'Nothing is overdue or due in the next 7 days. The next one is due on {day}.',
  'orgHome.first.title': 'Start here',
  'orgHome.first.log': 'Log a request',
  'orgHome.first.log.text':
    'One that you have already filed with an institution, or the same text with several. We tell you when each is due.',
  'orgHome.first.import': 'Bring in your log as CSV',
  'orgHome.first.import.text':
    'If you keep your requests in a spreadsheet, import it. You first see what was understood, row by row.',
  'orgHome.first.team': 'Add your team',
  'orgHome.first.team.text':
    'Each person signs in with an account of their own, and the history says who did what.',
  'orgHome.first.calculator': 'Work out a deadline',
  'orgHome.first.calculator.text': 'Type a date and see, day by day, until when they may answer you.',
}
