// The receiver's code as it is typed: sixteen letters in groups of four. Pure, for the browser too; the secret is made in token.ts.

/** Crockford's alphabet: no I, L, O, U. */
export const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As it was meant, however it was typed: small letters, spaces, O for zero, I or L for one. Null where it cannot be one. */
export function readCode(typed: string): string | null {
  const said = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(said) ? said : null
}

/** `7KQF-93MX-2PLD-QRST`, to be read out and typed. */
export const codeText = (code: string): string => (code.match(/.{4}/g) ?? []).join('-')
