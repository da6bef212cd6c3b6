import type { Config } from '../config.ts'
import type { Context } from '../context.ts'
import { isWanted } from '../domain/notice-preferences.ts'
import { noticeText } from '../i18n/notice-text.ts'
import { translator } from '../i18n/translate.ts'
import type { Message } from '../store/outbox-store.ts'
import type { User } from '../store/user-store.ts'
import type { Mailer } from './mailer.ts'

export interface DeliverySummary {
  readonly sent: number
  readonly kept: number
  /** Refused for now; tried again later. */
  readonly postponed: number
  /** Given up: nobody to send it to, or the last attempt was refused. */
  readonly failed: number
}

type Fate = keyof DeliverySummary | 'unwanted'

const minute = 60_000
const firstPause = 5 * minute
const longestPause = 6 * 60 * minute
/** With the pauses growing twofold: about two days. */
const mostAttempts = 14

/**
 * Delivers what is due in the outbox: a notification in the app, at once, and a letter where there is a mail
 * server. An attempt is counted before it is made, and two processes never make the same one. A letter whose
 * sending was cut off is sent again under the same Message-ID: at least once, and recognisably the same.
 */
export async function deliverMessages(
  context: Context,
  mailer: Mailer | null,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<DeliverySummary> {
  const { outbox } = context.stores
  const summary = { sent: 0, kept: 0, postponed: 0, failed: 0 }
  const isMailUp = mailer === null || (await mailer.isReachable())
  if (!isMailUp) context.log.warn('The mail server does not answer; letters wait')
  for await (const message of outbox.due(context.clock.now(), longestPause)) {
    signal?.throwIfAborted()
    const fate = await deliver(context, mailer, { message, isMailUp })
    if (fate && fate !== 'unwanted') summary[fate] += 1
  }
  return summary
}

/** On the channels that the recipient wants; null where another process has taken it or its letter waits. */
async function deliver(
  context: Context,
  mailer: Mailer | null,
  { message, isMailUp }: { readonly message: Message; readonly isMailUp: boolean },
): Promise<Fate | null> {
  const declined = await context.stores.preferences.declinedBy(message.recipientId)
  if (isWanted(declined, message.rule, 'app')) await notifyInApp(context, message)
  if (!isWanted(declined, message.rule, 'mail')) return forgo(context, message)
  return isMailUp ? attempt(context, mailer, message) : null
}

/** Null where another process has taken it. */
async function attempt(context: Context, mailer: Mailer | null, message: Message): Promise<Fate | null> {
  const claimed = await context.stores.outbox.claim(message, retryAfter(message, context.clock.now()))
  if (!claimed) return null
  if (mailer === null) return settle(context, claimed, 'kept', null)
  const recipient = await context.stores.users.find(claimed.recipientId)
  if (!recipient?.active) return settle(context, claimed, 'failed', 'no-recipient')
  try {
    await mailer.send(letterOf(claimed, recipient, context.config))
    return await settle(context, claimed, 'sent', null)
  } catch (error) {
    const code = codeOf(error)
    context.log.warn({ messageId: claimed.id, code }, 'A letter was not accepted')
    return settle(context, claimed, claimed.attempts < mostAttempts ? 'postponed' : 'failed', code)
  }
}

/** What the recipient has chosen not to get by mail is settled without a letter. */
async function forgo(context: Context, message: Message): Promise<Fate | null> {
  const claimed = await context.stores.outbox.claim(message, retryAfter(message, context.clock.now()))
  return claimed && settle(context, claimed, 'unwanted', null)
}

async function settle(
  { stores, clock }: Context,
  message: Message,
  fate: Fate,
  lastError: string | null,
): Promise<Fate> {
  const end =
    fate === 'postponed'
      ? { state: 'pending' as const, nextAttemptAt: message.nextAttemptAt, settledAt: null }
      : { state: fate, nextAttemptAt: null, settledAt: clock.now() }
  await stores.outbox.settle(message, { ...end, lastError })
  return fate
}

function retryAfter({ attempts }: Message, now: Date): Date {
  return new Date(now.getTime() + Math.min(firstPause * 2 ** attempts, longestPause))
}

async function notifyInApp({ stores, clock }: Context, message: Message): Promise<void> {
  const { id, recipientId: userId, rule, requestId, reference, article, clock: term, day, path } = message
  const createdAt = clock.now()
  await stores.notifications.addMissing({
    ...{ id, userId, rule, requestId, reference, article, clock: term, day, path, createdAt },
  })
}

function letterOf(message: Message, { email, language }: User, { publicUrl }: Config) {
  const { subject, text } = noticeText(language, message)
  const page = message.path ?? `/solicitudes/${encodeURIComponent(message.requestId)}`
  const link = `${publicUrl}/${language}${page}`
  const footer = translator(language)(message.path === null ? 'notice.footer' : 'notice.footer.report')
  return { id: message.id, to: email, subject, text: `${text}\n\n${link}\n\n-- \n${footer}\n` }
}

/** A server's words may repeat the address: only its code is kept. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('responseCode' in error && typeof error.responseCode === 'number') return `smtp-${error.responseCode}`
  return 'code' in error ? String(error.code).slice(0, 40) : error.name
}
