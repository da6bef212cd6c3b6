import type { VNode } from 'preact'
import { foldName } from '../../server/domain/names.ts'
import { errorOf, valuesOf } from '../form-state.ts'
import { sectorName, sectors } from '../sectors.ts'
import { ChoiceList, HintAndError, describedBy, type FieldProps, type Option } from './fields.tsx'

/** An institution to be ticked: its kind groups the list, its acronym is searched too. */
export interface InstitutionOption extends Option {
  readonly kind: string
  readonly acronym: string
}

/** So many are read at a glance; more are folded away by kind. */
const fewEnough = 12

type ChoicesProps = FieldProps & {
  readonly options: readonly InstitutionOption[]
  /** The options are what a search found: nothing of it is folded away. */
  readonly searched?: boolean
}

/** Boxes of institutions, by kind: a group with a ticked box stands open, and folding unticks nothing. */
export function InstitutionChoices(props: ChoicesProps): VNode {
  const { ctx, form, name, label, hint, options, searched = false } = props
  const chosen = valuesOf(form, name)
  const isOpen = (members: readonly InstitutionOption[]) =>
    searched || members.some(({ value }) => chosen.includes(value))
  return (
    <fieldset
      class={errorOf(form, name) ? 'field field-wrong' : 'field'}
      aria-describedby={describedBy(props)}
    >
      <legend class="field-label">{label}</legend>
      <HintAndError ctx={ctx} name={name} hint={hint} form={form} />
      {options.length <= fewEnough ? (
        <ChoiceList form={form} name={name} kind="checkbox" options={options} />
      ) : (
        groupsOf(options).map(([kind, members], at) => (
          <details key={kind} class="choice-group" open={isOpen(members)}>
            <summary>
              {sectorName(ctx, kind)} <span class="count">{members.length}</span>
            </summary>
            <ChoiceList
              {...{ form, name, kind: 'checkbox', continued: at > 0 }}
              options={members.map(option => ({ ...option, unseen: kindIn(option.label) }))}
            />
          </details>
        ))
      )}
    </fieldset>
  )
}

/** Those whose name or acronym holds every word that was typed, and those that are ticked already. */
export function foundInstitutions(
  options: readonly InstitutionOption[],
  typed: string,
  chosen: readonly string[],
): InstitutionOption[] {
  const words = foldName(typed)
    .split(' ')
    .filter(word => word !== '')
  return options.filter(({ value, label, acronym }) => {
    const text = foldName(`${label} ${acronym}`)
    return chosen.includes(value) || words.every(word => text.includes(word))
  })
}

/** "Ministerio de ", which the group's name says of all: what tells them apart then fits in a line. */
function kindIn(name: string): string {
  return /^(Ministerio|Secretaría|Municipalidad) de (la )?(?=\p{Lu})/u.exec(name)?.[0] ?? ''
}

function groupsOf(options: readonly InstitutionOption[]): [string, InstitutionOption[]][] {
  const kinds = [...new Set([...sectors, ...options.map(({ kind }) => kind)])]
  return kinds
    .map((kind): [string, InstitutionOption[]] => [kind, options.filter(option => option.kind === kind)])
    .filter(([, members]) => members.length > 0)
}
