// Accepting a referral: the person becomes (or is linked to) a client and the case opens, in one transaction or not at all.
import { accept, identityChecked, type Acceptance } from './decision.ts'
import type { Accepted, Referral, Similar, SimilarReferral } from './page.ts'
import { nameOf, type ReferredPerson } from './person.ts'
import { decide, askForReply, standingOf } from './referral.actions.ts'
import { findProgram, mayKnow } from './label.store.ts'
import { findReferral, similarReferrals, type Candidate } from './referral.store.ts'
import type { Facts } from './referral.ts'
import { birthText, knownOf, likenessOf, registrationOf } from './registration.ts'
import { announce } from '../../platform/events.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import { saw, type CaseWork, type ClientWork, type Work } from '../../platform/work.ts'
import { openCase } from '../cases/case.actions.ts'
import { likelyDuplicates, registerClient } from '../clients/client.actions.ts'
import { recordAnswer } from '../clients/detail.actions.ts'
import { askSafeContact } from '../clients/safety.actions.ts'
import type { Evidence } from '../clients/duplicate.ts'

/** Who this may be already, among clients and referrals the worker may know, each explained; a person decides (INV-01, INV-02). */
export async function similarTo(work: Work, facts: Pick<Facts, 'person' | 'scope'>, referralId: string): Promise<Similar> {
  const { person } = facts
  const [clients, candidates] = await Promise.all([
    likelyDuplicates(work, { ...knownOf(person), birthDate: birthText(person) }),
    similarReferrals(work.tx, facts, referralId),
  ])
  saw(
    work,
    clients.map(({ client }) => client.id),
  )
  return {
    clients,
    referrals: candidates
      .flatMap((each) => compared(facts, each))
      .sort((a, b) => b.points - a.points)
      .slice(0, 10),
  }
}

function compared({ person, scope }: Pick<Facts, 'person' | 'scope'>, { personDetails, ...other }: Candidate): SimilarReferral[] {
  const { points, verdict, evidence } = likenessOf(person, { ...other, ...personDetails })
  const sameClaim = scope.claimNumber !== null && scope.claimNumber === other.claimNumber
  if (verdict === 'unlikely' && !sameClaim) return []
  const claim: Evidence[] = sameClaim
    ? [{ signal: 'same-number', points: 60, words: `Same claim number ${other.claimNumber}` }]
    : []
  return [
    {
      id: other.id,
      name: nameOf(other),
      status: other.status,
      receivedOn: other.receivedOn,
      verdict: sameClaim || verdict === 'likely' ? 'likely' : 'possible',
      points: points + (sameClaim ? 60 : 0),
      evidence: [...claim, ...evidence],
    },
  ]
}

/**
 * Registers or links the client and opens the case. Refuses what `decision.accept` refuses, `referral.duplicates-unreviewed` (INV-01),
 * `referral.case-already-open`, and whatever registering a client or opening a case refuses; then nothing at all has happened.
 */
export async function acceptReferral(work: Work, id: string, wanted: Acceptance): Promise<Accepted> {
  const referral = await findReferral(work.tx, id)
  const status = accept(await standingOf(work, referral))
  const { facts } = referral
  if (wanted.client.kind === 'new') {
    const { clients } = await similarTo(work, facts, id)
    identityChecked(
      wanted.client,
      clients
        .filter(({ verdict }) => verdict === 'likely')
        .map(({ client, evidence }) => ({ clientId: client.id, name: client.displayName, evidence })),
    )
    await registerClient(work, { ...registrationOf(facts.person), id: wanted.client.clientId })
  } else if (!(await mayKnow(work.tx, 'client', wanted.client.clientId))) notFound('client')
  const onClient: ClientWork = { ...work, clientId: wanted.client.clientId }
  await carryOver(onClient, facts, wanted.client.kind)
  const onCase = await open(onClient, referral, wanted)
  const saved = await decide(
    work,
    referral,
    {
      status,
      decisions: { clientId: onClient.clientId, caseId: wanted.caseId, decidedOn: work.today, decisionNote: wanted.note },
    },
    { reason: wanted.eligibilityBasis, details: { client: wanted.client.kind, note: wanted.note } },
  )
  await announce(
    onCase,
    'referral.accepted',
    { entity: 'referral', id, version: saved.version },
    {
      source: facts.source.organization ?? facts.source.person,
      sourceKind: facts.source.kind,
      receivedOn: facts.receivedOn,
      urgency: facts.urgency,
      channel: facts.channel,
    },
  )
  await askForReply(work, saved)
  return { referral: saved, clientId: onClient.clientId, caseId: wanted.caseId }
}

async function open(work: ClientWork, { id, facts }: Referral, wanted: Acceptance): Promise<CaseWork> {
  const program = await findProgram(work.tx, facts.programId)
  if (!program || program.status !== 'active') return refuse('referral.no-such-program', 'Choose one of the agency’s programs.')
  const { memberId, payer, claimNumber } = facts.scope
  const opening = openCase(work, {
    id: wanted.caseId,
    clientId: work.clientId,
    programId: program.id,
    identifiedOn: wanted.identifiedOn ?? facts.receivedOn,
    referralId: id,
    eligibilityBasis: wanted.eligibilityBasis,
    primaryStaffId: wanted.primaryStaffId,
    claim: claimNumber,
    memberId: memberId?.slice(0, 80) ?? null,
    payer: payer?.slice(0, 120) ?? null,
  })
  await opening.catch(sayAlreadyOpen)
  return { ...work, caseId: wanted.caseId, programId: program.id, caseStatus: 'pending_engagement' }
}

/** The worker may not know the case that is there, so the database is asked by trying. */
function sayAlreadyOpen(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'one_open_case_per_enrollment')
    refuse(
      'referral.case-already-open',
      'This person has an open case in that program already. Mark the referral as a duplicate of that client, or choose another program.',
      { status: 409 },
    )
  throw error
}

/** What the front door learnt about being reached safely, and a new client's self-description, go with the person. */
async function carryOver(work: ClientWork, facts: Facts, kind: 'new' | 'known'): Promise<void> {
  const self = facts.source.kind === 'self'
  // What the person said of themselves counts as asked; what a source warns of protects, and the case manager asks again.
  if (facts.safeContact === 'required' || (self && facts.safeContact === 'no-restriction'))
    await askSafeContact(work, {
      answer: facts.safeContact,
      instruction: facts.safeContactNote?.slice(0, 500) ?? '',
      codeWord: '',
      askedOf: self ? 'client' : 'referral-source',
    })
  if (kind === 'new') await describe(work, facts.person)
}

async function describe(work: ClientWork, { selfDescribed: { race, ethnicity, gender } }: ReferredPerson): Promise<void> {
  const ownWords = [...race, ...ethnicity].join('; ').slice(0, 300)
  const answer = { codes: [], ownWords: '', declined: false, source: 'administrative' as const }
  if (ownWords) await recordAnswer(work, { ...answer, question: 'race-ethnicity', ownWords })
  if (gender === 'female' || gender === 'male') await recordAnswer(work, { ...answer, question: 'recorded-sex', codes: [gender] })
}
