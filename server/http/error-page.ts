import type { Request } from 'express'
import type { AppError } from '../errors.ts'
import { languageOf } from './language.ts'
import { problemOf } from './problem.ts'

/** Turns a failure into the page that says it; the status is set by the caller. */
export type RenderErrorPage = (req: Request, error: AppError) => string | Promise<string>

/** A page that depends on nothing else: what is shown when nothing better can be. */
export function plainErrorPage(req: Request, error: AppError): string {
  const language = languageOf(req)
  const { title, detail } = problemOf(error, { language, instance: '' })
  const home = language === 'es' ? 'Ir al inicio' : 'Go to the start'
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} – Vigía</title></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(detail)}</p><p><a href="/${language}">${home}</a></p></main></body>
</html>
`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
