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
  /** Said of a number that leads to the list of its cases. */
  cases: string
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
    cases: 'Ver los casos',
  },
  en: {
    page: 'Page',
    of: 'of',
    figure: 'Figure',
    table: 'Table',
    continued: 'continued',
    source: 'Source:',
    version: 'Version',
    cases: 'See the cases',
  },
}

export function wordsIn(lang: ReportLanguage): Words {
  return words[lang]
}
