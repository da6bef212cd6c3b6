import type { VNode } from 'preact'
import { requestStates } from '../../server/domain/request/states.ts'
import type { FormState } from '../form-state.ts'
import { href, type PageContext } from '../page-context.ts'
import { DateField, SelectField, TextField } from './fields.tsx'
import { Button } from './form.tsx'
import { withParam } from './pager.tsx'

export interface InstitutionOption {
  readonly id: string
  readonly name: string
}

interface FiltersProps {
  readonly ctx: PageContext
  readonly path: string
  /** The page's own query, `cursor` left out. */
  readonly query: URLSearchParams
  readonly form: FormState
  readonly institutions: readonly InstitutionOption[]
  readonly chips: readonly Chip[]
  /** The list's order, asked in the form where there is no room beside the list. */
  readonly order: VNode
}

/** A GET form: each state of it has its address. */
export function Filters(props: FiltersProps): VNode {
  const { ctx, path, query, form, chips, order } = props
  const { t } = ctx
  return (
    <details class="filters" open={form.errors.length > 0}>
      <summary>
        <span class="wide-only">{t('filters.title')}</span>
        <span class="narrow-only">
          {t('filters.titleOrder')}
          {chips.length === 0 ? null : (
            <span class="filters-now">: {chips.map(({ label }) => label).join(', ')}</span>
          )}
        </span>
      </summary>
      <form class="filters-body" method="get" action={href(ctx, path)} data-filters="">
        <Kept query={query} names={['vista']} />
        <FilterFields {...props} />
        {order}
        <div class="buttons">
          <Button>{t('filters.apply')}</Button>
          {chips.length === 0 ? null : (
            <a class="narrow-only" href={href(ctx, path)}>
              {t('filters.clear')}
            </a>
          )}
        </div>
      </form>
    </details>
  )
}

function FilterFields({ ctx, form, institutions }: FiltersProps): VNode {
  const { t } = ctx
  const field = (name: string) => ({ ctx, form, name })
  const options = institutions.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <TextField {...field('q')} type="search" label={t('filters.search')} hint={t('filters.search.hint')} />
      <SelectField
        {...field('estado')}
        label={t('filters.state')}
        empty={t('filters.anyState')}
        options={requestStates.map(state => ({ value: state, label: t(`state.${state}`) }))}
      />
      {options.length > 1 ? (
        <SelectField
          {...field('institucion')}
          label={t('filters.institution')}
          empty={t('filters.any')}
          options={options}
        />
      ) : null}
      <DateField {...field('desde')} label={t('filters.from')} hint={t('filters.date.hint')} />
      <DateField {...field('hasta')} label={t('filters.to')} />
    </>
  )
}

/** What the form does not ask but must not lose. */
export function Kept({ query, names }: { query: URLSearchParams; names: readonly string[] }): VNode {
  return (
    <>
      {names.flatMap(name =>
        query
          .getAll(name)
          .map(value => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
      )}
    </>
  )
}

/** One thing that the list is filtered by. */
export interface Chip {
  readonly name: string
  readonly value: string
  readonly label: string
}

interface ChipsProps {
  readonly ctx: PageContext
  readonly path: string
  readonly query: URLSearchParams
  readonly chips: readonly Chip[]
}

/** What is being filtered by, each with its own way out. */
export function Chips({ ctx, path, query, chips }: ChipsProps): VNode | null {
  if (chips.length === 0) return null
  return (
    <ul class="chips wide-only" aria-label={ctx.t('filters.active')}>
      {chips.map(({ name, value, label }) => (
        <li key={`${name}${value}`}>
          <a class="chip" href={href(ctx, withoutValue(path, query, name, value))}>
            <span class="hidden">{ctx.t('filters.remove')} </span>
            {label} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a class="chip" href={href(ctx, path)}>
          {ctx.t('filters.clear')}
        </a>
      </li>
    </ul>
  )
}

function withoutValue(path: string, query: URLSearchParams, name: string, value: string): string {
  const rest = query.getAll(name).filter(one => one !== value)
  const next = new URLSearchParams(query)
  next.delete(name)
  for (const one of rest) next.append(name, one)
  return withParam(path, next, 'cursor', null)
}
