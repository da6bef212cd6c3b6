import type { Edition } from '../store/edition-store.ts'
import type { EditionChallenge, EditionReply } from '../store/edition-word-store.ts'
import type { Verification } from './verify-file.ts'

/** Who made it and who wrote is for the record: an institution speaks, not a person. */
export type EditionView = Omit<Edition, 'createdBy' | 'pagesSha256' | 'registerSha256' | 'site'>
export type ReplyView = Pick<EditionReply, 'institutionId' | 'text' | 'at'>
export type ChallengeView = Omit<EditionChallenge, 'by' | 'decidedBy' | 'editionId'>

export function presentEdition({
  createdBy: _by,
  pagesSha256: _pages,
  registerSha256: _register,
  site: _site,
  ...view
}: Edition): EditionView {
  return view
}

export function presentReply({ institutionId, text, at }: EditionReply): ReplyView {
  return { institutionId, text, at }
}

export function presentChallenge(challenge: EditionChallenge): ChallengeView {
  const { id, institutionId, figure, claim, at, state, reason, decidedAt, version } = challenge
  return { id, institutionId, figure, claim, at, state, reason, decidedAt, version }
}

export type VerificationView =
  | { readonly verdict: 'unknown' }
  | {
      readonly verdict: 'genuine' | 'superseded'
      readonly file: string
      readonly edition: Named
      readonly supersededBy: Named | null
    }

type Named = Pick<Edition, 'id' | 'code' | 'from' | 'to' | 'publishedAt'>

export function presentVerification(found: Verification): VerificationView {
  if (found.verdict === 'unknown') return { verdict: 'unknown' }
  const supersededBy = found.verdict === 'superseded' ? named(found.by) : null
  return { verdict: found.verdict, file: found.file.name, edition: named(found.edition), supersededBy }
}

function named({ id, code, from, to, publishedAt }: Edition): Named {
  return { id, code, from, to, publishedAt }
}
