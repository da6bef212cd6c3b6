import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** A page as the whole document: `<html lang>`, title, description and hashed assets come from its layout. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`
}
