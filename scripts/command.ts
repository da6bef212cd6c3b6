import { parseArgs, type ParseArgsConfig } from 'node:util'
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
 * Runs a command with the arguments of the process; with `--help` among them it only tells how it is used.
 * What was asked for goes to stdout; what is wrong goes to stderr in words, a bug with its stack. The
 * process ends by itself once its work is done, so that nothing written to a pipe is cut off.
 */
export async function runCommand(
  usage: string,
  main: (args: string[]) => ExitCode | Promise<ExitCode>,
): Promise<void> {
  const args = process.argv.slice(2)
  try {
    if (asksForHelp(args)) printText(usage)
    else process.exitCode = await main(args)
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`)
    process.exitCode = isWrongUse(error) ? 2 : 1
  }
}

/** @throws UsageError naming the option that is wrong and the remedy, in place of what `parseArgs` says. */
export function readArguments<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    if (!isArgumentError(error)) throw error
    throw new UsageError(argumentFault(config) ?? 'Hay un error en las opciones; véalas con --help.')
  }
}

/** One JSON document and a line feed on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printText(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What follows `--` is not an option. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end === -1 ? undefined : end).includes('--help')
}

/** The first thing wrong with the arguments, as `parseArgs` would find it; null for nothing. */
function argumentFault({ args, options = {}, allowPositionals = false }: ParseArgsConfig): string | null {
  const lenient = { args, options, allowPositionals: true, strict: false, tokens: true } as const
  for (const token of parseArgs(lenient).tokens) {
    if (token.kind === 'option') {
      const fault = optionFault(token, options)
      if (fault !== null) return fault
    }
    if (token.kind === 'positional' && !allowPositionals)
      return `${token.value}: sobra. Los datos se dan con opciones; véalas con --help.`
  }
  return null
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function optionFault(
  { name, rawName, value, inlineValue }: OptionToken,
  options: NonNullable<ParseArgsConfig['options']>,
): string | null {
  const option = Object.hasOwn(options, name) ? options[name] : undefined
  if (!option) {
    const known = [...Object.keys(options), 'help'].map(each => `--${each}`).join(', ')
    return `${rawName}: no existe esa opción. Las que hay: ${known}.`
  }
  if (option.type === 'boolean')
    return value === undefined ? null : `${rawName}: no lleva valor. Escriba solo ${rawName}.`
  if (value === undefined) return `${rawName}: falta el valor. Escriba ${rawName} VALOR.`
  // A value that looks like an option may be one whose own value was forgotten.
  return !inlineValue && /^-./.test(value)
    ? `${rawName}: falta el valor. Escriba ${rawName} VALOR, o ${rawName}=VALOR si empieza con guion.`
    : null
}

function isWrongUse(error: unknown): error is Error {
  return error instanceof UsageError || error instanceof ConfigurationError
}

/** What `parseArgs` throws for an option that is unknown or lacks its value. */
function isArgumentError(error: unknown): boolean {
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
