import type { ReportLanguage } from '../blocks.ts'
import { silenceEn } from './silence-texts.en.ts'
import { silenceEs, type SilenceTexts } from './silence-texts.es.ts'

export function silenceTexts(language: ReportLanguage): SilenceTexts {
  return language === 'en' ? silenceEn : silenceEs
}
