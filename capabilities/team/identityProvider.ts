// The directory in which an agency's staff sign in, where it has one of its own. Practice rules only.
import { z } from 'zod'

const domain = z.string().trim().toLowerCase().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Write it like harborview.org.').max(253)
export const passwordsFor = ['everybody', 'administrators'] as const
export const IdentityProviderDetails = z.object({
  issuer: z.url('Write the whole address, beginning with https://.').max(500),
  /** The client id: what the provider calls this connection. */
  connectionId: z.string().trim().min(1, 'Copy it from the provider.').max(300),
  /** Absent: the one kept already. It is sealed and never shown again. */
  secret: z.string().trim().min(1).max(2000).optional(),
  domains: z.array(domain).min(1, 'Name the part of your e-mail addresses after the @.').max(20),
  /** What people here call it; the button says “Continue with …”. */
  label: z.string().trim().min(1, 'Say what people here call it.').max(60),
  /** Who may sign in with a password or passkey besides: administrators always, for the day the provider is down. */
  passwords: z.enum(passwordsFor),
  standing: z.enum(['on', 'off']),
})
export type IdentityProviderDetails = z.infer<typeof IdentityProviderDetails>

export interface IdentityProvider extends Omit<IdentityProviderDetails, 'secret'> {
  version: number
  changedAt: string
  /** When somebody last came in through it; null: nobody yet */
  lastUsedAt: string | null
  /** How many of the staff ever did */
  accounts: number
  lastRefusedAt: string | null
  lastRefusal: string | null
}
export const trials = ['works', 'silent', 'not-a-provider', 'secret-refused'] as const
export type Trial = (typeof trials)[number]
/** Where we stand, as the administrator sees it; the provider is told `returnAddress` beforehand. */
export const TrialRequest = z.object({ returnAddress: z.url().max(500) })

/** Passwords end only after somebody came in through the provider: otherwise nobody but administrators could. */
export const mayEndPasswords = (provider: Pick<IdentityProvider, 'lastUsedAt'> | null): boolean => provider !== null && provider.lastUsedAt !== null
