import type { Values } from './store.ts'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What people fill in: not what the page carries, and never a password. */
export function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(isKept)
}

function isKept(element: Element): element is Control {
  // A code that is good once is a password too.
  if (element instanceof HTMLInputElement && element.autocomplete !== 'one-time-code')
    return element.name !== '' && !['hidden', 'password', 'file', 'submit', 'button'].includes(element.type)
  if (element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement)
    return element.name !== ''
  return false
}

export function typedIn(form: HTMLFormElement): Values {
  return valuesOf(form, currentOf)
}

/** As the server drew them. */
export function drawnIn(form: HTMLFormElement): Values {
  return valuesOf(form, drawnOf)
}

/** Puts back one field's values; true where that changed anything. */
export function putBack(form: HTMLFormElement, name: string, values: readonly string[]): boolean {
  let isChanged = false
  const controls = controlsOf(form).filter(control => control.name === name)
  controls.forEach((control, index) => {
    const before = String(currentOf(control))
    if (isTick(control)) control.checked = values.includes(control.value)
    else control.value = values[index] ?? ''
    if (String(currentOf(control)) === before) return
    isChanged = true
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
  })
  return isChanged
}

export function isSame(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return JSON.stringify(a ?? []) === JSON.stringify(b ?? [])
}

function valuesOf(form: HTMLFormElement, read: (control: Control) => readonly string[]): Values {
  const values: Record<string, string[]> = {}
  for (const control of controlsOf(form)) (values[control.name] ??= []).push(...read(control))
  return values
}

function currentOf(control: Control): readonly string[] {
  if (isTick(control)) return control.checked ? [control.value] : []
  return [control.value]
}

function drawnOf(control: Control): readonly string[] {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].find(option => option.defaultSelected) ?? control.options[0]
    return [drawn?.value ?? '']
  }
  if (isTick(control)) return control.defaultChecked ? [control.value] : []
  return [control.defaultValue]
}

function isTick(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')
}
