import type { ReportLanguage } from '../blocks.ts'

/** The few words that the layout itself puts on a page. */
export type Words = {
  page: string
  of: string
  figure: string
  table: string
  continued: string
  source: string
  version: string
  lettersTitle: string
  /** @param codePoints such as 'U+1F600, U+4E2D'. */
  letters: (codePoints: string) => string
  lettersKept: string
  more: (count: number) => string
}

const words: Record<ReportLanguage, Words> = {
  'es-GT': {
    page: 'Página',
    of: 'de',
    figure: 'Figura',
    table: 'Tabla',
    continued: 'continuación',
    source: 'Fuente:',
    version: 'Versión',
    lettersTitle: 'Letras que no se pueden imprimir',
    letters: codePoints =>
      `El signo \u25a1 ocupa el lugar de cada carácter que las tipografías de este informe no tienen: ${codePoints}.`,
    lettersKept: 'Los archivos adjuntos traen los textos tal como se escribieron.',
    more: count => `y ${count} más`,
  },
  en: {
    page: 'Page',
    of: 'of',
    figure: 'Figure',
    table: 'Table',
    continued: 'continued',
    source: 'Source:',
    version: 'Version',
    lettersTitle: 'Letters that cannot be printed',
    letters: codePoints =>
      `The sign \u25a1 stands for each character that this report’s typefaces lack: ${codePoints}.`,
    lettersKept: 'The attached files have the texts as they were written.',
    more: count => `and ${count} more`,
  },
}

export function wordsIn(lang: ReportLanguage): Words {
  return words[lang]
}
