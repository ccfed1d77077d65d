// Letting receivers in: an administrator or a supervisor invites a person of an organization of the directory, and ends the account again.
import { randomBytes } from 'node:crypto'
import { digestOf } from '../../platform/access/digest.ts'
import { newId } from '../../platform/db.ts'
import { announceAgency } from '../../platform/events.ts'
import { canMail, mailLetter, publicAddress } from '../../platform/mail.ts'
import { notFound, refuse } from '../../platform/refusal.ts'
import type { CaseWork, Work } from '../../platform/work.ts'
import { organizationsNamed } from '../directory/performer.actions.ts'
import { waitingLetter } from './letterWords.ts'
import * as accounts from './receiverAccount.store.ts'
import { linksOf } from './sending.store.ts'
import type { NewReceiverAccount, ReceiverAccount } from './receiverAccount.ts'

const subjectOf = (id: string) => ({ entity: 'receiver-account', id })

export interface Invited {
  id: string
  /** Shown once, to be handed over. */
  path: string
}

/** @throws rule.one-staff-member-per-address (409), organization.not-found */
export async function letReceiverIn(work: Work, { id = newId(), name, email, organizationId }: NewReceiverAccount): Promise<Invited> {
  if ((await organizationsNamed(work, [organizationId])).length === 0) notFound('organization')
  await accounts.addReceiver(work.tx, { id, name, email, organizationId })
  await announceAgency(work, 'receiver-account.made', subjectOf(id), { organizationId })
  return invite(work, id)
}

/** Another one-time link, valid for seven days: a first one that was lost, or to choose another password. @throws receiver-account.ended (409) */
export async function inviteAgain(work: Work, accountId: string): Promise<Invited> {
  const { status } = await accountOf(work, accountId)
  if (status === 'inactive') refuse('receiver-account.ended', 'This account has ended. Make another one.', { status: 409 })
  return invite(work, accountId)
}

/** From this instant nobody is signed in with it and nobody can be. @throws receiver-account.ended (409) */
export async function endReceiverAccount(work: Work, accountId: string): Promise<null> {
  await accountOf(work, accountId)
  if (!(await accounts.endReceiver(work.tx, accountId))) refuse('receiver-account.ended', 'This account has ended already.', { status: 409 })
  await announceAgency(work, 'receiver-account.ended', subjectOf(accountId))
  return null
}

/** Everybody who was let in, those whose account ended last. */
export async function receiverAccountsOf(work: Work) {
  const all = await accounts.receiverAccounts(work.tx)
  const named = new Map((await organizationsNamed(work, all.map(({ organizationId }) => organizationId))).map(({ id, name }) => [id, name]))
  return { accounts: all.map((each) => ({ ...each, organization: named.get(each.organizationId) ?? '' })) }
}
export type ReceiverAccounts = Awaited<ReturnType<typeof receiverAccountsOf>>

/** The job after a sending, where mail goes out: those who find it in their inbox hear that something waits. */
export async function tellReceivers(work: CaseWork, serviceReferralId: string): Promise<void> {
  if (!canMail() || !(await linksOf(work.tx, serviceReferralId)).some(({ revokedAt }) => revokedAt === null)) return
  for (const to of await accounts.receiversOf(work.tx, serviceReferralId)) await mailLetter(waitingLetter({ to, agencyName: work.agencyName, address: publicAddress() }))
}

async function accountOf(work: Work, accountId: string): Promise<ReceiverAccount> {
  return (await accounts.receiverAccounts(work.tx)).find(({ id }) => id === accountId) ?? notFound('receiver-account')
}

async function invite(work: Work, id: string): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  await accounts.inviteReceiver(work.tx, id, digestOf(token))
  await announceAgency(work, 'receiver-account.invited', subjectOf(id))
  return { id, path: `/invitation#${token}` }
}
