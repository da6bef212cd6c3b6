/* global db, sh, print */
// Not yet run. Run once by mongosh against a cluster's mongos, with Vigía stopped, and `npm run indexes` after it:
//   mongosh 'mongodb://…/vigia' scripts/deploy/shard.js
// What is not named here stays whole on the database's first shard: see "Shard keys" in the README.
const shardKeys = {
  requests: { _id: 'hashed' },
  outbox: { _id: 'hashed' },
  casework: { _id: 'hashed' },
  ratings: { _id: 'hashed' },
  systemLog: { _id: 'hashed' },
  notifications: { userId: 'hashed' },
  'attachments.chunks': { files_id: 'hashed' },
}
sh.enableSharding(db.getName())
for (const [name, key] of Object.entries(shardKeys)) {
  const collection = db.getCollection(name)
  // No shard can hold these unique. `npm run indexes` builds them again, as indexes that are not.
  for (const index of collection.getIndexes()) if (index.unique) collection.dropIndex(index.name)
  collection.createIndex(key)
  sh.shardCollection(`${db.getName()}.${name}`, key)
  print(`${name}: ${JSON.stringify(key)}`)
}
