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
  const { form, header } = data
  const field = (name: string, label: string) => ({ ctx, form, name, label })
  const columns = header.filter(name => name !== '').map(name => ({ value: name, label: name }))
  return (
    <>
      <h2>{t('import.columns')}</h2>
      <p class="soft">{t('import.columns.lead')}</p>
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
