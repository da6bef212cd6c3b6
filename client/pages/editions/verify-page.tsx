import type { VNode } from 'preact'
import type { VerificationView } from '../../../server/editions/edition-view.ts'
import { instantText } from '../../dates.ts'
import type { FormState } from '../../form-state.ts'
import { Layout } from '../../layout.tsx'
import { href, type PageContext } from '../../page-context.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Button } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'

export interface VerifyData {
  readonly form: FormState
  /** Null until a file or a hash was given. */
  readonly result: (VerificationView & { readonly sha256: string }) | null
}

interface VerifyProps {
  readonly ctx: PageContext
  readonly data: VerifyData
}

const action = '/informe/verificar'

/** For anyone who holds a file: no account, and no script needed. */
export function VerifyPage({ ctx, data }: VerifyProps): VNode {
  const { t } = ctx
  const { form } = data
  return (
    <Layout
      ctx={ctx}
      title={t('verify.title')}
      description={t('verify.lead')}
      problem={form.errors.length > 0}
    >
      <ErrorSummary ctx={ctx} form={form} />
      <h1>{t('verify.title')}</h1>
      <p class="lead">{t('verify.lead')}</p>
      <Result ctx={ctx} data={data} />
      <FileForm ctx={ctx} form={form} />
      <form id="verificar" class="form verify-typed" method="get" action={href(ctx, action)} novalidate>
        <TextField
          {...{ ctx, form, name: 'sha256' }}
          label={t('verify.sha256')}
          hint={t('verify.sha256.hint')}
          maxLength={80}
          autocomplete="off"
        />
        <Button kind="secondary">{t('verify.typed')}</Button>
      </form>
    </Layout>
  )
}

/** The island computes the hash in the browser and goes where the other form leads; without it the file is sent. */
function FileForm({ ctx, form }: { ctx: PageContext; form: FormState }): VNode {
  const { t } = ctx
  const fileError = form.errors.find(({ field }) => field === 'file')
  return (
    <form
      class="form"
      method="post"
      action={href(ctx, action)}
      enctype="multipart/form-data"
      data-hash-file={href(ctx, action)}
      novalidate
    >
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <div class={fileError ? 'field field-wrong' : 'field'}>
        <label class="field-label" for="f-file">
          {t('verify.file')}
        </label>
        <p class="field-hint" id="h-file">
          {t('verify.file.hint')}
        </p>
        {fileError ? (
          <p class="field-error" id="e-file">
            {t(fileError.key, fileError.values)}
          </p>
        ) : null}
        <input
          class="control control-file"
          type="file"
          id="f-file"
          name="file"
          aria-describedby={fileError ? 'h-file e-file' : 'h-file'}
        />
      </div>
      <Button>{t('verify.submit')}</Button>
    </form>
  )
}

function Result({ ctx, data: { result } }: VerifyProps): VNode | null {
  const { t } = ctx
  if (!result) return null
  const tone = result.verdict === 'genuine' ? 'done' : 'warning'
  return (
    <section
      class={`band band-${tone}`}
      role="status"
      aria-labelledby="resultado"
      tabIndex={-1}
      data-focus=""
    >
      <Icon name={tone === 'done' ? 'check' : 'warning'} />
      <div>
        <h2 class="band-title" id="resultado">
          {t(`verify.${result.verdict}`)}
        </h2>
        <p>{resultText(ctx, result)}</p>
        <p class="soft small hash">{result.sha256}</p>
        {result.verdict === 'unknown' ? null : (
          <p>
            <a href={href(ctx, `/informes/${(result.supersededBy ?? result.edition).code}`)}>
              {t('verify.see', { code: (result.supersededBy ?? result.edition).code })}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

function resultText({ t, language }: PageContext, result: VerificationView): string {
  if (result.verdict === 'unknown') return t('verify.unknown.lead')
  const { edition, file, supersededBy } = result
  const at = edition.publishedAt ? instantText(language, edition.publishedAt) : '–'
  const values = { file, code: edition.code, at }
  if (supersededBy === null) return t('verify.genuine.lead', values)
  return t('verify.superseded.lead', { ...values, by: supersededBy.code })
}
