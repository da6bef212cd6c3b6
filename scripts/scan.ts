import { parseCalendarDate, type CalendarDate } from '../server/domain/calendar/calendar-date.ts'
import { scanForBreaches, type ScanSummary } from '../server/jobs/breach-scan.ts'
import {
  printJson,
  printText,
  readArguments,
  RefusedError,
  runCommand,
  UsageError,
  type ExitCode,
} from './command.ts'
import { withContext } from './with-context.ts'

const usage = `Uso: npm run scan [-- --as-of DÍA] [--json]

Escribe en el historial de cada solicitud los plazos vencidos que aún no constan.
  --as-of DÍA   hasta ese día inclusive, por ejemplo 2026-02-17; sin él, hasta hoy
  --json        un documento JSON: {"asOf","examined","recorded","failed"}
Termina con 1 si alguna solicitud no se pudo revisar.`

await runCommand(usage, async args => {
  const options = { 'as-of': { type: 'string' }, json: { type: 'boolean' } } as const
  const { values } = readArguments({ args, options })
  const summary = await scan(values['as-of'])
  if (values.json) printJson(summary)
  else printText(asText(summary))
  return exitCodeOf(summary)
})

function scan(asOf: string | undefined): Promise<ScanSummary> {
  const day = asOf === undefined ? null : readDay(asOf)
  return withContext(async context => {
    const today = context.clock.today()
    if (day !== null && day > today) {
      throw new RefusedError(`--as-of ${day}: ese día no ha llegado; hoy es ${today}.`)
    }
    return scanForBreaches(context, day === null ? {} : { asOf: day })
  })
}

function readDay(text: string): CalendarDate {
  const day = parseCalendarDate(text)
  if (day === null)
    throw new UsageError(`--as-of ${text}: escriba un día que exista, por ejemplo 2026-02-17.`)
  return day
}

function asText({ asOf, examined, recorded, failed }: ScanSummary): string {
  const done = `Hasta el ${asOf}: ${examined} solicitudes con algo por anotar, ${recorded} anotaciones nuevas.`
  return failed === 0 ? done : `${done} ${failed} no se pudieron revisar; vea el registro.`
}

function exitCodeOf({ failed }: ScanSummary): ExitCode {
  return failed > 0 ? 1 : 0
}
