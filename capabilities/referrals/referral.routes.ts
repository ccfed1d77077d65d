// The front door over HTTP: the inbox, one referral and its decisions, bundles, and the public page.
import { z } from 'zod'
import { acceptReferral, similarTo } from './acceptance.actions.ts'
import * as decision from './decision.ts'
import { confirmPrefill, receiveBundle, selfRefer, type BundleArrival } from './intake.actions.ts'
import { PrefillConfirmation } from './prefill.ts'
import * as act from './referral.actions.ts'
import { Facts, NewReferral, Source } from './referral.ts'
import { declineReferral, markDuplicate, redirectReferral, withdrawReferral } from './ending.actions.ts'
import { openPrograms } from './label.store.ts'
import { countOpen, findReferral, referralOfCase } from './referral.store.ts'
import { replyToSource } from './reply.actions.ts'
import { Reply } from './reply.ts'
import { SelfReferral } from './selfReferral.ts'
import { decided, inbox, readPlace, referralPage } from './view.actions.ts'
import { change, publicRead, publicWrite, read, write, type Route } from '../../platform/capability.ts'
import { Day } from '../../platform/time/day.ts'
import type { Work } from '../../platform/work.ts'

const one = '/referrals/:referralId'
const After = z.object({
  after: z
    .string()
    .max(60)
    .refine((text) => readPlace(text) !== null, 'Start again from the top of the list.')
    .optional(),
})
const Sought = Facts.pick({ person: true, scope: true })
const nobody = '00000000-0000-0000-0000-000000000000'

/** The bundle itself, or the bundle with what the sender does not say: who sent it, when, about whom, from which file. */
const Arriving = z.looseObject({
  bundle: z.unknown().optional(),
  fileName: z.string().trim().max(255).nullish(),
  patient: z.string().max(400).nullish(),
  source: Source.nullish(),
  receivedOn: Day.nullish(),
})

function arrivalOf(body: z.infer<typeof Arriving>): BundleArrival {
  const wrapped = body.resourceType === undefined && body.bundle !== undefined
  const { fileName, patient, source, receivedOn } = wrapped ? body : {}
  return {
    bundle: wrapped ? body.bundle : body,
    fileName: fileName ?? null,
    patient: patient ?? null,
    source: source ?? Source.parse({}),
    receivedOn: receivedOn ?? null,
  }
}

/** Largest bundle taken in at once, in bytes. */
const largestBundle = 25_000_000

async function similarToThis(work: Work, _: unknown, { referralId }: { referralId: string }) {
  const { facts } = await findReferral(work.tx, referralId)
  return similarTo(work, facts, referralId)
}

export const referralRoutes: Route[] = [
  read('/referrals', 'read-referrals', inbox, { summary: 'The open referrals, in groups by the harm of delay' }),
  read('/referrals/decided', 'read-referrals', decided, { query: After, summary: 'Decided referrals, the latest first' }),
  read('/referrals/count', 'read-referrals', (work) => countOpen(work.tx), {
    summary: 'How many are open, and how many of them urgent',
  }),
  read('/referrals/programs', 'read-referrals', async (work) => ({ programs: await openPrograms(work.tx) })),
  write('/referrals', 'write-referrals', NewReferral, act.receiveReferral, { summary: 'Receive a referral' }),
  write('/referrals/similar', 'read-referrals', Sought, (work, sought) => similarTo(work, sought, nobody), {
    summary: 'Search before create: who this may be already',
  }),
  write('/referrals/fhir', 'write-referrals', Arriving, (work, body) => receiveBundle(work, arrivalOf(body)), {
    summary: 'Take in a FHIR R4 Bundle: the Bundle itself, or { bundle, fileName, patient, source, receivedOn }',
    bodyLimit: largestBundle,
  }),
  read(one, 'read-referrals', (work, _, { referralId }) => referralPage(work, referralId)),
  change(one, 'write-referrals', Facts, (work, facts, { referralId }) => act.correctReferral(work, referralId, facts), {
    summary: 'Correct what was written down',
  }),
  read(`${one}/similar`, 'read-referrals', similarToThis, { summary: 'Likely duplicates, each explained' }),
  write(`${one}/triage`, 'write-referrals', decision.Triage, (work, wanted, { referralId }) =>
    act.triageReferral(work, referralId, wanted),
  ),
  write(`${one}/information-requests`, 'write-referrals', decision.InformationRequest, (work, request, { referralId }) =>
    act.askForInformation(work, referralId, request),
  ),
  write(`${one}/answers`, 'write-referrals', decision.Answer, (work, answer, { referralId }) =>
    act.recordAnswer(work, referralId, answer),
  ),
  write(`${one}/waitlisting`, 'write-referrals', decision.Waitlisting, (work, wanted, { referralId }) =>
    act.waitlistReferral(work, referralId, wanted),
  ),
  write(`${one}/waitlist-return`, 'write-referrals', decision.WaitlistReturn, (work, wanted, { referralId }) =>
    act.returnFromWaitlist(work, referralId, wanted),
  ),
  write(`${one}/acceptance`, 'write-referrals', decision.Acceptance, (work, wanted, { referralId }) =>
    acceptReferral(work, referralId, wanted),
  ),
  write(`${one}/decline`, 'write-referrals', decision.Declination, (work, wanted, { referralId }) =>
    declineReferral(work, referralId, wanted),
  ),
  write(`${one}/redirection`, 'write-referrals', decision.Redirection, (work, wanted, { referralId }) =>
    redirectReferral(work, referralId, wanted),
  ),
  write(`${one}/withdrawal`, 'write-referrals', decision.Withdrawal, (work, wanted, { referralId }) =>
    withdrawReferral(work, referralId, wanted),
  ),
  write(`${one}/duplicate`, 'write-referrals', decision.DuplicateMark, (work, mark, { referralId }) =>
    markDuplicate(work, referralId, mark),
  ),
  write(`${one}/replies`, 'write-referrals', Reply, (work, reply, { referralId }) => replyToSource(work, referralId, reply), {
    summary: 'Record the reply that the source was given',
  }),
  write(`${one}/prefill-confirmation`, 'write-referrals', PrefillConfirmation, (work, facts, { referralId }) =>
    confirmPrefill(work, referralId, facts),
  ),
  read('/cases/:caseId/referral', 'read-case', async (work) => ({ referral: await referralOfCase(work.tx, work.caseId) }), {
    summary: 'The referral a case came from',
  }),
]

export const publicRoutes: Route[] = [
  publicRead('/public/self-referral', async (work) => ({ agencyName: work.agencyName, today: work.today }), {
    summary: 'Whose page this is',
  }),
  publicWrite('/public/self-referral', SelfReferral, selfRefer, { perMinute: 5, summary: 'Ask for help, without an account' }),
]
