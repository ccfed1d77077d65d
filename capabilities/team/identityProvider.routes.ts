// The HTTP surface of the agency's identity provider, for administrators. Signing in through it is platform/access/provider.
import { z } from 'zod'
import { change, read, write, type Route } from '../../platform/capability.ts'
import { freeAccount, nameIdentityProvider, theIdentityProvider, tryIdentityProvider } from './identityProvider.actions.ts'
import { IdentityProviderDetails, TrialRequest } from './identityProvider.ts'

export const identityProviderRoutes: Route[] = [
  read('/agency/identity-provider', 'manage-agency', theIdentityProvider, { summary: 'Where staff sign in with an account of their own directory' }),
  change('/agency/identity-provider', 'manage-agency', IdentityProviderDetails, nameIdentityProvider, { secret: 'body', summary: 'Name it or change it; If-Match 0 the first time' }),
  write('/agency/identity-provider/trials', 'manage-agency', TrialRequest, tryIdentityProvider, { summary: 'Ask the provider whether the connection works' }),
  write('/staff/:staffId/provider-account/ending', 'manage-team', z.object({}), (work, _, { staffId }) => freeAccount(work, staffId), { summary: 'Let a colleague link another account of the provider' }),
]
