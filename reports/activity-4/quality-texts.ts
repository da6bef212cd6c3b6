import type { ReportLanguage } from '../blocks.ts'
import { qualityEn } from './quality-texts.en.ts'
import { qualityEs, type QualityTexts } from './quality-texts.es.ts'

export function qualityTexts(language: ReportLanguage): QualityTexts {
  return language === 'en' ? qualityEn : qualityEs
}
