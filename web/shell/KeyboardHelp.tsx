// The list of keys, for those who never reach for the mouse.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Kbd, Modal, Table } from '@mantine/core'
import type { ReactNode } from 'react'

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const keys: [string[], ReactNode][] = [
    [['Ctrl', 'K'], <Trans>Find a client, a screen, an action</Trans>],
    [['/'], <Trans>Search on this page</Trans>],
    [['j'], <Trans>Next row</Trans>],
    [['k'], <Trans>Row before</Trans>],
    [['Enter'], <Trans>Open the row</Trans>],
    [['Ctrl', 'Enter'], <Trans>Sign and save what you are writing</Trans>],
    [['Esc'], <Trans>Close what is open</Trans>],
    [['?'], <Trans>This list</Trans>],
  ]
  return (
    <Modal opened onClose={onClose} title={t`Keys`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Table>
        <Table.Tbody>
          {keys.map(([combination, does]) => (
            <Table.Tr key={combination.join()}>
              <Table.Th scope="row">{combination.map((key) => <Kbd key={key} mr={4}>{key}</Kbd>)}</Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
