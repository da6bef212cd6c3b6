/* global rs, db, sleep */
// Run by mongosh against the first member: makes the replica set once and waits for its primary.
const members = ['mongo1', 'mongo2', 'mongo3'].map((name, at) => ({ _id: at, host: `${name}:27017` }))
try {
  rs.initiate({ _id: 'vigia', members })
} catch (error) {
  if (error.codeName !== 'AlreadyInitialized') throw error
}
while (!db.hello().primary) sleep(500)
