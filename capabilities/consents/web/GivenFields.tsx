// How a consent was given: by whom, how, when, in which language, and who interpreted or witnessed.
import { t } from '@lingui/core/macro'
import { SimpleGrid } from '@mantine/core'
import type { Problem } from '../../../web/api.ts'
import { ChoiceField, DayField, TextField } from '../../../web/design/Form.tsx'
import { languageOptions } from '../../clients/web/PersonFields.tsx'
import type { ConsentContent } from '../consent.ts'
import { methodWords } from './consentWords.ts'

export interface ConsentFields {
  consent: ConsentContent
  change: (more: Partial<ConsentContent>) => void
  problem: Problem | null
}

type TextKey =
  | 'grantorName'
  | 'authority'
  | 'discloser'
  | 'information'
  | 'expiresEvent'
  | 'witness'
  | 'interpreter'
  | 'statementsVersion'
  | 'conditions'
type DayKey = 'informationFrom' | 'informationUntil' | 'effectiveOn' | 'expiresOn' | 'signedOn' | 'copyGivenOn'

export const textOf = ({ consent, change, problem }: ConsentFields, path: TextKey) => ({
  path,
  problem,
  value: consent[path],
  autoComplete: 'off',
  onChange: (event: { currentTarget: { value: string } }) => change({ [path]: event.currentTarget.value }),
})
export const dayOf = ({ consent, change, problem }: ConsentFields, path: DayKey) => ({
  path,
  problem,
  value: consent[path] ?? '',
  onChange: (event: { currentTarget: { value: string } }) => change({ [path]: event.currentTarget.value || null }),
})

const ways = (kind: ConsentContent['kind']): NonNullable<ConsentContent['method']>[] => {
  if (kind === 'hipaa_authorization') return ['written', 'electronic']
  return kind === 'role_disclosure' || kind === 'rights_notice' || kind === 'program_optout_notice'
    ? ['given', 'mailed', 'verbal', 'electronic']
    : ['written', 'electronic', 'verbal']
}

export function GivenFields(fields: ConsentFields) {
  const { consent, change, problem } = fields
  const { kind } = consent
  const byOther = consent.grantorCapacity !== 'client'
  const told = kind === 'role_disclosure' || kind === 'rights_notice' || kind === 'program_optout_notice'
  const dated = told ? t`Given on` : kind === 'court_order' || kind === 'statutory_assignment' ? t`Dated` : t`Signed or said on`
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField {...textOf(fields, 'grantorName')} label={whoWords(kind, told)} />
        {byOther && <TextField {...textOf(fields, 'authority')} label={authorityLabel(kind)} />}
        <ChoiceField
          path="method"
          label={t`How?`}
          data={ways(kind).map((value) => ({ value, label: methodWords(value) }))}
          value={consent.method}
          onChange={(picked) => change({ method: ways(kind).find((each) => each === picked) ?? null })}
          problem={problem}
        />
        <DayField {...dayOf(fields, 'signedOn')} label={dated} />
        <ChoiceField
          path="language"
          label={t`Explained in`}
          searchable
          data={languageOptions(consent.language)}
          value={consent.language}
          onChange={(language) => change({ language })}
          problem={problem}
        />
        <TextField
          {...textOf(fields, 'interpreter')}
          label={t`Interpreter`}
          optional
          placeholder={t`Name or number, such as V-2213`}
        />
        {consent.method === 'verbal' && <TextField {...textOf(fields, 'witness')} label={t`Who heard it?`} />}
        {told && (
          <TextField {...textOf(fields, 'statementsVersion')} label={t`Which version of the notice?`} placeholder="2026-01" />
        )}
      </SimpleGrid>
    </>
  )
}

function whoWords(kind: ConsentContent['kind'], told: boolean): string {
  if (told) return t`Who was told?`
  if (kind === 'court_order') return t`Which court?`
  return kind === 'statutory_assignment' ? t`Who assigned it?` : t`Who agrees?`
}

function authorityLabel(kind: ConsentContent['kind']): string {
  if (kind === 'court_order') return t`Number of the order`
  return kind === 'statutory_assignment' ? t`Which law or claim?` : t`By what authority?`
}
