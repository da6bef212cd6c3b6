import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en.ts'
import { es, type MessageKey } from './es.ts'

export const languages = ['es', 'en'] as const

export type Language = (typeof languages)[number]

export type MessageValues = Readonly<Record<string, string | number | Date>>

export type Translate = (key: MessageKey, values?: MessageValues) => string

/** The form of numbers and days: Guatemala's Spanish (1,234.5), and English. */
export const localeOf: Readonly<Record<Language, string>> = { es: 'es-GT', en: 'en' }

const messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { es, en }

const translators = new Map<Language, Translate>()

/** Says messages in one language. @throws Error when a message asks for a value that is not given. */
export function translator(language: Language): Translate {
  const known = translators.get(language)
  if (known) return known
  const made = makeTranslator(language)
  translators.set(language, made)
  return made
}

/** Whether a key made at run time, from an error's code say, is that of a message. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(es, key)
}

function makeTranslator(language: Language): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>()
  return (key, values) => {
    const text = messages[language][key]
    if (isPlain(text)) return text
    const format =
      formats.get(key) ?? new IntlMessageFormat(text, localeOf[language], undefined, { ignoreTag: true })
    formats.set(key, format)
    return String(format.format(values))
  }
}

/** Most messages hold nothing that ICU would read otherwise than it stands. */
function isPlain(text: string): boolean {
  return !/[{}']/.test(text)
}
