import { addClosure, type AddedClosure } from '../server/calendar/add-closure.ts'
import { previewClosure, type ClosureMove, type ClosurePreview } from '../server/calendar/preview-closure.ts'
import { AppError } from '../server/errors.ts'
import { printJson, printText, RefusedError, runCommand, type ExitCode } from './command.ts'
import { readQuestion, usage, type ClosureQuestion } from './closure/options.ts'
import { withContext } from './with-context.ts'

const operator = {
  userId: 'closure',
  role: 'system_admin',
  organisationId: null,
  institutionId: null,
} as const

const idleReasons = {
  weekend: 'cae en fin de semana',
  'day-off': 'ya es inhábil por ley',
  closure: 'ya es inhábil por otro acuerdo',
} as const

await runCommand(usage, args => runAdd(readQuestion(args)))

async function runAdd({ input, dryRun, json }: ClosureQuestion): Promise<ExitCode> {
  return withContext(async context => {
    const act = dryRun ? preview : addClosure
    const result = await act(context, operator, input).catch(refused)
    if (json) printJson({ dryRun, ...result })
    else printText(asText(result, dryRun))
    return result.failed.length > 0 ? 1 : 0
  })
}

async function preview(...asked: Parameters<typeof previewClosure>) {
  return { ...(await previewClosure(...asked)), failed: [] }
}

function refused(error: unknown): never {
  if (error instanceof AppError && error.code === 'duplicate')
    throw new RefusedError(`Ese acuerdo ya está registrado (${String(error.details['id'])}).`)
  if (error instanceof AppError && error.code === 'unknown-institution')
    throw new RefusedError(`--institution ${String(error.details['id'])}: no está en el registro.`)
  throw error
}

function asText(result: ClosurePreview & Pick<AddedClosure, 'failed'>, dryRun: boolean): string {
  const { closure, idleDays, requests, moves, failed } = result
  return [
    `${dryRun ? 'Prueba, no se escribió nada: ' : 'Registrado: '}${closure.source} (${closure.days.join(', ')})`,
    ...idleDays.map(({ day, reason }) => `aviso: ${day} ${idleReasons[reason]}; no mueve ningún plazo.`),
    `Solicitudes con plazos que se mueven: ${requests}`,
    ...moves.map(moveText),
    ...failed.map(reference => `no se pudo escribir: ${reference}`),
  ].join('\n')
}

function moveText({ reference, institution, clock, from, to }: ClosureMove): string {
  return `  ${reference} · ${institution} · ${clock}: ${from} → ${to}`
}
