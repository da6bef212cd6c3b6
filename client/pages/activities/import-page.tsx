import type { VNode } from 'preact'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { CardTable } from '../../parts/card-table.tsx'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { FileField, HiddenFields } from '../../parts/fields.tsx'
import { Button, Form } from '../../parts/form.tsx'
import { BackToRegister, registerPaths, registerWords, type RegisterName } from './register-list-page.tsx'

export interface RegisterImportData {
  readonly name: RegisterName
  readonly form: FormState
  readonly maxMegabytes: number
  readonly columns: readonly { readonly name: string; readonly example: string }[]
  readonly check: RegisterImportCheck | null
}

export interface RegisterImportCheck {
  readonly added: number
  readonly known: number
  /** The first of them. */
  readonly faults: readonly { readonly row: number; readonly column: string; readonly message: string }[]
  readonly faultCount: number
}

interface ImportProps {
  readonly ctx: PageContext
  readonly data: RegisterImportData
}

export function RegisterImportPage({ ctx, data }: ImportProps): VNode {
  const { t } = ctx
  const { name, form, check } = data
  const title = t('carry.title', { what: t(registerWords[name].title) })
  const isReady = check !== null && check.faultCount === 0 && check.added > 0
  return (
    <Layout ctx={ctx} title={title} problem={form.errors.length > 0}>
      <BackToRegister ctx={ctx} name={name} />
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{title}</h1>
      <p class="lead">{t('carry.lead')}</p>
      {check ? <Check ctx={ctx} check={check} /> : null}
      {isReady ? <Confirm ctx={ctx} data={data} /> : <Choose ctx={ctx} data={data} />}
      <Columns ctx={ctx} data={data} />
    </Layout>
  )
}

function Choose({ ctx, data: { name, form, maxMegabytes } }: ImportProps): VNode {
  const { t } = ctx
  return (
    <Form ctx={ctx} action={`${registerPaths[name]}/importar`} form={form} multipart>
      <FileField
        {...{ ctx, form, name: 'file' }}
        label={t('carry.file')}
        csvOnly
        maxMegabytes={maxMegabytes}
      />
      <div class="buttons">
        <Button name="step" value="check">
          {t('carry.check')}
        </Button>
        <a href={href(ctx, `${registerPaths[name]}/importar/plantilla.csv`)}>{t('activities.template')}</a>
      </div>
    </Form>
  )
}

function Confirm({ ctx, data: { name, form } }: ImportProps): VNode {
  const { t } = ctx
  return (
    <Form ctx={ctx} action={`${registerPaths[name]}/importar`} form={form}>
      <HiddenFields form={form} names={['fileName', 'fileSha256']} />
      <div class="buttons">
        <Button name="step" value="confirm">
          {t('carry.confirm')}
        </Button>
        <a href={href(ctx, `${registerPaths[name]}/importar`)}>{t('carry.other')}</a>
      </div>
    </Form>
  )
}

function Check({ ctx, check }: { ctx: PageContext; check: RegisterImportCheck }): VNode {
  const { t } = ctx
  const { added, known, faults, faultCount } = check
  return (
    <section aria-labelledby="revision">
      <h2 id="revision">{t('carry.check.title')}</h2>
      {faultCount === 0 ? (
        <p class="free">{t('carry.check.lead', { added, known })}</p>
      ) : (
        <>
          <p class="free">{t('carry.faults', { count: faultCount })}</p>
          <CardTable
            caption={t('carry.check.title')}
            head={[t('carry.row'), t('carry.column'), t('carry.problem')]}
            labelled={[1]}
            rows={faults.map(({ row, column, message }, at) => ({
              key: `${row} ${column} ${at}`,
              cells: [
                <strong key="row">
                  {t('carry.row')} {row}
                </strong>,
                column || '–',
                message,
              ],
            }))}
          />
          {faults.length < faultCount ? (
            <p class="soft">{t('carry.moreFaults', { shown: faults.length, count: faultCount })}</p>
          ) : null}
        </>
      )}
    </section>
  )
}

function Columns({ ctx, data: { columns } }: ImportProps): VNode {
  const { t } = ctx
  return (
    <>
      <h2>{t('carry.columns')}</h2>
      <p class="soft">{t('carry.columns.lead')}</p>
      <CardTable
        caption={t('carry.columns')}
        head={[t('carry.column'), t('carry.example')]}
        labelled={[1]}
        rows={columns.map(({ name, example }) => ({
          key: name,
          cells: [
            <code key="name">{name}</code>,
            <span key="example" class="long">
              {example || t('carry.example.none')}
            </span>,
          ],
        }))}
      />
    </>
  )
}
