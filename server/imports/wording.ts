import type { Translate } from '../i18n/translate.ts'
import type { ImportResult } from './import-log.ts'
import type { LogReading } from './read-log.ts'
import type { Problem } from './read-row.ts'

/** A result for people: each problem with its sentence, each note as one. */
export function wordResult(result: ImportResult, t: Translate) {
  return {
    ...result,
    problems: result.problems.map(problem => ({ ...problem, message: problemSentence(problem, t) })),
    notes: result.notes.map(({ code, values }) => t(`import.note.${code}`, values)),
  }
}

/** Why a file was refused as a whole. */
export function refusalSentence(
  { ok: _refused, refusal, ...values }: Extract<LogReading, { ok: false }>,
  t: Translate,
): string {
  return t(`import.file.${refusal}`, values)
}

function problemSentence({ reason }: Problem, t: Translate): string {
  return t(`import.reason.${reason}`)
}
