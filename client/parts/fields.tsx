import type { ComponentChildren, VNode } from 'preact'
import { errorOf, valueOf, valuesOf, type FormState } from '../form-state.ts'
import { acceptedEndings } from '../../server/domain/file-kinds.ts'
import { href, type PageContext } from '../page-context.ts'

export interface FieldProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

interface TextProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'search'
  readonly width?: 'short' | 'medium' | 'full'
  readonly maxLength?: number
  readonly autocomplete?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'text'
  /** What people write is Spanish, whatever the page's language. */
  readonly spanish?: boolean
}

export function TextField(props: TextProps): VNode {
  const { form, name, type = 'text', width = 'full', maxLength, autocomplete, inputMode } = props
  return (
    <Field {...props}>
      <input
        {...controlProps(props)}
        class={`control control-${width}`}
        type={type}
        value={type === 'password' ? '' : valueOf(form, name)}
        maxLength={maxLength}
        autocomplete={autocomplete}
        inputMode={inputMode}
      />
    </Field>
  )
}

/** One box that takes d/m/aaaa and ISO: a browser's own date picker follows its language, not the page's. */
export function DateField(props: FieldProps): VNode {
  return <TextField {...props} width="short" inputMode="text" autocomplete="off" />
}

export function TextArea(props: FieldProps & { rows?: number; maxLength?: number }): VNode {
  const { form, name, rows = 6, maxLength } = props
  return (
    <Field {...props}>
      <textarea {...controlProps(props)} class="control" rows={rows} maxLength={maxLength}>
        {valueOf(form, name)}
      </textarea>
    </Field>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
  /** The label's beginning, where the title above says it already: read out and not shown. */
  readonly unseen?: string
  readonly hint?: string
}

/** Above so many, scripts make the list one to type in. */
const longList = 20

export function SelectField(props: FieldProps & { options: readonly Option[]; empty?: string }): VNode {
  const { ctx, form, name, options, empty } = props
  const chosen = valueOf(form, name)
  return (
    <Field {...props}>
      <select
        {...controlProps(props)}
        {...(options.length > longList ? comboboxWords(ctx) : {})}
        class="control"
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function comboboxWords({ t }: PageContext) {
  return {
    'data-combobox': '',
    'data-one': t('combobox.one'),
    'data-many': t('combobox.many'),
    'data-none': t('combobox.none'),
  }
}

export function ChoiceField(
  props: FieldProps & { options: readonly Option[]; kind: 'radio' | 'checkbox' },
): VNode {
  const { ctx, form, name, label, hint, options, kind } = props
  const error = errorOf(form, name)
  return (
    <fieldset class={error ? 'field field-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend class="field-label">{label}</legend>
      <HintAndError ctx={ctx} name={name} hint={hint} form={form} />
      <ChoiceList {...{ form, name, kind, options }} />
    </fieldset>
  )
}

type ChoiceListProps = Pick<FieldProps, 'form' | 'name'> & {
  readonly options: readonly Option[]
  readonly kind: 'radio' | 'checkbox'
  /** The list goes on from another one of the same name. */
  readonly continued?: boolean
}

/** The boxes alone; the first one of all is where a link to the field leads. */
export function ChoiceList({ form, name, kind, options, continued = false }: ChoiceListProps): VNode {
  const chosen = valuesOf(form, name)
  return (
    <>
      {options.map((option, index) => (
        <Choice
          key={option.value}
          option={option}
          name={name}
          kind={kind}
          id={index === 0 && !continued ? `f-${name}` : `f-${name}-${option.value}`}
          checked={chosen.includes(option.value)}
        />
      ))}
    </>
  )
}

interface ChoiceProps {
  readonly option: Option
  readonly name: string
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
  readonly checked: boolean
}

function Choice({ option, name, kind, id, checked }: ChoiceProps): VNode {
  const hintId = option.hint ? `${id}-hint` : undefined
  return (
    <div class="choice">
      <input
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={hintId}
      />
      <label for={id}>
        {option.unseen ? <span class="hidden">{option.unseen}</span> : null}
        {option.label.slice(option.unseen?.length)}
      </label>
      {option.hint ? (
        <p class="choice-hint" id={hintId}>
          {option.hint}
        </p>
      ) : null}
    </div>
  )
}

/** A single yes. */
export function CheckField(props: FieldProps): VNode {
  const { ctx, form, name, label, hint } = props
  const error = errorOf(form, name)
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <HintAndError ctx={ctx} name={name} hint={hint} form={form} />
      <div class="choice">
        <input {...controlProps(props)} type="checkbox" value="yes" checked={valueOf(form, name) === 'yes'} />
        <label for={`f-${name}`}>{label}</label>
      </div>
    </div>
  )
}

interface FileProps extends FieldProps {
  readonly maxMegabytes: number
  /** A table to be read, not a paper to be kept. */
  readonly csvOnly?: boolean
}

/**
 * A file that was sent before an error is kept and named here: it need not be chosen again. One that came after
 * the session had ended was not kept, and that is said.
 */
export function FileField(props: FileProps): VNode {
  const { ctx, form, name, maxMegabytes, csvOnly = false } = props
  const kept = valueOf(form, `${name}Name`)
  const lost = kept ? '' : valueOf(form, `${name}Lost`)
  const hint = [props.hint, ctx.t(csvOnly ? 'form.file.csv' : 'form.file.limit', { megabytes: maxMegabytes })]
    .filter(Boolean)
    .join(' ')
  return (
    <Field {...props} hint={hint}>
      {kept ? (
        <p class="file-kept">
          {ctx.t('form.file.kept', { name: kept })}
          <input type="hidden" name={`${name}Name`} value={kept} />
          <input type="hidden" name={`${name}Sha256`} value={valueOf(form, `${name}Sha256`)} />
        </p>
      ) : null}
      {lost ? <p class="file-lost">{ctx.t('form.file.lost', { name: lost })}</p> : null}
      <input
        {...controlProps({ ...props, hint })}
        {...uploadWords(props)}
        class="control control-file"
        type="file"
        accept={csvOnly ? '.csv,.txt' : acceptedEndings.join(',')}
      />
      {ctx.actor ? <p class="upload" data-upload-state="" role="status" hidden /> : null}
    </Field>
  )
}

/** For people with an account: scripts send the file as soon as it is chosen (upload.ts). */
function uploadWords({ ctx, label, maxMegabytes }: FieldProps & { maxMegabytes: number }) {
  const { t } = ctx
  if (ctx.actor === null) return {}
  return {
    'data-upload': href(ctx, '/archivos'),
    'data-max-bytes': maxMegabytes * 1024 * 1024,
    'data-too-big': t('invalid.file', { label, megabytes: maxMegabytes }),
    'data-wrong-kind': t('invalid.file.kind', { label, megabytes: maxMegabytes }),
    'data-sending': t('upload.sending'),
    'data-done': t('upload.done'),
    'data-failed': t('upload.failed'),
    'data-removed': t('upload.removed'),
    'data-remove': t('upload.remove'),
    'data-retry': t('upload.retry'),
  }
}

/** Carries what an earlier step asked, unseen. */
export function HiddenFields({ form, names }: { form: FormState; names: readonly string[] }): VNode {
  return (
    <>
      {names.flatMap(name =>
        valuesOf(form, name).map(value => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
    </>
  )
}

function Field(props: FieldProps & { children: ComponentChildren }): VNode {
  const { ctx, form, name, label, hint, optional, children } = props
  return (
    <div class={errorOf(form, name) ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={`f-${name}`}>
        {optional ? ctx.t('form.optional', { label }) : label}
      </label>
      <HintAndError ctx={ctx} name={name} hint={hint} form={form} />
      {children}
    </div>
  )
}

interface HintProps {
  readonly ctx: PageContext
  readonly form: FormState
  readonly name: string
  readonly hint: string | undefined
}

export function HintAndError({ ctx, form, name, hint }: HintProps): VNode {
  const error = errorOf(form, name)
  return (
    <>
      {hint ? (
        <p class="field-hint" id={`h-${name}`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`e-${name}`}>
          {ctx.t(error.key, error.values)}
        </p>
      ) : null}
    </>
  )
}

function controlProps(props: FieldProps) {
  const wrong = errorOf(props.form, props.name) !== null
  return {
    id: `f-${props.name}`,
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': wrong ? ('true' as const) : undefined,
  }
}

export function describedBy({ form, name, hint }: FieldProps): string | undefined {
  const ids = [hint ? `h-${name}` : null, errorOf(form, name) ? `e-${name}` : null].filter(id => id !== null)
  return ids.length === 0 ? undefined : ids.join(' ')
}
