import type { errorsEs } from './errors.es.ts'

export const errorsEn = {
  'error.invalid-input.title': 'Some of what you sent needs correcting',
  'error.invalid-input.detail':
    '{count, plural, one {Check the field that is marked} other {Check the # fields that are marked}} and send again. Nothing was saved.',
  'error.sign-in-required.title': 'Sign in',
  'error.sign-in-required.detail': 'This page is for people with an account. Sign in and try again.',
  'error.forbidden.title': 'Your account may not do this',
  'error.forbidden.detail':
    'If your work needs it, ask whoever manages the accounts of your organisation or institution.',
  'error.not-found.title': 'Not found',
  'error.not-found.detail':
    'What you are looking for does not exist, or your account may not see it. Check the address or look for it in the list.',
  'error.second-factor-required.title': 'Your code is missing',
  'error.second-factor-required.detail':
    'This account asks for a second step. Send the code from your app as well.',
  'error.link-expired.title': 'That link no longer works',
  'error.link-expired.detail':
    'It works once and for a limited time. Ask for another; only the last one you receive works.',
  'error.stale.title': 'Somebody changed it first',
  'error.stale.detail':
    'Another person saved a change while you were working. Open the page again, look at what is new and repeat your change.',
  'error.duplicate.title': 'It already exists',
  'error.duplicate.detail':
    'There is already a record with that value, which must be unique (the same e-mail address, for example). Use another or open the one that exists.',
  'error.invalid-document.title': 'The record is not valid',
  'error.invalid-document.detail':
    'Something does not have the expected form and nothing was saved. Check it and send again.',
  'error.query-not-indexed.title': 'These filters cannot be combined',
  'error.query-not-indexed.detail': 'Remove a filter or change the order of the list and search again.',
  'error.not-deletable.title': 'It cannot be deleted',
  'error.not-deletable.detail': 'What is on record stays. To put it right, add a correction with its reason.',
  'error.file-too-big.title': 'The file is too big',
  'error.file-too-big.detail':
    'The file is above the permitted size. Split it or save it in lower quality, as a PDF of lower resolution for example.',
  'error.file-empty.title': 'The file is empty',
  'error.file-empty.detail':
    'The file has no content (0 bytes) and was not kept. Open it to see whether it is whole, or choose another.',
  'error.data-folder-in-use.title': 'Another process uses the data folder',
  'error.data-folder-in-use.detail':
    'Process {pid} uses {dir}. Stop it, or name another folder with DATA_DIR.',
  'error.data-folder-not-writable.title': 'The data folder cannot be written to',
  'error.data-folder-not-writable.detail':
    'Give write permission on {dir}, or name another folder with DATA_DIR.',
  'error.data-file-foreign.title': 'The data file is not Vigía’s',
  'error.data-file-foreign.detail':
    '{path} does not begin as a data file: another program wrote it, or it was damaged. Put the last copy in its place, with Vigía stopped, or give another folder in DATA_DIR.',
  'error.data-folder-damaged.title': 'The data is incomplete',
  'error.data-folder-damaged.detail':
    '{dir} holds {found} of {described} bytes, as a copy that was broken off leaves it. Copy the whole folder again, with Vigía stopped, or give another one in DATA_DIR.',
  'error.clock-apart.title': 'The clock is not the database’s',
  'error.clock-apart.detail':
    'Here it is {own} and in {where} it is {theirs}: {minutes} minutes apart. Synchronise the clocks (NTP) and start again: legal terms depend on them.',
  'error.indexes-missing.title': 'Indexes are missing in the database',
  'error.indexes-missing.detail':
    '{where} lacks: {missing}. Build them with npm run indexes and start again.',
  'error.copy-unfinished.title': 'The copy of the data was not completed',
  'error.copy-unfinished.detail':
    '{where} is half a copy of {from}. Run npm run copy with that original again: it goes on and ends.',
  'error.copy-target-not-empty.title': 'The target of the copy is not empty',
  'error.copy-target-not-empty.detail':
    '{where} already holds data ({collection}). Give an empty folder or database.',
  'error.data-folder-newer.title': 'The data is of a newer version',
  'error.data-folder-newer.detail':
    'Folder {dir} was written by a newer version of Vigía: its format is {found} and this one reads up to {supported}. Install that version or name another folder with DATA_DIR.',
  'error.storage-failed.title': 'Could not save or read',
  'error.storage-failed.detail':
    'The data store failed. Your change was not confirmed: wait a minute and try again.',
  'error.disk-full.title': 'The disk is full',
  'error.disk-full.detail':
    'The file did not fit and no part of it was kept. Tell whoever runs the site; once there is room, ask for it again.',
  'error.rating-not-open.title': 'This answer cannot be rated',
  'error.rating-not-open.detail':
    'What is rated is a request that was answered. Two people rate it: first one of the organisation that asked, then another of the same or the coordination.',
  'error.report-cancelled.title': 'The report was cancelled',
  'error.report-cancelled.detail': 'Nothing of it was kept. If you need it, ask for it again.',
  'error.report-interrupted.title': 'The report was interrupted',
  'error.report-interrupted.detail':
    'The site stopped while making it. The data are intact and nothing of the report remains: ask for it again.',
  'error.report-not-ready.title': 'The report is not ready yet',
  'error.report-not-ready.detail': 'It can be downloaded once it is finished.',
  'error.report-worker-ended.title': 'The report could not be finished',
  'error.report-worker-ended.detail':
    'The process that was making it stopped, perhaps for lack of memory. The data are intact: ask for it again, or for a shorter period.',
  'error.too-many-reports.title': 'Many reports are waiting already',
  'error.too-many-reports.detail': 'Wait until those that were asked for are finished, and ask again.',
  'error.database-unreachable.title': 'The database does not answer',
  'error.database-unreachable.detail':
    '{host} did not answer within 2 seconds. Check MONGODB_URI and that the server is running.',
  'error.database-refused.title': 'The database does not accept the account',
  'error.database-refused.detail':
    '{host} does not accept the user or the password of MONGODB_URI, or that account may not read and write in that database. Check them; where the account is of another database, add authSource, such as authSource=admin.',
  'error.database-tls-refused.title': 'The database does not accept the connection',
  'error.database-tls-refused.detail':
    '{host} takes the connection and ends it, or its certificate is not good. If it asks for TLS, add tls=true to MONGODB_URI, with tlsCAFile where its authority is your own; if it does not use it, take that out.',
  'error.database-address-wrong.title': 'MONGODB_URI is not understood',
  'error.database-address-wrong.detail':
    'The address of {host} has an option that does not exist or does not fit, or a file that is not there, or signs that are not encoded in the user or the password: @ is written %40, : is %3A and / is %2F.',
  'error.unexpected.title': 'Something failed on our side',
  'error.unexpected.detail':
    'The failure was logged. Wait a minute and try again; if it goes on, tell whoever runs the site.',
  'error.bad-request.title': 'The request cannot be understood',
  'error.bad-request.detail':
    'The address or what was sent arrived damaged or incomplete. Go back to the page before and send again.',
  'error.body-not-json.title': 'The content is not valid JSON',
  'error.body-not-json.detail':
    'Send a JSON object in UTF-8, for example \'{\'"title": "Contracts of 2025"\'}\'.',
  'error.body-too-big.title': 'Too much was sent at once',
  'error.body-too-big.detail':
    'One submission may hold up to 256 kB of text. Shorten it, or attach the text as a file.',
  'error.unsupported-media-type.title': 'Unsupported content type',
  'error.unsupported-media-type.detail': 'Send the data as application/json in UTF-8 and uncompressed.',
  'error.method-not-allowed.title': 'There is no such operation here',
  'error.method-not-allowed.detail': 'See in the API documentation which methods this address allows.',
  'error.precondition-required.title': 'Say which version you are changing',
  'error.precondition-required.detail':
    'Read the resource first and send its ETag in the If-Match header, for example If-Match: "3".',
  'error.idempotency-key-reused.title': 'That key was used with other data',
  'error.idempotency-key-reused.detail': 'Use a new Idempotency-Key for every create, for example a UUID.',
  'error.idempotency-key-in-use.title': 'The same submission is still running',
  'error.idempotency-key-in-use.detail':
    'Wait a few seconds and repeat the same submission with the same Idempotency-Key.',
  'error.figures-not-counted.title': 'The figures are being counted',
  'error.figures-not-counted.detail':
    'This is the first count of all requests and takes some minutes. Open the page again then; everything else works.',
  'error.too-many-requests.title': 'Too many attempts',
  'error.too-many-requests.detail':
    'Wait {minutes, plural, one {one minute} other {# minutes}} and try again.',
  'error.wrong-credentials.title': 'The e-mail address or the password does not match',
  'error.wrong-credentials.detail':
    'Check both and try again. If you forgot your password, ask whoever manages the accounts for a new one.',
  'error.password-change-required.title': 'Change your password',
  'error.password-change-required.detail':
    'Your password works only once. Choose your own, of 12 characters or more, to go on.',
  'error.not-same-origin.title': 'This was sent from another site',
  'error.not-same-origin.detail':
    'For safety nothing was done. Open Vigía in your browser and send it from there.',
  'error.csrf-token-wrong.title': 'The form has expired',
  'error.csrf-token-wrong.detail': 'For safety nothing was done. Open the page again and send again.',
  'error.port-in-use.title': 'The port is taken',
  'error.port-in-use.detail':
    'Another program uses port {port}. Stop it, or name another with PORT, for example PORT=3001.',
  'error.unknown-institution.title': 'That institution is not in the register',
  'error.unknown-institution.detail':
    'Look for it by its name or acronym, MINFIN for example, or ask whoever runs the site to add it.',
  'error.unknown-organisation.title': 'That organisation is not in the register',
  'error.unknown-organisation.detail':
    'Look for it by its full name, or ask whoever runs the site to add it.',
  'error.period-invalid.title': 'The period is not valid',
  'error.period-invalid.detail':
    'Its first day may not be after its last. Write, for example, from 2026-01-01 to 2026-06-30.',
  'error.evidence-file-unknown.title': 'The file of the evidence was not found',
  'error.evidence-file-unknown.detail': 'Attach the file to the request first and then cite it as evidence.',
  'error.partly-logged.title': 'Some institutions are still missing',
  'error.partly-logged.detail':
    '{logged, plural, one {One request was logged} other {# requests were logged}}. It failed at: {names}. Send it again: only the missing ones will be made.',
  'error.silence-not-established.title': 'Silence is not established yet',
  'error.silence-not-established.detail':
    'The certificate is given once the time to answer has run out without an answer. Here it has not, or the answer came in time.',
  'error.review-not-open.title': 'The review appeal is not open',
  'error.review-not-open.detail':
    'A review can be sought of an answer that was notified, or of silence. First record what has happened in the request.',
  'error.too-many-views.title': 'You have too many saved views',
  'error.too-many-views.detail':
    'You may keep up to {limit, number}. Delete one that you no longer use and save again.',
  'error.no-recipient.title': 'Nobody can receive the letter',
  'error.no-recipient.detail':
    'That unit has no account in Vigía. Hand the report over on paper or in a meeting with the link to acknowledge it, or ask for an account for it.',
  'error.edition-not-in-that-state.title': 'This edition is past that step',
  'error.edition-not-in-that-state.detail':
    'An edition goes from draft to reply and from there to published; a published one never changes. Open the edition and see at which step it is.',
  'error.period-not-over.title': 'The period was not over',
  'error.period-not-over.detail':
    'The cut-off comes before the last day of the period, {until}: the report stays a draft. Correct the cut-off or the period once it is over.',
  'error.reply-term-running.title': 'The term to reply is still running',
  'error.reply-term-running.detail':
    'Some institutions have not replied and their term ends on {until}. Publish after that day, or once all have replied.',
  'error.reply-term-over.title': 'The term to reply is over',
  'error.reply-term-over.detail':
    'Your institution could reply until {until}. You may ask those who publish the report for a correction.',
  'error.challenge-open.title': 'Some challenged figures are undecided',
  'error.challenge-open.detail': 'Decide each challenge, with its reason, before publishing.',
  'error.already-replied.title': 'Your institution has replied',
  'error.already-replied.detail': 'The reply is published as it was sent and does not change.',
  'error.changes-required.title': 'Say what changes and why',
  'error.changes-required.detail':
    'This edition corrects a published one: write at least one change, with its reason.',
  'error.missing-glyph.title': 'A character cannot be printed',
  'error.missing-glyph.detail':
    'The report was not made: “{character}” ({codePoint}), in “{text}”, under “{place}”, is not in its typeface. Correct that text in the register, for example by removing the emoji, and ask for the report again.',
} as const satisfies Record<keyof typeof errorsEs, string>
