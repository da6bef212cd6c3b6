import type { Config } from '../config.ts'
import { openMailer, type Mail } from './mailer.ts'

/** Sends one letter at once: what it holds is kept nowhere, so no later attempt could be made of it. */
export async function sendLetter(config: Config, mail: Mail): Promise<void> {
  const mailer = openMailer(config)
  if (!mailer) return
  try {
    await mailer.send(mail)
  } finally {
    mailer.close()
  }
}
