// What a backup is made of: every file with its size and SHA-256, written last, so that a backup without it was never finished.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, readlink, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'

const Entry = z.object({ path: z.string(), sizeBytes: z.number(), sha256: z.string() })
export type Entry = z.infer<typeof Entry>
export const Manifest = z.object({
  format: z.literal('continuum-backup-1'),
  startedAt: z.string(),
  /** The earliest instant this backup can be restored to. */
  finishedAt: z.string(),
  postgres: z.string(),
  startSegment: z.string(),
  stopSegment: z.string(),
  /** Key files of the installation that were left out on purpose and are kept elsewhere. */
  leftOut: z.array(z.string()),
  files: z.array(Entry),
})
export type Manifest = z.infer<typeof Manifest>

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Copies one file to disk and answers its entry; null when it went away meanwhile, as the server's files may. */
export async function copyFile(from: string, to: string, path: string): Promise<Entry | null> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const digest = createHash('sha256')
  let sizeBytes = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      digest.update(chunk)
      sizeBytes += chunk.length
      yield chunk
    }
  }
  try {
    await stat(from)
    await pipeline(createReadStream(from), counted, createWriteStream(to, { mode: 0o600 }))
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
  return { path, sizeBytes, sha256: digest.digest('hex') }
}

/** Every file under `from` that `wanted` accepts by its path, copied under `to`; folders are made even when nothing in them is wanted. */
export async function copyTree(from: string, to: string, under: string, wanted: (path: string) => boolean): Promise<Entry[]> {
  const entries: Entry[] = []
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const found of await readdir(from, { withFileTypes: true }).catch(() => [])) {
    const path = under ? `${under}/${found.name}` : found.name
    const [source, target] = [join(from, found.name), join(to, found.name)]
    if (found.isDirectory() && wanted(`${path}/`)) entries.push(...(await copyTree(source, target, path, wanted)))
    else if (found.isFile() && wanted(path))
      entries.push(...[await copyFile(source, target, path)].filter((each) => each !== null))
    else if (found.isSymbolicLink() && wanted(path)) await symlink(await readlink(source), target)
  }
  return entries
}

/** One flush for thousands of files: file by file it takes a hundred times longer. */
export function flushToDisk(): void {
  if (process.platform !== 'win32') spawnSync('sync')
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  flushToDisk()
  const file = await open(join(folder, 'manifest.json'), 'wx', 0o600)
  await file.writeFile(JSON.stringify(manifest, null, 1) + '\n')
  await file.sync()
  await file.close()
}

export async function readManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  return text === null ? null : Manifest.parse(JSON.parse(text))
}

/** Paths of files that are missing or are not what was backed up. */
export async function damaged(folder: string, manifest: Manifest): Promise<string[]> {
  const wrong: string[] = []
  for (const { path, sha256 } of manifest.files) {
    const digest = createHash('sha256')
    const intact = await pipeline(createReadStream(join(folder, path)), digest).then(
      () => digest.digest('hex') === sha256,
      () => false,
    )
    if (!intact) wrong.push(path)
  }
  return wrong
}
