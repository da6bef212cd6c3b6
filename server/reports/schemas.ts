import Joi from 'joi'
import { dayField } from '../http/day-field.ts'
import { reportFileKinds, type ReportFileKind } from '../store/report-job-store.ts'
import type { ReportRequest } from './make-report.ts'

export const reportQuery = Joi.object<Omit<ReportRequest, 'language'> & { language: 'es' | 'en' | null }>({
  from: dayField.required(),
  to: dayField.required(),
  asOf: dayField.empty('').allow(null).default(null),
  language: Joi.string().valid('es', 'en').empty('').allow(null).default(null),
})

export const reportBody = Joi.object<
  Omit<ReportRequest, 'language' | 'standpoint'> & { language: 'es' | 'en' | null; size: 'A4' | 'LETTER' }
>({
  from: dayField.required(),
  to: dayField.required(),
  asOf: dayField.allow(null).default(null),
  language: Joi.string().valid('es', 'en').allow(null).default(null),
  size: Joi.string().valid('A4', 'LETTER').default('A4'),
})

export const jobParams = Joi.object<{ id: string }>({ id: Joi.string().guid().required() })
export const jobFileParams = Joi.object<{ id: string; kind: ReportFileKind }>({
  id: Joi.string().guid().required(),
  kind: Joi.string()
    .valid(...reportFileKinds)
    .required(),
})
