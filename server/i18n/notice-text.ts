import type { Notice } from '../domain/notices.ts'
import { formatsFor } from './format.ts'
import { translator, type Language } from './translate.ts'

/** What a notice says to a person, in the app and in a letter. Neither holds personal data. */
export interface NoticeText {
  readonly subject: string
  readonly text: string
}

export function noticeText(
  language: Language,
  {
    rule,
    reference,
    article,
    clock,
    day,
  }: Pick<Notice, 'rule' | 'article' | 'clock' | 'day'> & {
    readonly reference: string
  },
): NoticeText {
  const translate = translator(language)
  const law = article === null ? '' : translate('notice.article', { article })
  const values = { reference, clock: clock ?? 'none', day: formatsFor(language).dayLong(day) }
  return {
    subject: translate(`notice.${rule}.subject`, values),
    text: [translate(`notice.${rule}.text`, values), law].filter(Boolean).join(' '),
  }
}
