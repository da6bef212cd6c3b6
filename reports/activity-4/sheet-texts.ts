import type { ReportLanguage } from '../blocks.ts'
import { sheetsEn } from './sheet-texts.en.ts'
import { sheetsEs, type SheetTexts } from './sheet-texts.es.ts'

export function sheetTexts(language: ReportLanguage): SheetTexts {
  return language === 'en' ? sheetsEn : sheetsEs
}
