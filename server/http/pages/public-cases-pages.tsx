import type { Request, RequestHandler } from 'express'
import { PublicCasesPage } from '../../../client/pages/editions/public-cases-page.tsx'
import { foldName } from '../../domain/names.ts'
import { publishedEdition } from '../../editions/published-edition.ts'
import { AppError } from '../../errors.ts'
import { languageOf } from '../language.ts'
import { csvText } from '../register/csv-text.ts'
import { casesWith, inWords, printedAt, type ReadCases } from './figure-cases.ts'
import { pageContext, type Site } from './page-of.ts'
import { codeIn, publicEditionOf } from './public-edition-of.ts'
import { sendPublicPage, sendPublicText } from './public-page.ts'

/** Cases on a page of a list: on a phone, some twelve screens. */
const onPage = 50

/** The list behind a printed number, or of every case, or those of its cases that were searched for. */
export function casesPage(site: Site, readCases: ReadCases): RequestHandler {
  return async (req, res, next) => {
    const code = codeIn(req)
    if (code === null) return next()
    const data = await publicEditionOf(site, req, code)
    if (data === null) throw new AppError('not-found')
    const opens = opensIn(req)
    const label = opens.length === 0 ? null : (printedAt(data.report, opens) ?? opens.join(', '))
    const { of, repeated, rows: all } = await readCases(data.edition, opens)
    const words = wordsIn(req)
    const found = words === '' ? all : casesWith(all, words, languageOf(req))
    const from = startIn(req, found.length)
    const after = from + onPage
    const shown = {
      ...{ ...data, label, opens, of, repeated, from, words },
      total: all.length,
      found: found.length,
      rows: inWords(found.slice(from - 1, after - 1), languageOf(req)),
      next: after > found.length ? null : after,
    }
    const ctx = await pageContext(site, req)
    sendPublicPage(req, res, ctx, <PublicCasesPage ctx={ctx} data={shown} />)
  }
}

/** The whole list, whatever was searched for. */
export function casesFile(site: Site, readCases: ReadCases): RequestHandler {
  return async (req, res, next) => {
    const code = codeIn(req)
    if (code === null) return next()
    const { edition } = await publishedEdition(site.context, code)
    const { rows } = await readCases(edition, opensIn(req))
    const header = ['caso', 'institucion', 'recibida', 'vence', 'situacion']
    const lines = inWords(rows, languageOf(req)).map(row => [
      row.reference,
      row.institution,
      row.receivedOn,
      row.dueOn,
      row.situation,
    ])
    res.attachment(`casos_${code}.csv`)
    sendPublicText(req, res, 'text/csv; charset=utf-8', csvText(header, lines))
  }
}

/** A number is the sum of three lists at most; an address made by hand may not ask for a thousand. */
const mostOpened = 10

/** None where the address names none. @throws AppError 'not-found' where they are too many, or no names */
function opensIn({ query: { cifra = [] } }: Request): readonly string[] {
  const asked = [cifra].flat()
  const opens = asked.filter(each => typeof each === 'string')
  if (opens.length < asked.length || opens.length > mostOpened) throw new AppError('not-found')
  return opens
}

const longestSearch = 100

/** What is searched for; empty where there is no letter or number in it. */
function wordsIn(req: Request): string {
  const asked = typeof req.query.q === 'string' ? req.query.q.slice(0, longestSearch).trim() : ''
  return foldName(asked) === '' ? '' : asked
}

function startIn(req: Request, total: number): number {
  const asked = Number(req.query.desde ?? 1)
  return Number.isInteger(asked) && asked >= 1 && asked <= Math.max(total, 1) ? asked : 1
}
