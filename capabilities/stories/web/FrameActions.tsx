// What the top bar offers on a client's page: which of several cases is in view, and printing.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import { useSearchParam } from '../../../web/address.ts'
import type { Chart } from './chart.ts'
import { statusWords } from './words.ts'

export function FrameActions({ chart }: { chart: Chart }) {
  const [, setCase] = useSearchParam('case')
  const options = chart.cases.map(({ id, number, programName, status }) => ({ value: id, label: `${programName} ${number} · ${statusWords(status)}` }))
  return (
    <>
      {options.length > 1 && <Select aria-label={t`Case in view`} data={options} value={chart.inView?.id ?? null} allowDeselect={false} onChange={setCase} w={260} />}
      <Button variant="default" visibleFrom="sm" onClick={() => window.print()}><Trans>Print</Trans></Button>
    </>
  )
}
