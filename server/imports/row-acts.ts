import type { Act, Evidence } from '../domain/request/events.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { approvedByFile, outcomeOf, type Difference, type KnownCase } from './case-state.ts'
import type { Closing, LogRow } from './read-row.ts'

/** The file that says so. */
export interface LogSource {
  readonly fileName: string
  readonly sha256: string
}

/** A new request as the log tells it: its filing, and what the organisation states of its end. */
export function actsOfRow(row: LogRow, source: LogSource): Act[] {
  const filing: Act = {
    type: 'filed',
    occurredOn: row.received,
    occurredAt: null,
    evidence: [evidenceOf(row, source)],
    data: { kind: 'access', channel: 'electronica' },
  }
  return row.closing === null ? [filing] : [filing, endingAct(row, row.closing, source)]
}

/** What a row adds to a request that is known: corrections and new words, never a rewriting. */
export function actsOfDifference(
  known: KnownCase,
  { received, ending }: Difference,
  row: LogRow,
  { source, today }: { source: LogSource; today: CalendarDate },
): Act[] {
  const redated = (corrects: string, to: CalendarDate) =>
    correction(corrects, { to, today, evidence: evidenceOf(row, source), source })
  const acts: Act[] = received ? [redated(known.filedId, row.received)] : []
  if (row.closing === null || ending === 'none') return acts
  if (ending === 'restated' || known.endingId === null) return [...acts, endingAct(row, row.closing, source)]
  return [...acts, redated(known.endingId, row.closing.on)]
}

/** The organisation withdraws its own request; of the institution's answer it gives its word. */
function endingAct(row: LogRow, { on, disposition, words }: Closing, source: LogSource): Act {
  const common = { occurredOn: on, occurredAt: null, evidence: [evidenceOf(row, source)] }
  if (disposition.kind === 'withdrawn') return { ...common, type: 'withdrawn', data: { reason: words } }
  return {
    ...common,
    type: 'stated',
    data: { fact: 'notified', outcome: outcomeOf(disposition), days: null, note: words },
  }
}

/** The second pair of eyes on a correction by import is the file that both sides can hash. */
function correction(
  corrects: string,
  {
    to,
    today,
    evidence,
    source,
  }: { to: CalendarDate; today: CalendarDate; evidence: Evidence; source: LogSource },
): Act {
  return {
    type: 'corrected',
    occurredOn: today,
    occurredAt: null,
    evidence: [evidence],
    data: {
      corrects,
      occurredOn: to,
      occurredAt: null,
      reason: `import: ${source.fileName}`,
      approvedBy: `${approvedByFile}${source.sha256}`,
    },
  }
}

/** The log itself is not kept: its hash lets whoever holds it show that it said so. */
function evidenceOf({ number }: LogRow, { fileName, sha256 }: LogSource): Evidence {
  return { kind: 'archivo', sha256: null, note: `${fileName}, fila ${number}, SHA-256 ${sha256}` }
}
