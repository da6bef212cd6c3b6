import type { importsEs } from './imports.es.ts'

export const importsEn = {
  'import.reason.date-not-understood':
    'The date is not understood. Write it as 2026-02-28, 28/02/2026 or 2/28/2026, and say which order.',
  'import.reason.impossible-date': 'There is no such date, or day and month stand in another order.',
  'import.reason.before-2009': 'The date is before 2009, the year in which the law came into force.',
  'import.reason.in-the-future': 'The date is in the future.',
  'import.reason.received-missing': 'The date of receipt is missing: without it there is no term to count.',
  'import.reason.closed-before-received': 'It was closed before it was received.',
  'import.reason.too-many-cells':
    'The row has more cells than the header: a text with the delimiter in it may lack its quotes.',
  'import.reason.too-long': 'The text is too long for this column.',
  'import.reason.institution-missing': 'The institution is missing.',
  'import.reason.unknown-institution':
    'That institution is not in the register. Correct the name, or ask for it to be added.',
  'import.reason.disposition-not-understood':
    'The outcome is not understood: the request was imported as answered, without an outcome, with these words.',
  'import.reason.disposition-without-date':
    'There is an outcome without a closing date: the request was imported as open.',
  'import.reason.changed-meanwhile':
    'Somebody else was changing the request at the same time. Import the file again.',
  'import.note.law-clocks':
    "Terms are counted by Guatemala's Access to Public Information Law (ten working days, art. 42), whatever the rules of the original log.",
  'import.note.due-column-unused':
    'Column “{column}” is kept as text with each request; it sets no due date.',
  'import.note.encoding': 'The file was read as {encoding}.',
  'import.note.delimiter': 'Columns are separated by “{delimiter}”.',
  'import.note.date-order-seen':
    'Dates in “{column}” were read as {order, select, mdy {month/day/year} other {day/month/year}}: some of them show it.',
  'import.note.date-order-assumed':
    'No date in “{column}” shows its order; {order, select, mdy {month/day/year} other {day/month/year}} was taken, by the language of the header. If it is another, say so and import it again.',
  'import.note.institution-from-numbers':
    'The log names no institution; “{name}” was taken from the request numbers. If it is another, say so and import it again.',
  'import.note.institution-from-file-name':
    'The log names no institution; “{name}” was taken from the name of the file. If it is another, say so and import it again.',
  'import.note.institutions-created':
    '{count, plural, one {New institution} other {New institutions (#)}}, under the names in the log: {names}.',
  'import.note.organisation-created': 'New organisation: {name}.',
  'import.note.columns-ignored': '{count, plural, one {Column} other {Columns}} not used: {columns}.',
  'import.note.closed-without-sense':
    '{count, plural, one {One closed row does} other {# closed rows do}} not say one of the senses of article 42: they stand as answered, without an outcome, with the words of the log.',
  'import.note.refusals-without-ground':
    "{count, plural, one {One refusal} other {# refusals}} on no ground of Guatemala's law: they stand as refused for confidentiality, with the words of the log.",
  'import.note.rows-without-number':
    '{count, plural, one {One row has} other {# rows have}} no number: they are recognised by date, institution and title.',
  'import.file.empty-file': 'The file {value} is empty.',
  'import.file.spreadsheet-file':
    '{value} is an Excel workbook. Save it as CSV (File, Save as, CSV UTF-8) and import it again.',
  'import.file.binary-file': '{value} is not a text file. Save the data as CSV.',
  'import.file.quote-not-closed':
    'In {value} a quotation mark is opened and not closed, or a quoted text is malformed. Mend it and import again.',
  'import.file.no-header': 'No header was found in {value}.',
  'import.file.unknown-column':
    'The file has no column named “{value}”. It has: {columns}. Name one of them.',
  'import.file.no-received-column':
    'No column is the date of receipt. Header found: {value}. Say which one it is.',
  'import.command.unknown-institution':
    'That institution is not in the register. Correct the name, or use --create-institutions.',
  'import.command.date-order-assumed':
    'No date in “{column}” shows its order; {order, select, mdy {month/day/year} other {day/month/year}} was taken, by the language of the header. If it is another, use --date-order.',
  'import.command.institution-from-numbers':
    'The log names no institution; “{name}” was taken from the request numbers. If it is another, use --institution.',
  'import.command.institution-from-file-name':
    'The log names no institution; “{name}” was taken from the name of the file. If it is another, use --institution.',
  'import.command.unknown-column':
    '{option}: the file has no column named “{value}”. It has: {columns}. Name one of them or leave the option out.',
  'import.command.no-received-column':
    'No column is the date of receipt. Header found: {value}. Name it with --received-column.',
  'field.import.empty-file': 'The file is empty.',
  'field.import.spreadsheet-file': 'This is an Excel workbook. Save it as CSV and send it again.',
  'field.import.binary-file': 'This is not a text file. Save the data as CSV.',
  'field.import.quote-not-closed': 'A quotation mark is opened and not closed. Mend it and send it again.',
  'field.import.no-header': 'No header was found.',
  'field.import.unknown-column': 'The file has no such column.',
  'field.import.no-received-column': 'No column is the date of receipt. Name it, for example, “Received”.',
} as const satisfies Record<keyof typeof importsEs, string>
