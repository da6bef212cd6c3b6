/**
 * The same servers, account and options, with another database. An account is known to the database that the address
 * names, unless its options say to which.
 */
export function databaseAddress(uri: string, database: string): string {
  const [, servers = '', named = '', options = ''] =
    /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri) ?? []
  const all = new URLSearchParams(options)
  if (named !== '' && servers.includes('@') && !all.has('authSource')) all.set('authSource', named)
  const query = all.toString()
  return `${servers}/${database}${query === '' ? '' : `?${query}`}`
}
