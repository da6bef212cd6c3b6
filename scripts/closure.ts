import { addClosure, type AddedClosure } from '../server/calendar/add-closure.ts'
import { previewClosure, type ClosurePreview } from '../server/calendar/preview-closure.ts'
import type { NewClosure } from '../server/calendar/schemas.ts'
import { tellClosures } from '../server/calendar/tell-closures.ts'
import type { Context } from '../server/context.ts'
import { AppError } from '../server/errors.ts'
import type { DeadlineMove, Told } from '../server/recounts/tell-moves.ts'
import type { Institution } from '../server/store/institution-store.ts'
import { institutionIdsOf } from './closure/find-institutions.ts'
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

async function runAdd({ input, institutions, dryRun, json }: ClosureQuestion): Promise<ExitCode> {
  return withContext(async context => {
    const act = dryRun ? preview : add
    const institutionIds = institutionIdsOf(institutions, await registerOf(context, institutions))
    const result = await act(context, operator, { ...input, institutionIds }).catch(refused)
    if (json) printJson({ dryRun, ...result })
    else printText(asText(result, dryRun))
    return result.failed.length > 0 ? 1 : 0
  })
}

/** Read only where somebody is named. */
async function registerOf({ stores }: Context, names: readonly string[]): Promise<Institution[]> {
  const register: Institution[] = []
  if (names.length > 0) for await (const institution of stores.institutions.all()) register.push(institution)
  return register
}

/** Nobody else may come to tell what is left: here every history is told before the end. */
async function add(context: Context, ...asked: [typeof operator, NewClosure]): Promise<AddedClosure> {
  const added = await addClosure(context, ...asked)
  const isLeft = added.untold > added.failed.length
  if (!isLeft) return added
  const { told, failed } = await tellClosures(context)
  return { ...added, told: added.told + told, untold: failed.length, failed }
}

async function preview(...asked: Parameters<typeof previewClosure>) {
  return { ...(await previewClosure(...asked)), told: 0, failed: [] }
}

function refused(error: unknown): never {
  if (error instanceof AppError && error.code === 'duplicate')
    throw new RefusedError(`Ese acuerdo ya está registrado (${String(error.details['id'])}).`)
  throw error
}

function asText(result: ClosurePreview & Told, dryRun: boolean): string {
  const { closure, idleDays, requests, moves, told, failed } = result
  return [
    `${dryRun ? 'Prueba, no se escribió nada: ' : 'Registrado: '}${closure.source} (${closure.days.join(', ')})`,
    ...idleDays.map(({ day, reason }) => `aviso: ${day} ${idleReasons[reason]}; no mueve ningún plazo.`),
    `Solicitudes con plazos que se mueven: ${requests}`,
    ...moves.map(moveText),
    ...(dryRun ? [] : [`Historiales escritos: ${told}`]),
    ...failed.map(reference => `no se pudo escribir: ${reference}`),
  ].join('\n')
}

function moveText({ reference, institution, clock, from, to }: DeadlineMove): string {
  return `  ${reference} · ${institution} · ${clock}: ${from} → ${to}`
}
