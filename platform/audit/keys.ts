// The keys of the audit, in one file outside the database that only its owner can read: one signs checkpoints, one vouches for what is not sealed yet.
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { readVerifierKey, verifierKeyText, type Signer, type VerifierKey } from './checkpoint.ts'

export interface MacKey {
  id: string
  key: Buffer
}
/** The newest key of each kind is last. Old ones stay: what they vouched for is still verified. */
export interface Keyring {
  /** Names this installation in the origin of its checkpoints. */
  deployment: string
  macs: MacKey[]
  signers: Signer[]
}
interface KeyFile {
  deployment: string
  macs: string[]
  signers: string[]
}

const privatePem = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const withAnotherKey = ({ deployment, macs, signers }: KeyFile): KeyFile => ({
  deployment,
  macs: [...macs, randomBytes(32).toString('hex')],
  signers: [...signers, privatePem()],
})
const firstKeys = (): KeyFile => withAnotherKey({ deployment: randomBytes(4).toString('hex'), macs: [], signers: [] })

function keyringOf({ deployment, macs, signers }: KeyFile): Keyring {
  return {
    deployment,
    macs: macs.map((hex) => {
      const key = Buffer.from(hex, 'hex')
      return { key, id: createHash('sha256').update(key).digest('hex').slice(0, 8) }
    }),
    signers: signers.map((pem) => ({ name: `continuum/${deployment}`, privateKey: createPrivateKey(pem) })),
  }
}

export const newKeyring = (): Keyring => keyringOf(firstKeys())

/** Reads the keys, making them on first use. Written beside and linked, so that of two first uses one wins and no half file is read. */
export function openKeyring(file: string): Keyring {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    const beside = written(file, firstKeys())
    try {
      linkSync(beside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(beside, { force: true })
    }
  }
  chmodSync(file, 0o600)
  return keyringOf(JSON.parse(readFileSync(file, 'utf8')))
}

/** Adds a key of each kind. The next checkpoint of each agency is signed by the old key too, so that whoever trusts it can follow. */
export function rotateKeys(file: string): Keyring {
  const keys: KeyFile = JSON.parse(readFileSync(file, 'utf8'))
  renameSync(written(file, withAnotherKey(keys)), file)
  return openKeyring(file)
}

function written(file: string, keys: KeyFile): string {
  const beside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(beside, JSON.stringify(keys, null, 2) + '\n', { mode: 0o600 })
  return beside
}

export const originOf = ({ deployment }: Pick<Keyring, 'deployment'>, agencyId: string): string =>
  `continuum/${deployment}/audit/${agencyId}`
export const trustedOf = ({ signers }: Keyring): VerifierKey[] => signers.map((each) => readVerifierKey(verifierKeyText(each)))
