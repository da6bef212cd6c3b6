import type { Figure } from '../../server/domain/statistics/figure.ts'
import type { GroupFigures } from '../../server/domain/statistics/indicators.ts'
import type { Block, TableBlock, TableRow } from '../blocks.ts'
import { formatInteger, formatShareRange } from '../format.ts'
import { strong, verbatim } from './actions-section.ts'
import type { AskedInstitution, EditionText, InstitutionReply } from './edition-text.ts'
import { column, heading, medianCell, opening, paragraph, rateCell } from './parts.ts'
import { qualityTexts } from './quality-texts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { chosenSheets } from './sheet-choice.ts'
import { sheetTexts } from './sheet-texts.ts'

/** A sheet an institution: its figures, and beside them what it says of them in its own words. */
export function sheetsSection(context: ReportContext, edition: EditionText | null): readonly Block[] {
  const words = sheetTexts(context.language)
  const heard = heardIn(edition)
  const { chosen, others, fewestDue } = chosenSheets(
    context.figures.byInstitution,
    new Set(heard.replies.keys()),
  )
  const intro = edition === null ? words.intro : words.introHeard
  return [
    heading(1, 'sheets', edition === null ? words.title : words.titleHeard),
    ...askedSaid(context, edition),
    paragraph(chosen.length === 0 ? words.noSheets : intro(formatInteger(fewestDue))),
    ...(others.length === 0
      ? []
      : [paragraph(words.others(context.texts.frame.institutions(others.length)))]),
    ...chosen.flatMap((group, at) => sheet(context, group, { heard, at })),
    ...(edition === null ? [] : restBlocks(context, heard, { chosen, others })),
  ]
}

/** What was asked of institutions and what they answered, by id; null where the report is no edition. */
interface Heard {
  readonly isEdition: boolean
  readonly asked: ReadonlyMap<string, AskedInstitution>
  readonly replies: ReadonlyMap<string, InstitutionReply>
}

function heardIn(edition: EditionText | null): Heard {
  return {
    isEdition: edition !== null,
    asked: new Map((edition?.asked ?? []).map(each => [each.institutionId, each])),
    replies: new Map((edition?.replies ?? []).map(each => [each.institutionId, each])),
  }
}

function askedSaid({ language, texts, date }: ReportContext, edition: EditionText | null): readonly Block[] {
  const [first] = edition?.asked ?? []
  if (edition === null || first === undefined) return []
  const { asked, replies } = edition
  const [all, replied, silent] = [asked.length, replies.length, asked.length - replies.length]
  const said = sheetTexts(language).asked
  const counts = [replied, Math.max(0, silent)].map(formatInteger)
  return [paragraph(said(texts.frame.institutions(all), date(first.on), counts[0] ?? '', counts[1] ?? ''))]
}

interface Placed {
  readonly heard: Heard
  readonly at: number
}

function sheet(context: ReportContext, group: GroupFigures, { heard, at }: Placed): readonly Block[] {
  const { language, texts } = context
  const words = sheetTexts(language)
  const { key, days, position } = group
  const median = words.median(medianCell(texts, days.median, days.caution), formatInteger(days.n))
  return [
    heading(2, anchorOf(key, at), nameOf(context, key)),
    paragraph(`${words.standing[position]} ${median}`),
    figuresTable(context, group),
    ...(heard.isEdition ? replyBlocks(context, heard, key) : []),
  ]
}

/** Ids are words of the register; one that an address could not bear is told by its place. */
function anchorOf(key: string, at: number): string {
  return /^[\w-]{1,80}$/.test(key) ? `ficha-${key}` : `ficha.${at + 1}`
}

function nameOf({ institution, shortInstitution }: ReportContext, key: string): string {
  const [name, short] = [institution(key), shortInstitution(key)]
  return name === short ? name : `${name} (${short})`
}

/** Formulas in short, so that two sheets share a page: the method chapter has them in full. */
function figuresTable(context: ReportContext, group: GroupFigures): TableBlock {
  const { texts, language, figures, institution } = context
  const { tables } = texts
  const words = sheetTexts(language)
  const overall = overallRates(context)
  const sizes = [group.received.count, group.onTime.n, group.full.n, group.notYetDue.count]
  const [received = '', due = '', closed = '', left = ''] = sizes.map(size => formatInteger(size ?? 0))
  const method = qualityTexts(language).noteMethod(figures.methodVersion)
  const rows = sheetFigures(group).map((figure, at) => ({
    ...sheetRow(context, figure),
    all: overall[at] ?? '',
  }))
  return {
    kind: 'table',
    caption: words.figuresOf(institution(group.key)),
    note: `${words.note(received, due, closed, left)} ${method}`,
    columns: [
      column('code', tables.code, 6, 'start'),
      column('name', tables.indicator, 28, 'start'),
      column('formula', tables.formula, 25, 'start'),
      column('count', tables.count, 7),
      column('n', tables.n, 6),
      column('rate', tables.rate, 9),
      column('interval', tables.interval, 11),
      column('all', words.all, 8),
    ],
    groups: [{ rows }],
    whole: true,
    empty: texts.frame.emptyTable,
  }
}

function sheetRow(context: ReportContext, figure: Figure): TableRow {
  const { texts, language } = context
  const { code, count, n, interval } = figure
  const words = sheetTexts(language)
  return {
    code: code.replace(/-.*$/, ''),
    name: words.names[code] ?? texts.indicators[code].name,
    formula: words.formulas[code] ?? texts.indicators[code].formula,
    count: opening(context, count, figure),
    n: n === null ? '' : formatInteger(n),
    rate: rateCell(texts, figure),
    interval: interval === null ? '' : formatShareRange(interval),
  }
}

/** What a sheet says of an institution: it is shown the same before publication. */
export function sheetFigures(group: Omit<GroupFigures, 'key'>): readonly Figure[] {
  const { received, pending, onTime, late, unanswered, silentAtDue } = group
  const { full, partial, refused, notHeld, unreasoned } = group
  return [
    ...[received, pending, onTime, late, unanswered, silentAtDue],
    ...[full, partial, refused, notHeld, unreasoned],
  ]
}

/** In the order of `sheetFigures`. */
function overallRates({ figures, texts }: ReportContext): readonly string[] {
  const { volume, timeliness, outcomes } = figures.indicators
  const { received, pending } = volume
  const { onTime, late, unanswered, silentAtDue } = timeliness
  const { full, partial, refused, notHeld, unreasoned } = outcomes
  return [
    ...[received, pending, onTime, late, unanswered, silentAtDue],
    ...[full, partial, refused, notHeld, unreasoned],
  ].map(figure => rateCell(texts, figure))
}

function replyBlocks(
  { language, date }: ReportContext,
  { asked, replies }: Heard,
  key: string,
): readonly Block[] {
  const words = sheetTexts(language)
  const reply = replies.get(key)
  if (reply) return [strong(words.reply(date(reply.on))), ...verbatim(reply.text)]
  const invitation = asked.get(key)
  if (!invitation) return [paragraph(words.notAsked)]
  return [paragraph(words.noReply(date(invitation.on), date(invitation.until)))]
}

interface Shared {
  readonly chosen: readonly GroupFigures[]
  readonly others: readonly GroupFigures[]
}

/** Nobody who was asked is left unsaid: the words of all who replied, and who of the others was asked when. */
function restBlocks(context: ReportContext, heard: Heard, { chosen, others }: Shared): readonly Block[] {
  const words = sheetTexts(context.language)
  const told = new Set(chosen.map(({ key }) => key))
  const replies = [...heard.replies.values()].filter(({ institutionId }) => !told.has(institutionId))
  const silent = others.filter(({ key }) => !heard.replies.has(key))
  if (replies.length + silent.length === 0) return []
  return [
    heading(2, 'sheets-rest', words.restTitle),
    ...replies.flatMap(({ institution, on, text }) => [
      strong(`${institution}. ${words.reply(context.date(on))}`),
      ...verbatim(text),
    ]),
    ...(silent.length === 0 ? [] : restTable(context, heard, silent)),
  ]
}

function restTable(context: ReportContext, heard: Heard, silent: readonly GroupFigures[]): readonly Block[] {
  const { language, texts } = context
  const { tables, frame } = texts
  const words = sheetTexts(language)
  const rows = silent.slice(0, mostRowsPrinted)
  const more = words.restMore(formatInteger(rows.length), formatInteger(silent.length))
  return [
    {
      kind: 'table',
      caption: words.restCaption,
      note: words.restNote,
      columns: [
        column('name', tables.institution, 40, 'start'),
        column('received', tables.receivedLong, 10),
        column('due', tables.dueLong, 11),
        column('askedOn', words.askedOn, 13),
        column('until', words.until, 13),
        column('answer', words.answer, 13, 'start'),
      ],
      groups: [{ rows: rows.map(group => restRow(context, heard, group)) }],
      empty: frame.emptyTable,
    },
    ...(silent.length > rows.length ? [paragraph(more)] : []),
  ]
}

function restRow(context: ReportContext, { asked }: Heard, group: GroupFigures): TableRow {
  const { institution, date, language } = context
  const words = sheetTexts(language)
  const invitation = asked.get(group.key)
  return {
    name: institution(group.key),
    received: opening(context, group.received.count, group.received),
    due: formatInteger(group.onTime.n ?? 0),
    askedOn: date(invitation?.on ?? null),
    until: date(invitation?.until ?? null),
    answer: invitation ? words.silent : words.never,
  }
}
