import type { MessageKey } from '../i18n/es.ts'
import { isMessageKey, type MessageValues, type Translate } from '../i18n/translate.ts'
import type { ImportResult } from './import-log.ts'
import type { LogReading } from './read-log.ts'

/** Who reads it: at a page there are fields to mend, at the command line options to give. */
export type Reader = 'page' | 'command'

/** A result for people: each problem with its sentence, each note as one. */
export function wordResult(result: ImportResult, t: Translate, reader: Reader = 'page') {
  const say = (group: Group, code: string, values?: MessageValues) => t(keyOf(group, code, reader), values)
  return {
    ...result,
    problems: result.problems.map(problem => ({ ...problem, message: say('reason', problem.reason) })),
    notes: result.notes.map(({ code, values }) => say('note', code, values)),
  }
}

/** Why a file was refused as a whole. */
export function refusalSentence(
  { ok: _refused, refusal, ...values }: Extract<LogReading, { ok: false }>,
  t: Translate,
  reader: Reader = 'page',
): string {
  return t(keyOf('file', refusal, reader), values)
}

type Group = 'reason' | 'note' | 'file'

/** Most sentences are the same for both. @throws RangeError for a code without a sentence. */
function keyOf(group: Group, code: string, reader: Reader): MessageKey {
  const own = `import.command.${code}`
  if (reader === 'command' && isMessageKey(own)) return own
  const key = `import.${group}.${code}`
  if (!isMessageKey(key)) throw new RangeError(key)
  return key
}
