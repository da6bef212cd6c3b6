export interface ComboboxParts {
  readonly select: HTMLSelectElement
  readonly input: HTMLInputElement
  readonly list: HTMLUListElement
  readonly status: HTMLParagraphElement
}

/** The box takes over the select's id: its label, its error's link and its descriptions lead to it. */
export function buildCombobox(select: HTMLSelectElement): ComboboxParts {
  const { id } = select
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`)?.textContent ?? ''
  const hadFocus = document.activeElement === select
  select.id = `${id}-select`
  select.hidden = true
  const input = make('input', {
    ...{
      id,
      role: 'combobox',
      type: 'text',
      autocomplete: 'off',
      spellcheck: 'false',
      class: select.className,
    },
    ...{ 'aria-autocomplete': 'list', 'aria-controls': `${id}-list`, 'aria-expanded': 'false' },
  })
  for (const name of ['aria-describedby', 'aria-invalid']) {
    const value = select.getAttribute(name)
    if (value !== null) input.setAttribute(name, value)
  }
  const list = make('ul', { id: `${id}-list`, role: 'listbox', 'aria-label': label, class: 'combobox-list' })
  const status = make('p', { class: 'hidden', role: 'status' })
  list.hidden = true
  const box = make('div', { class: 'combobox' })
  box.append(input, list, status)
  select.after(box)
  // Somebody was quicker than the script.
  if (hadFocus) input.focus()
  return { select, input, list, status }
}

export function fillList(list: HTMLUListElement, labels: readonly string[]): void {
  const items = labels.map((label, at) => {
    const item = make('li', { id: `${list.id}-${at}`, role: 'option', 'aria-selected': 'false' })
    item.textContent = label
    return item
  })
  list.replaceChildren(...items)
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
