import type { InformationRequest, RequestHistory, RequestRecord } from './request-store.ts'

/** Field by field: a copy by what is left over takes several times as long, for every row of every list. */
export function requestFrom(record: RequestRecord): InformationRequest {
  return {
    id: record._id,
    reference: record.reference,
    importKey: record.importKey,
    referredFrom: record.referredFrom,
    organisationId: record.organisationId,
    institutionId: record.institutionId,
    title: record.title,
    body: record.body,
    kind: record.kind,
    channel: record.channel,
    published: record.published,
    events: record.events,
    attachments: record.attachments,
    createdAt: record.createdAt,
    state: record.state,
    outcome: record.outcome,
    receivedOn: record.receivedOn,
    dueOn: record.dueOn,
    answeredOn: record.answeredOn,
    owed: record.owed,
    dutyDueOn: record.dutyDueOn,
    nextMarkOn: record.nextMarkOn,
    remindOn: record.remindOn,
    disputed: record.disputed,
    contestedOn: record.contestedOn,
    caseNumber: record.caseNumber,
    searchTerms: record.searchTerms,
    version: record.revision,
  }
}

export function historyFrom(record: Omit<RequestHistory, 'id'> & { readonly _id: string }): RequestHistory {
  const { _id, reference, organisationId, institutionId, published, receivedOn, events } = record
  return { id: _id, reference, organisationId, institutionId, published, receivedOn, events }
}
