import type { Option } from '../../../client/parts/fields.tsx'
import type { InstitutionOption } from '../../../client/parts/institution-choices.tsx'
import type { Context } from '../../context.ts'

/** The institutions to choose from: those that are active, by name. */
export async function institutionOptions({ stores }: Context): Promise<InstitutionOption[]> {
  const options: InstitutionOption[] = []
  for await (const { id, name, acronym, kind, active } of stores.institutions.all()) {
    if (active) options.push({ value: id, label: name, acronym, kind })
  }
  return options.sort(byLabel)
}

export async function organisationOptions({ stores }: Context): Promise<Option[]> {
  const options: Option[] = []
  for await (const { id, name } of stores.organisations.all()) options.push({ value: id, label: name })
  return options.sort(byLabel)
}

function byLabel(a: Option, b: Option): number {
  return a.label.localeCompare(b.label, 'es')
}
