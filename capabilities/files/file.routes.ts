// The HTTP surface of files: add to a case or a client, list, download, mark as entered in error.
import { read, upload, write, type Route } from '../../platform/capability.ts'
import { filesOfCase, filesOfClient } from '../../platform/files/record.ts'
import { addFileToCase, addFileToClient, downloadFile, markEnteredInError, Voiding } from './file.actions.ts'

export const fileRoutes: Route[] = [
  read('/cases/:caseId/files', 'read-case', ({ tx, caseId }) => filesOfCase(tx, caseId)),
  read('/clients/:clientId/files', 'read-clients', ({ tx, clientId }) => filesOfClient(tx, clientId)),
  upload('/cases/:caseId/files', 'write-case', addFileToCase, { summary: 'Add a file to a case: PDF, picture, Word, Excel, text, CSV' }),
  upload('/clients/:clientId/files', 'write-clients', addFileToClient),
  read('/files/:fileId', 'read-clients', (work, _, { fileId }) => downloadFile(work, fileId), { summary: 'Download' }),
  write('/files/:fileId/void', 'write-clients', Voiding, (work, voiding, { fileId }) => markEnteredInError(work, fileId, voiding)),
]
