// The second factor: time-based codes (RFC 6238); each code is accepted once.
import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30
const totpOf = (secret: string, label = '', issuer = 'Continuum') =>
  new TOTP({ issuer, label, algorithm: 'SHA1', digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) })

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32
export const totpUri = (secret: string, email: string, agency: string): string =>
  totpOf(secret, email, `Continuum ${agency}`).toString()

/** The time step that the code belongs to, one step of drift either way; null when it is wrong. */
export function totpStep(secret: string, code: string, at = Date.now()): number | null {
  const delta = totpOf(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp: at, window: 1 })
  return delta === null ? null : Math.floor(at / 1000 / periodSeconds) + delta
}
