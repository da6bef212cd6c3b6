import type { Context } from '../context.ts'

/** Where others reach the site; null of an address that leads nowhere from another machine: nothing of it is printed. */
export function publicSite({ publicUrl }: Pick<Context['config'], 'publicUrl'>): string | null {
  return /^(localhost|127\.|0\.0\.0\.0|\[)/.test(new URL(publicUrl).hostname) ? null : publicUrl
}
