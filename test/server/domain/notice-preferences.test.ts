import { expect } from 'chai'
import { isWanted, type NoticeChoice } from '../../../server/domain/notice-preferences.ts'
import type { NoticeRule } from '../../../server/domain/notices.ts'

describe('what somebody wants to be told', () => {
  const cases: readonly (readonly [string, NoticeChoice[], NoticeRule, boolean])[] = [
    ['everything, where nothing was declined', [], 'reminder', true],
    ['no reminder, without deadlines by mail', ['plazos:mail'], 'reminder', false],
    ['the summary of a view, without deadlines by mail', ['plazos:mail'], 'view_summary', true],
    ['no summary of a view, without views by mail', ['vistas:mail'], 'view_summary', false],
    ['deadlines, without views by mail', ['vistas:mail'], 'lapsed', true],
    ['by mail what was declined in the app', ['vistas:app'], 'view_summary', true],
  ]

  for (const [title, declined, rule, wanted] of cases) {
    it(title, () => {
      expect(isWanted(declined, rule, 'mail')).to.equal(wanted)
    })
  }
})
