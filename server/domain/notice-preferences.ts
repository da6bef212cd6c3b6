import type { NoticeRule } from './notices.ts'

/** What people choose about: each rule belongs to one of these. */
export const noticeGroups = [
  'plazos',
  'vistas',
  'nuevas',
  'respuestas',
  'recursos',
  'versiones',
  'informes',
] as const

export type NoticeGroup = (typeof noticeGroups)[number]

export const noticeChannels = ['app', 'mail'] as const

export type NoticeChannel = (typeof noticeChannels)[number]

/** One thing that somebody does not want: 'plazos:mail'. Whatever is not named is wanted. */
export type NoticeChoice = `${NoticeGroup}:${NoticeChannel}`

export const noticeChoices: readonly NoticeChoice[] = noticeGroups.flatMap(group =>
  noticeChannels.map((channel): NoticeChoice => `${group}:${channel}`),
)

/** Whether somebody who has declined some things is told of a rule on a channel. */
export function isWanted(
  declined: readonly NoticeChoice[],
  rule: NoticeRule,
  channel: NoticeChannel,
): boolean {
  return !declined.includes(`${groupOf[rule]}:${channel}`)
}

const groupOf: Readonly<Record<NoticeRule, NoticeGroup>> = {
  reminder: 'plazos',
  view_summary: 'vistas',
  lapsed: 'plazos',
  recounted: 'plazos',
  filed: 'nuevas',
  referred: 'nuevas',
  withdrawn: 'nuevas',
  admitted: 'respuestas',
  clarification_requested: 'respuestas',
  clarified: 'respuestas',
  extended: 'respuestas',
  resolved: 'respuestas',
  notified: 'respuestas',
  delivered: 'respuestas',
  review_filed: 'recursos',
  review_decided: 'recursos',
  review_notified: 'recursos',
  complied: 'recursos',
  amparo_noted: 'recursos',
  stated: 'versiones',
  corrected: 'versiones',
  disputed: 'versiones',
  report_delivered: 'informes',
  edition_in_reply: 'informes',
  edition_published: 'informes',
  roll_up_difference: 'informes',
}
