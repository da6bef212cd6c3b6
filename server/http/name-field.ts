import Joi from 'joi'
import { unprintableIn } from '../domain/names.ts'

/** The name of a body: a fault 'name.letter' names the letter that no document could print. */
export const nameField = Joi.string()
  .trim()
  .min(2)
  .max(200)
  .custom((name: string, helpers) => {
    const letter = unprintableIn(name)
    return letter === null ? name : helpers.error('name.letter', { limit: letter })
  })
