import { ConfigurationError } from '../server/config.ts'
import { AppError } from '../server/errors.ts'
import { problemOf } from '../server/http/problem.ts'

/** 0 done · 1 refused, or differences found · 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** The command was called wrongly: the message names what is wrong and the remedy. Ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What was asked is understood and cannot be done. Ends with exit code 1. */
export class RefusedError extends Error {
  override name = 'RefusedError'
}

/**
 * Runs a command with the arguments of the process. What was asked for goes to stdout; what is wrong goes
 * to stderr in words, a bug with its stack. The process ends by itself once its work is done, so
 * that nothing written to a pipe is cut off.
 */
export async function runCommand(main: (args: string[]) => ExitCode | Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = isWrongUse(error) ? 2 : 1
  }
}

/** One JSON document and a line feed on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printText(text: string): void {
  process.stdout.write(`${text}\n`)
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof ConfigurationError || isArgumentError(error)
}

/** What `parseArgs` throws for an option that is unknown or lacks its value. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

function messageOf(error: unknown): string {
  if (error instanceof AppError && error.code !== 'unexpected') return inWords(error)
  if (error instanceof RefusedError || isWrongUse(error)) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function inWords(error: AppError): string {
  const { title, detail, errors } = problemOf(error, { language: 'es', instance: '' })
  const fields = errors.map(({ field, message }) => `${field}: ${message}`)
  return [`${title}. ${detail}`, ...fields.filter(line => !line.endsWith(detail))].join('\n')
}
