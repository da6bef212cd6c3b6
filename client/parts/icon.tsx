import type { VNode } from 'preact'

const paths = {
  clock: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M12 7v5l3.5 2'],
  warning: ['M12 3.5L22 20.5H2z', 'M12 10v4.5', 'M12 17.2v.6'],
  check: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M8 12.3l2.8 2.7L16 9.6'],
  pause: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18z', 'M10 9v6', 'M14 9v6'],
  file: ['M6 3h8l4 4v14H6z', 'M14 3v4h4'],
} as const

export type IconName = keyof typeof paths

/** Beside words, never in their place. */
export function Icon({ name }: { name: IconName }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      {paths[name].map(path => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

/** A page with a clock's hand for a fold: a request and its deadline. */
export function BrandMark(): VNode {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect class="brand-mark-ground" width="32" height="32" rx="6" />
      <path class="brand-mark-line" d="M7 10h18M7 16h9M7 22h6" />
      <circle class="brand-mark-line" cx="22" cy="21" r="4.5" />
      <path class="brand-mark-line" d="M22 18.8V21l1.6 1" />
    </svg>
  )
}
