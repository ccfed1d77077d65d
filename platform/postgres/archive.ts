// The archive of the write-ahead log: where the embedded server keeps each finished segment, once a backup has named a place for it.
import { chmodSync, chownSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { mayEnter, type Identity } from './identity.ts'

/** A link in the data folder; PostgreSQL runs its archive command there. */
export const archiveLink = 'continuum_archive'

/**
 * Without a link nothing is archived. With one, a segment is compressed beside its final name, written to disk and renamed; while the
 * place cannot be reached the command fails, and PostgreSQL keeps the segment and tries again.
 */
export const archiveSettings: Record<string, string> =
  process.platform === 'win32'
    ? {}
    : {
        archive_mode: 'on',
        archive_command: `test ! -L ${archiveLink} || test -f ${archiveLink}/%f.gz || { gzip -1 -c %p > ${archiveLink}/%f.new && sync ${archiveLink}/%f.new && mv ${archiveLink}/%f.new ${archiveLink}/%f.gz; }`,
      }

/** Says why not when PostgreSQL's user cannot write there. */
export function keepLogIn(folder: string, data: string, identity: Identity | undefined): string | null {
  if (process.platform === 'win32') return 'On Windows the log is not kept continuously: back up more often.'
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!mayEnter(join(folder, '..'), identity))
    return `The user that runs PostgreSQL may not enter ${folder}, so only whole backups are kept there, not the log between them.`
  if (identity) chownSync(folder, identity.uid, identity.gid)
  chmodSync(folder, 0o700)
  const link = join(data, archiveLink)
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link)
  symlinkSync(folder, link)
  return null
}
