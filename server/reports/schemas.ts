import Joi from 'joi'
import { dayField } from '../http/day-field.ts'
import type { ReportRequest } from './make-report.ts'

export const reportQuery = Joi.object<Omit<ReportRequest, 'language'> & { language: 'es' | 'en' | null }>({
  from: dayField.required(),
  to: dayField.required(),
  asOf: dayField.empty('').allow(null).default(null),
  language: Joi.string().valid('es', 'en').empty('').allow(null).default(null),
})
