import { typedDay } from '../pages/typed-day.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { foldName } from '../../domain/names.ts'

/** Empty is null; what is no number stays text, for the schema to refuse. */
export function numberIn(text: string): number | string | null {
  if (text === '') return null
  const plain = text.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

export function textIn(text: string): string | null {
  return text === '' ? null : text
}

/** Several values of one cell are parted by semicolons. */
export function listIn(text: string): string[] {
  return text
    .split(';')
    .map(each => each.trim())
    .filter(each => each !== '')
}

/** 20/11/2026 or 2026-11-20; what is no day stays text, for the schema to refuse. */
export function dayIn(text: string, today: CalendarDate): string {
  return typedDay(text, today) ?? text
}

/** The one of these words that is meant, whatever its accents and case; else the text as it is. */
export function wordIn(words: readonly string[], text: string): string {
  return words.find(word => foldName(word) === foldName(text)) ?? text
}
