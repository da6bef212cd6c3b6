import type { ComponentChildren, VNode } from 'preact'
import type { FormState } from '../form-state.ts'
import { href, type PageContext } from '../page-context.ts'
import { DraftStates, RestoredBand } from './draft-states.tsx'

interface FormProps {
  readonly ctx: PageContext
  readonly action: string
  readonly form: FormState
  /** For forms with a file. */
  readonly multipart?: boolean
  /** Where the due date can be asked for while the form is being filled, and from which fields. */
  readonly preview?: { readonly path: string; readonly fields: readonly string[] }
  /** Not to be kept on the device while it is typed: names of others, passwords. */
  readonly keepsNothing?: boolean
  readonly children: ComponentChildren
}

/** Browsers' own checks are off: their words are in the browser's language and poorly read out. */
export function Form({ ctx, action, form, multipart, preview, keepsNothing, children }: FormProps): VNode {
  const isKept = ctx.actor !== null && keepsNothing !== true
  return (
    <form
      id={formId(action)}
      class="form"
      method="post"
      action={href(ctx, action)}
      enctype={multipart ? 'multipart/form-data' : undefined}
      data-preview={preview && href(ctx, preview.path)}
      data-preview-fields={preview?.fields.join(' ')}
      data-draft={isKept ? '' : undefined}
      novalidate
    >
      <input type="hidden" name="_csrf" value={ctx.csrf} />
      <input type="hidden" name="idempotencyKey" value={form.idempotencyKey} />
      {/* Enter in a field presses the first button: it must send the form, not ask for the preview. */}
      {preview ? <button type="submit" tabIndex={-1} aria-hidden="true" hidden /> : null}
      {isKept ? <Kept ctx={ctx}>{children}</Kept> : children}
    </form>
  )
}

/** By which a button that stands elsewhere sends it. */
export function formId(action: string): string {
  return `form${action.replaceAll(/[^\w-]+/g, '-')}`
}

/** Fields between what says that they were restored and what says that they are kept. */
function Kept({ ctx, children }: { ctx: PageContext; children: ComponentChildren }): VNode {
  return (
    <>
      <RestoredBand ctx={ctx} />
      {children}
      <DraftStates ctx={ctx} />
    </>
  )
}

interface ButtonProps {
  readonly children: ComponentChildren
  readonly kind?: 'primary' | 'secondary' | 'danger'
  readonly name?: string
  readonly value?: string
}

export function Button({ children, kind = 'primary', name, value }: ButtonProps): VNode {
  return (
    <button class={`button button-${kind}`} type="submit" name={name} value={value}>
      {children}
    </button>
  )
}
