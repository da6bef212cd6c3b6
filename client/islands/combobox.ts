import { buildCombobox, fillList, type ComboboxParts } from './combobox-parts.ts'

/**
 * A long `<select data-combobox>` as a box to type in, with the list under it (ARIA Authoring Practices,
 * "editable combobox with list autocomplete"). The select stays, unseen, and is what the form sends; without
 * scripts it is all there is. Words come from its data attributes, with # for the number.
 */
export function makeComboboxes(): void {
  document.querySelectorAll('select[data-combobox]').forEach(select => {
    if (select instanceof HTMLSelectElement && !select.hidden) makeCombobox(select)
  })
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly folded: string
}

/** More are not read: another letter finds sooner. */
const mostShown = 50

interface Combobox {
  readonly parts: ComboboxParts
  readonly choices: readonly Choice[]
  shown: readonly Choice[]
  active: number
}

function makeCombobox(select: HTMLSelectElement): void {
  const choices = [...select.options].map(({ value, text }): Choice => ({
    value,
    label: value === '' ? '' : text,
    folded: fold(text),
  }))
  const box: Combobox = { parts: buildCombobox(select), choices, shown: [], active: -1 }
  const { input, list } = box.parts
  input.addEventListener('input', event => {
    event.stopPropagation()
    open(box, input.value)
  })
  // The select speaks for both: what is typed here is no change until it is chosen.
  input.addEventListener('change', event => event.stopPropagation())
  input.addEventListener('click', () => list.hidden && open(box, ''))
  input.addEventListener('keydown', event => press(box, event))
  input.addEventListener('blur', () => leave(box))
  list.addEventListener('pointerdown', event => event.preventDefault())
  list.addEventListener('click', event => {
    const item = event.target instanceof Element ? event.target.closest('li') : null
    if (item) choose(box, box.shown[[...list.children].indexOf(item)])
  })
  select.addEventListener('change', () => settle(box))
  settle(box)
}

function press(box: Combobox, event: KeyboardEvent): void {
  const act = actOf(box, event.key)
  if (!act) return
  event.preventDefault()
  act()
}

/** Null where the key is the form's or the browser's own. */
function actOf(box: Combobox, key: string): (() => void) | null {
  const { input, list } = box.parts
  if (key === 'ArrowDown') return () => move(box, 1)
  if (key === 'ArrowUp') return () => move(box, -1)
  if (key === 'Enter' && !list.hidden) return () => choose(box, box.shown[box.active] ?? only(box.shown))
  const isTyped = !list.hidden || input.value !== labelOf(box)
  return key === 'Escape' && isTyped ? () => settle(box) : null
}

function move(box: Combobox, step: 1 | -1): void {
  const { input, list } = box.parts
  if (list.hidden) open(box, input.value === labelOf(box) ? '' : input.value)
  const count = box.shown.length
  if (count === 0) return
  const from = box.active < 0 && step < 0 ? count : box.active
  box.active = (from + step + count) % count
  pointAt(box)
}

function pointAt({ parts: { input, list }, active }: Combobox): void {
  const items = [...list.children]
  items.forEach((item, at) => item.setAttribute('aria-selected', String(at === active)))
  input.setAttribute('aria-activedescendant', items[active]?.id ?? '')
  items[active]?.scrollIntoView({ block: 'nearest' })
}

function open(box: Combobox, text: string): void {
  const { input, list, status, select } = box.parts
  const found = matching(box.choices, text)
  box.shown = found.slice(0, mostShown)
  box.active = -1
  fillList(
    list,
    box.shown.map(({ label }) => label),
  )
  list.hidden = box.shown.length === 0
  input.setAttribute('aria-expanded', String(!list.hidden))
  input.removeAttribute('aria-activedescendant')
  status.textContent = countText(select, found.length)
}

function choose(box: Combobox, choice: Choice | undefined): void {
  const { select } = box.parts
  if (!choice) return
  const isOther = choice.value !== select.value
  select.value = choice.value
  settle(box)
  if (!isOther) return
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }))
}

/** An emptied box means none; one clear match is meant; anything else goes back to what was chosen. */
function leave(box: Combobox): void {
  const text = box.parts.input.value
  if (text.trim() === '')
    choose(
      box,
      box.choices.find(({ value }) => value === ''),
    )
  else if (text !== labelOf(box)) choose(box, only(matching(box.choices, text)))
  settle(box)
}

/** Closed, with what is chosen in the box. */
function settle(box: Combobox): void {
  const { input, list, status } = box.parts
  input.value = labelOf(box)
  list.hidden = true
  box.active = -1
  input.setAttribute('aria-expanded', 'false')
  input.removeAttribute('aria-activedescendant')
  status.textContent = ''
}

function labelOf({ parts: { select }, choices }: Combobox): string {
  return choices.find(({ value }) => value === select.value)?.label ?? ''
}

function only(choices: readonly Choice[]): Choice | undefined {
  return choices.length === 1 ? choices[0] : undefined
}

/** All the words that were typed, in any order, with or without their accents. */
function matching(choices: readonly Choice[], text: string): readonly Choice[] {
  const words = fold(text).split(/\s+/)
  return choices.filter(({ value, folded }) => value !== '' && words.every(word => folded.includes(word)))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

function countText({ dataset }: HTMLSelectElement, count: number): string {
  if (count === 0) return dataset.none ?? ''
  return (count === 1 ? dataset.one : dataset.many)?.replace('#', String(count)) ?? ''
}
