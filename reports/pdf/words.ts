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
  },
  en: {
    page: 'Page',
    of: 'of',
    figure: 'Figure',
    table: 'Table',
    continued: 'continued',
    source: 'Source:',
    version: 'Version',
  },
}

export function wordsIn(lang: ReportLanguage): Words {
  return words[lang]
}
