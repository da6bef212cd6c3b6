import { ConfigurationError, readConfig } from './config.ts'
import { AppError } from './errors.ts'
import { growHeapSlowly } from './grow-heap-slowly.ts'
import { asAppError } from './http/error-handler.ts'
import { problemOf } from './http/problem.ts'
import { languages } from './i18n/translate.ts'
import { startServer, type StartedServer } from './start-server.ts'

growHeapSlowly()
await main()

async function main(): Promise<void> {
  try {
    const server = await startServer(readConfig(process.env))
    greet(server)
    stopOnSignal(server)
  } catch (error) {
    process.stderr.write(explain(error))
    // Whatever a half-opened start left behind must not keep the process alive.
    process.exit(1)
  }
}

function greet({ url, administrator }: StartedServer): void {
  process.stdout.write(`Vigía: ${url}\n`)
  if (!administrator) return
  const { email, password } = administrator
  process.stdout.write(
    `\nPrimera cuenta / first account: ${email}\n` +
      `Contraseña de un solo uso / one-time password: ${password}\n` +
      'No se volverá a mostrar. It will not be shown again.\n\n',
  )
}

/** Once is enough to stop in order; a second signal does not wait. */
function stopOnSignal(server: StartedServer): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(explain(error))
          process.exit(1)
        },
      )
    })
  }
}

/** One line a language for what the operator can mend; anything else is a bug and comes with its stack. */
function explain(error: unknown): string {
  if (error instanceof AppError && error.code !== 'unexpected') {
    const lines = languages.map(language => problemOf(asAppError(error), { language, instance: '' }))
    return lines.map(({ title, detail }) => `${title}. ${detail}\n`).join('')
  }
  if (error instanceof ConfigurationError) return `${error.message}\n`
  return `${error instanceof Error ? error.stack : String(error)}\n`
}
