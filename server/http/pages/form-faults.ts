import type { FieldError, FormState } from '../../../client/form-state.ts'
import { AppError } from '../../errors.ts'
import type { MessageKey } from '../../i18n/es.ts'
import { translator, type Language } from '../../i18n/translate.ts'
import { fieldProblems } from '../problem.ts'
import { statusOf } from '../status.ts'
import type { SentValues } from './form-body.ts'

/** What each form field is called on the page, so that an error names it as people see it. */
const labels: Readonly<Record<string, MessageKey>> = {
  email: 'users.email',
  fileName: 'act.file',
  institutionIds: 'closures.institutions',
  password: 'signIn.password',
  current: 'account.current',
  next: 'account.next',
  name: 'users.name',
  role: 'users.role',
  organisationId: 'users.organisation',
  institutionId: 'new.institution',
  title: 'new.requestTitle',
  body: 'new.body',
  kind: 'new.kind',
  channel: 'new.channel',
  receivedOn: 'new.receivedOn',
  receivedTime: 'new.receivedTime',
  corte: 'calculator.cutoff',
  evidenceKind: 'act.evidence',
  file: 'act.file',
  occurredOn: 'act.occurredOn',
  caseNumber: 'act.caseNumber',
  days: 'act.extend.days',
  text: 'act.review.text',
  liaison: 'act.liaison',
  toInstitutionId: 'act.toInstitution',
  reason: 'act.reason',
  motive: 'act.extend.motive',
  outcome: 'act.resolve.result',
  grounds: 'act.resolve.grounds',
  article: 'act.resolve.article',
  classificationResolution: 'act.resolve.classification',
  reasoning: 'act.resolve.reasoning',
  costQuetzales: 'act.resolve.cost',
  means: 'act.means',
  note: 'act.note',
  ground: 'act.review.ground',
  sense: 'act.review.sense',
  reference: 'act.amparo.reference',
  fact: 'act.stated.fact',
  corrects: 'act.corrected.which',
  approvedBy: 'act.corrected.approvedBy',
  breachId: 'act.disputed.breach',
  desde: 'report.from',
  hasta: 'report.to',
  al: 'report.asOf',
  source: 'closures.source.label',
  publishedOn: 'closures.publishedOn',
  acronym: 'institutions.acronym',
  inCapital: 'institutions.capital',
  hours: 'institutions.hours',
  cutoff: 'office.cutoff',
  address: 'office.address',
  phone: 'office.phone',
  website: 'office.website',
  active: 'office.active',
  code: 'factor.code',
  mail: 'views.mail',
  internalNote: 'casework.note',
  assigneeId: 'casework.assignee',
}

/** What an error calls a field that stands under another name in the form. */
const formNames: Readonly<Record<string, string>> = {
  received: 'receivedOn',
  evidence: 'file',
  occurredAt: 'occurredOn',
  from: 'desde',
  to: 'hasta',
  asOf: 'al',
}

export function fieldError(
  language: Language,
  field: string,
  key: MessageKey,
  limits: FieldError['values'] = {},
): FieldError {
  return { field, key, values: { label: labelOf(language, field), ...limits } }
}

export function labelOf(language: Language, field: string): string {
  const label = labels[field]
  return label ? translator(language)(label) : field
}

/** A refusal that belongs to the form, as its fields' errors; null for one that is nobody's typing. */
export function formErrors(
  error: unknown,
  language: Language,
  fallback: string,
): readonly FieldError[] | null {
  if (!(error instanceof AppError) || !isAboutInput(error)) return null
  if (error.code === 'idempotency-key-reused') return [{ field: fallback, key: alreadySent, values: {} }]
  const problems = fieldProblems(error, language)
  if (problems.length === 0)
    return [{ field: fallback, key: `error.${error.code}.detail`, values: shown(error) }]
  const first = new Map<string, FieldError>()
  for (const { field: path, message } of problems) {
    const named = fieldIn(path)
    const field = formNames[named] ?? named
    if (!first.has(field))
      first.set(field, fieldError(language, field, 'invalid.field', { problem: message }))
  }
  return [...first.values()]
}

/** The field that a path names: groups of fields are no field of a form. */
function fieldIn(path: string): string {
  return path.split('.').find(part => part !== 'data' && part !== 'contact') ?? path
}

/** Typing that can be mended: all that is refused with 400, 409 or 422, stale versions apart. */
function isAboutInput({ code }: AppError): boolean {
  return code !== 'stale' && code !== 'bad-request' && [400, 409, 422].includes(statusOf[code])
}

function shown({ details }: AppError): FieldError['values'] {
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}

const alreadySent = 'form.alreadySent' satisfies MessageKey

/** A form keeps its key through its errors; the one that was sent before with another text becomes a new one. */
export function formWith(values: SentValues, errors: readonly FieldError[], newKey: () => string): FormState {
  const given = values.idempotencyKey
  const isKept = typeof given === 'string' && given !== '' && !errors.some(({ key }) => key === alreadySent)
  return { values, errors, idempotencyKey: isKept ? given : newKey() }
}
