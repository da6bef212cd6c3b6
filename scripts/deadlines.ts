import { readConfig } from '../server/config.ts'
import { knownDays } from '../server/domain/calendar/statutory-base.ts'
import { defaultPolicy, type CountingPolicy } from '../server/domain/law/counting-policy.ts'
import { deadlinesFor, type Deadlines } from '../server/domain/law/deadlines.ts'
import { officeCalendar } from '../server/domain/law/terms.ts'
import { printJson, printText, RefusedError, runCommand, type ExitCode } from './command.ts'
import { asText } from './deadlines/as-text.ts'
import { checkExamples, readExamples } from './deadlines/examples.ts'
import { readQuestion, usage, type CaseQuestion } from './deadlines/options.ts'

await runCommand(usage, async args => {
  const question = readQuestion(args, () => readConfig(process.env).policy)
  switch (question.asks) {
    case 'examples':
      return answerExamples(question.file)
    case 'case':
      return answerCase(question.case, question.json)
  }
})

async function answerExamples(file: string): Promise<ExitCode> {
  const result = checkExamples(await readExamples(file))
  printJson(result)
  return result.mismatches.length === 0 ? 0 : 1
}

function answerCase(question: CaseQuestion, asJson: boolean): ExitCode {
  const { kind, received, office, policy, isLaw } = question
  const calendar = officeCalendar(office, policy)
  const deadlines = count(question, calendar)
  const notes = notesOn(question, deadlines)
  if (asJson) {
    const closures = office.closures.map(({ id, source, doubt }) => ({ id, source, doubt }))
    const asked = { received, kind, inCapital: office.inCapital, closures, policy, isLaw }
    printJson({ ...asked, calendarVersion: calendar.version, notes, ...deadlines })
  } else {
    printText(asText(kind, deadlines, notes))
  }
  return 0
}

function count(question: CaseQuestion, calendar: ReturnType<typeof officeCalendar>): Deadlines {
  const { kind, receivedAt, events, policy } = question
  try {
    return deadlinesFor({ kind, receivedAt, events, calendar, policy })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RefusedError(
      `--received: algún plazo pasa del calendario conocido (${knownDays.from} a ${knownDays.to}); indique una fecha anterior.`,
    )
  }
}

function notesOn(
  { receivedAt, office, policy, isLaw }: CaseQuestion,
  deadlines: Deadlines,
): readonly string[] {
  const used = new Set(
    deadlines.ledger.filter(({ reason }) => reason === 'closure').map(({ source }) => source),
  )
  return [
    ...(typeof receivedAt === 'string' ? ['sin hora: se cuenta como recibida al comenzar la jornada.'] : []),
    ...(deadlines.awaitingClarification
      ? ['falta la aclaración: el plazo correrá desde que se aclare.']
      : []),
    ...office.closures
      .filter(({ source, doubt }) => used.has(source) && doubt !== null)
      .map(({ source, doubt }) => `${source}: ${doubt}`),
    ...readingsIn(policy),
    ...(isLaw ? [] : ['comparación con una biblioteca; no es la ley.']),
  ]
}

/** The readings other than those of the worked examples, wherever they were chosen. */
function readingsIn(policy: CountingPolicy): readonly string[] {
  const usual: Readonly<Record<string, unknown>> = { ...defaultPolicy }
  const others = Object.entries(policy).filter(([name, value]) => usual[name] !== value)
  const written = others.map(([name, value]) => `${name}=${String(value)}`)
  return written.length === 0 ? [] : [`otra lectura de la ley: ${written.join(', ')}.`]
}
