import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

/** A letter to one person, as plain text. */
export interface Mail {
  /** Names the message for good: whoever gets it twice can tell (RFC 5322, 3.6.4). */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Mailer {
  /** Whether the mail server answers at all: while it does not, no attempt is counted. */
  isReachable(): Promise<boolean>
  /** Throws what nodemailer throws when the server refuses it. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** Null without a mail server: messages are then kept and read in the app. */
export function openMailer({ mail: { smtpUrl, from }, publicUrl }: Config): Mailer | null {
  if (smtpUrl === null) return null
  const host = new URL(publicUrl).hostname
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A message is words that we made: it never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async isReachable() {
      return transport.verify().catch(() => false)
    },
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from: oneLine(from),
        to: { name: '', address: oneLine(to) },
        subject: oneLine(subject),
        text,
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close() {
      transport.close()
    },
  }
}

/** A line feed in a header would begin another one. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ')
}
