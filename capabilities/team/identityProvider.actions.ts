// What administrators do with the agency's identity provider: name it, try it, let a colleague's account there be linked anew.
import { domainsOfOthers, endAccount, isIssuer, providerState, saveProvider, trySaved } from '../../platform/access/provider/settings.ts'
import { announceAgency, writeAudit } from '../../platform/events.ts'
import { changed, notFound, refuse } from '../../platform/refusal.ts'
import type { Work } from '../../platform/work.ts'
import { mayEndPasswords, type IdentityProvider, type IdentityProviderDetails, type Trial } from './identityProvider.ts'
import { findStaff } from './staff.store.ts'

export async function theIdentityProvider(work: Work): Promise<{ provider: IdentityProvider | null }> {
  return { provider: await providerState(work) }
}

const about = (path: string, message: string, code: string): never => refuse(code, message, { issues: [{ path, message }] })

/**
 * @throws identity-provider.issuer, identity-provider.domain-of-another-agency, identity-provider.secret-needed (a new issuer or connection takes its own
 * secret), identity-provider.not-used-yet, identity-provider.changed (409)
 */
export async function nameIdentityProvider(work: Work, { secret, ...details }: IdentityProviderDetails): Promise<IdentityProvider> {
  const before = await providerState(work)
  if ((before?.version ?? 0) !== work.expectedVersion) changed('identity-provider', before)
  if (!isIssuer(details.issuer)) about('issuer', 'It must begin with https:// and be reachable from here.', 'identity-provider.issuer')
  const same = before?.issuer === details.issuer && before.connectionId === details.connectionId
  if (!secret && !same) about('secret', 'Enter the secret of this connection.', 'identity-provider.secret-needed')
  if (details.passwords === 'administrators' && !(same && mayEndPasswords(before)))
    about('passwords', 'First let somebody sign in through the provider. Then passwords can end.', 'identity-provider.not-used-yet')
  const domains = [...new Set(details.domains)]
  const taken = await domainsOfOthers(work, domains)
  if (taken.length > 0) about('domains', `${taken.join(', ')} belongs to another agency here.`, 'identity-provider.domain-of-another-agency')
  const version = await saveProvider(work, before?.version ?? 0, { ...details, domains }, secret ?? null)
  const saved = await providerState(work)
  if (version === null || !saved) return changed('identity-provider', saved)
  await announceAgency(work, before ? 'identity-provider.changed' : 'identity-provider.named', subjectOf(work, version), {
    issuer: details.issuer, domains, passwords: details.passwords, standing: details.standing, secret: secret ? 'renewed' : 'kept',
  })
  return saved
}

/** Asks the provider for its description and whether it knows our secret; nobody is signed in by that. */
export async function tryIdentityProvider(work: Work, { returnAddress }: { returnAddress: string }): Promise<{ trial: Trial }> {
  const trial = await trySaved(work, returnAddress)
  if (!trial) return notFound('identity-provider')
  await writeAudit(work, 'identity-provider.tried', subjectOf(work), null, { trial })
  return { trial }
}

/** Their account there was made anew: the next time, the verified address links it again. */
export async function freeAccount(work: Work, staffId: string): Promise<null> {
  const staff = await findStaff(work.tx, staffId)
  if (!(await endAccount(work, staff.id))) notFound('provider-account')
  await writeAudit(work, 'identity-provider.account-freed', { entity: 'staff', id: staff.id }, null, {})
  return null
}

const subjectOf = ({ agencyId }: Work, version?: number) => ({ entity: 'agency', id: agencyId, ...(version && { version }) })
