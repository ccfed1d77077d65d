// The sentences about an identity provider: what a trial showed, and why somebody could not come in.
import { t } from '@lingui/core/macro'
import type { Trial } from '../identityProvider.ts'

export function trialWords(trial: Trial): string {
  const words: Record<Trial, string> = {
    works: t`The provider answers and takes the secret. Now sign in through it once yourself.`,
    silent: t`Nothing answers there. Check the issuer, and that this server may reach it.`,
    'not-a-provider': t`Something answers, but not as the provider it should be. Check the issuer letter by letter.`,
    'secret-refused': t`The provider does not know this client ID with this secret.`,
  }
  return words[trial]
}

/** A code of the server, with a detail for whoever runs the directory. */
export function refusalWords(refusal: string): string {
  const [code = '', detail] = refusal.split(' ')
  const words: Record<string, string> = {
    unverified: t`the provider did not say that the e-mail address is verified`,
    'other-domain': t`an address of another domain`,
    nobody: t`an address under which nobody works here`,
    'another-account': t`a second account of a colleague who has one`,
    'provider-refused': t`the provider said no, or its answer was not right`,
  }
  return detail ? `${words[code] ?? code} (${detail})` : (words[code] ?? code)
}
