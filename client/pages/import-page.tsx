import type { VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { Layout } from '../layout.tsx'
import { href, type PageContext } from '../page-context.ts'
import { CardTable } from '../parts/card-table.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { FileField, SelectField, type Option } from '../parts/fields.tsx'
import { Button, Form } from '../parts/form.tsx'

/** What a log says of each request, in the order in which it is asked. */
export const importFields = [
  'received',
  'number',
  'title',
  'institution',
  'closed',
  'disposition',
  'due',
] as const

export interface ImportProblem {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: string
}

/** What importing would do: nothing is written yet. */
export interface ImportCheck {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  /** The first of them. */
  readonly problems: readonly ImportProblem[]
  readonly problemCount: number
  readonly notes: readonly string[]
}

export interface ImportPageData {
  readonly form: FormState
  /** The file's columns; empty until it has been read. */
  readonly header: readonly string[]
  /** The file's first rows, as they came: what a column holds says more than its name. */
  readonly sample: readonly (readonly string[])[]
  readonly institutions: readonly Option[]
  /** Null until a file has been read, or where it could not be. */
  readonly check: ImportCheck | null
  readonly maxMegabytes: number
}

interface ImportProps {
  readonly ctx: PageContext
  readonly data: ImportPageData
}

/** A log in a file: choose it, say which column is what, see what would happen, then import. */
export function ImportPage({ ctx, data }: ImportProps): VNode {
  const { t } = ctx
  const { form, header, check } = data
  return (
    <Layout ctx={ctx} title={t('import.title')} problem={form.errors.length > 0}>
      <a class="back" href={href(ctx, '/solicitudes')}>
        ← {t('nav.requests')}
      </a>
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('import.title')}</h1>
      <p class="lead">{t('import.lead')}</p>
      {check ? <Check ctx={ctx} check={check} /> : null}
      <Form ctx={ctx} action="/importar" form={form} multipart keepsNothing>
        <FileField
          ctx={ctx}
          form={form}
          name="file"
          label={t('import.file')}
          hint={t('import.file.hint')}
          csvOnly
          maxMegabytes={data.maxMegabytes}
        />
        {header.length > 0 ? <Columns ctx={ctx} data={data} /> : null}
        <Buttons ctx={ctx} data={data} />
      </Form>
    </Layout>
  )
}

function Columns({ ctx, data }: ImportProps): VNode {
  const { t } = ctx
  const { form, check } = data
  const isSettled = check !== null && check.refused === 0
  return (
    <>
      <h2>{t('import.columns')}</h2>
      <p class="soft">{t('import.columns.lead')}</p>
      <Sample ctx={ctx} data={data} />
      <details class="more" open={!isSettled || form.errors.length > 0}>
        <summary>{t('import.columns.change')}</summary>
        <div class="more-body">
          <Mapping ctx={ctx} data={data} />
        </div>
      </details>
    </>
  )
}

/** The file's own first rows under its own heads, to be seen beside what each column is taken for. */
function Sample({ ctx, data: { header, sample } }: ImportProps): VNode | null {
  const { t } = ctx
  if (sample.length === 0) return null
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t('import.sample')}>
      <table class="figures-table sample">
        <caption>{t('import.sample')}</caption>
        <thead>
          <tr>
            {header.map((name, at) => (
              <th key={at} scope="col">
                {name || '–'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((cells, row) => (
            <tr key={row}>
              {header.map((_name, at) => (
                <td key={at}>{shortened(cells[at] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const longestSample = 60

function shortened(text: string): string {
  return text.length > longestSample ? `${text.slice(0, longestSample).trimEnd()}…` : text
}

/** Each column by its name and what the file's first row that has it says there. */
function columnOptions(ctx: PageContext, { header, sample }: ImportPageData): Option[] {
  return header.flatMap((value, at) => {
    if (value === '') return []
    const example = sample.map(cells => cells[at] ?? '').find(text => text !== '')
    const label = example ? ctx.t('import.column.like', { name: value, example: shortened(example) }) : value
    return [{ value, label }]
  })
}

function Mapping({ ctx, data }: ImportProps): VNode {
  const { t } = ctx
  const { form } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  const columns = columnOptions(ctx, data)
  return (
    <>
      {importFields.map(name => (
        <SelectField
          key={name}
          {...field(`column-${name}`, t(`import.column.${name}`))}
          empty={t('import.column.none')}
          options={columns}
        />
      ))}
      <SelectField
        {...field('institution', t('import.institution'))}
        hint={t('import.institution.hint')}
        empty={t('import.institution.none')}
        options={data.institutions}
      />
      <SelectField
        {...field('dateOrder', t('import.dateOrder'))}
        empty={t('import.dateOrder.seen')}
        options={[
          { value: 'dmy', label: t('import.dateOrder.dmy') },
          { value: 'mdy', label: t('import.dateOrder.mdy') },
        ]}
      />
    </>
  )
}

function Buttons({ ctx, data }: ImportProps): VNode {
  const { t } = ctx
  const { check, header } = data
  const count = check ? check.added + check.changed : 0
  return (
    <div class="buttons">
      {count > 0 ? (
        <Button name="step" value="commit">
          {t('import.commit', { count })}
        </Button>
      ) : null}
      <Button kind={count > 0 ? 'secondary' : 'primary'} name="step" value="check">
        {t(header.length > 0 ? 'import.again' : 'import.check')}
      </Button>
      <a href={href(ctx, '/solicitudes')}>{t('form.cancel')}</a>
    </div>
  )
}

function Check({ ctx, check }: { ctx: PageContext; check: ImportCheck }): VNode {
  const { t } = ctx
  const figures = [
    { name: t('import.read'), value: check.read },
    { name: t('import.added'), value: check.added },
    { name: t('import.changed'), value: check.changed },
    { name: t('import.same'), value: check.same },
    { name: t('import.refused'), value: check.refused },
  ]
  return (
    <section class="import-check" aria-labelledby="revision" tabIndex={-1} data-focus="">
      <h2 id="revision">{t('import.result')}</h2>
      <p>{t('import.result.lead')}</p>
      <ul class="figures">
        {figures.map(({ name, value }) => (
          <li class="figure" key={name}>
            <span class="figure-value">{value}</span>
            <span class="figure-label">{name}</span>
          </li>
        ))}
      </ul>
      {check.notes.length === 0 ? null : (
        <ul>
          {check.notes.map(note => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Problems ctx={ctx} check={check} />
    </section>
  )
}

function Problems({ ctx, check }: { ctx: PageContext; check: ImportCheck }): VNode | null {
  const { t } = ctx
  if (check.problems.length === 0) return null
  return (
    <>
      <h3>{t('import.problems', { count: check.problemCount })}</h3>
      <CardTable
        caption={t('import.problems', { count: check.problemCount })}
        head={[t('import.row'), t('import.column'), t('import.value'), t('import.problem')]}
        labelled={[1, 2]}
        rows={check.problems.map(({ row, column, value, message }, index) => ({
          key: `${row}-${index}`,
          cells: [t('import.rowNumber', { row: String(row) }), column || '–', value || '–', message],
        }))}
      />
      {check.problemCount > check.problems.length ? (
        <p class="soft">{t('import.more', { shown: check.problems.length, count: check.problemCount })}</p>
      ) : null}
    </>
  )
}
