import type { StringSchema } from 'joi'
import { unprintableIn } from '../domain/names.ts'

/**
 * Words that a report prints as they stand, line breaks among them: a fault 'text.letter' names the letter that no
 * face has. Refused where it is written, it never keeps a report from being made.
 */
export function printed(schema: StringSchema): StringSchema {
  return schema.custom((text: string, helpers) => {
    const letter = unprintableIn(text.replaceAll(/[\n\t]/g, ' '))
    return letter === null ? text : helpers.error('text.letter', { limit: letter })
  })
}
