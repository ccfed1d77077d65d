// The other ways in: the public page, and electronic records (FHIR) with their facts for a person to confirm.
import { addBundle, addStep, bundleKnown, bundleOf, confirmBundle, countSelfReferral } from './history.store.ts'
import type { Arrived, KeptBundle, Referral } from './page.ts'
import { ReferredPerson } from './person.ts'
import { backgroundOf, confirmedFacts, fillIn, shownAtOnce, takeBack, type PrefillConfirmation } from './prefill.ts'
import { isOpen, receive, Scope, Source, type Facts } from './referral.ts'
import { takeIn } from './referral.actions.ts'
import { readReferralBundle } from './referral.fhir.ts'
import { findReferral, saveReferral } from './referral.store.ts'
import { factsOf, fromMachine, problemsOf, type SelfReferral } from './selfReferral.ts'
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import { openBundle } from '../../platform/fhir/bundle.ts'
import { refuse } from '../../platform/refusal.ts'
import { systemStaff, type Work } from '../../platform/work.ts'

/** Most self-referrals an agency takes in one hour; a flood waits, the form stays filled. */
export const selfReferralsPerHour = 60

/** A person asks for help. Refuses `self-referral.incomplete` with each field, `self-referral.too-many`. A machine is thanked and nothing is kept. */
export async function selfRefer(work: Work, form: SelfReferral): Promise<{ received: true; agencyName: string }> {
  const thanks = { received: true, agencyName: work.agencyName } as const
  if (fromMachine(form)) return thanks
  const problems = problemsOf(form)
  if (problems.length > 0)
    refuse('self-referral.incomplete', 'Please answer one more thing.', {
      issues: problems.map(({ field, message }) => ({ path: field, message })),
    })
  if ((await countSelfReferral(work.tx, work.agencyId)) > selfReferralsPerHour)
    refuse(
      'self-referral.too-many',
      'Many people are writing to us right now. Please try again in an hour, or call us. In danger, call 911.',
      { status: 429, params: { seconds: 3600 } },
    )
  await takeIn(work, form.id, factsOf(form, work.today))
  return thanks
}

export interface BundleArrival {
  bundle: unknown
  fileName: string | null
  /** Which person, where the bundle is about several. */
  patient: string | null
  source: Source
  receivedOn: string | null
}

/**
 * Takes a FHIR R4 Bundle in as a referral. The same content comes in once; refuses `fhir.*` (what is wrong with the file) and
 * `referral.bundle-changed` where another content under the same identifier belongs to a referral that is still open.
 */
export async function receiveBundle(
  work: Work,
  { bundle: input, fileName, patient: chosen, source, receivedOn }: BundleArrival,
): Promise<Arrived> {
  const bundle = openBundle(input)
  const { prefill, tally, unreadable, patient } = readReferralBundle(bundle, chosen)
  const known = await bundleKnown(work.tx, patient, bundle)
  if (known?.contentHash === bundle.hash)
    return { outcome: 'already-received', referralId: known.referralId, report: known.tally }
  if (known) await stillOpen(work, known)
  const referralId = newId()
  await takeIn(work, referralId, fillIn(emptyFacts(source, receivedOn ?? work.today), shownAtOnce(prefill)))
  const report = { ...tally, unreadable }
  const { identifier, hash: contentHash } = bundle
  await addBundle(work.tx, { id: newId(), referralId, patient, identifier, contentHash, fileName, tally: report, prefill })
  return { outcome: 'received', referralId, report }
}

async function stillOpen(work: Work, known: KeptBundle): Promise<void> {
  const { status, facts } = await findReferral(work.tx, known.referralId)
  if (!isOpen(status)) return
  refuse(
    'referral.bundle-changed',
    `This record came in before, on ${facts.receivedOn}, with other content, and that referral is still open. Open it, or decide it first.`,
    {
      status: 409,
      current: { referralId: known.referralId },
    },
  )
}

function emptyFacts(source: Source, receivedOn: string): Facts {
  return {
    channel: 'fhir',
    receivedOn,
    source,
    person: ReferredPerson.parse({}),
    safeContact: 'not-asked',
    safeContactNote: null,
    reason: null,
    questions: null,
    urgency: null,
    danger: null,
    programId: null,
    scope: Scope.parse({}),
  }
}

/** Keeps what the worker confirmed: facts of the person go to the referral, the rest travels as background. Refuses `referral.prefill-undecided`, `referral.prefill-confirmed`. */
export async function confirmPrefill(work: Work, referralId: string, decided: PrefillConfirmation): Promise<Referral> {
  const referral = await findReferral(work.tx, referralId)
  const bundle = await bundleOf(work.tx, referralId)
  if (!bundle)
    return refuse('referral.no-record', 'This referral came without an electronic record, so there is nothing to confirm.', {
      status: 409,
    })
  if (bundle.confirmedAt !== null)
    return refuse('referral.prefill-confirmed', 'The record has been confirmed already. Correct the facts themselves.', {
      status: 409,
    })
  const kept = confirmedFacts(bundle.prefill, decided)
  const leftOut = bundle.prefill.filter((fact) => !kept.includes(fact))
  const facts = receive(fillIn(takeBack(referral.facts, leftOut), kept), work.today)
  await confirmBundle(work.tx, bundle, decided, { at: work.now, staffId: work.staff.id === systemStaff ? null : work.staff.id })
  const saved = await saveReferral(work.tx, referral, { facts, decisions: { background: backgroundOf(kept) } })
  await addStep(work.tx, referralId, {
    fromStatus: saved.status,
    toStatus: saved.status,
    reason: 'record-confirmed',
    details: { kept: kept.length, leftOut: leftOut.length },
  })
  await announceAgency(
    work,
    'referral.record-confirmed',
    { entity: 'referral', id: referralId, version: saved.version },
    { kept: kept.length, leftOut: leftOut.length },
  )
  return saved
}
