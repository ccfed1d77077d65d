// The core elements of an authorization in the order of the rule, and the statements that the form must make.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Checkbox, Radio, SimpleGrid, Stack, TagsInput } from '@mantine/core'
import { DayField, fieldId, LongTextField, TextField } from '../../../web/design/Form.tsx'
import { dayOf, GivenFields, textOf, type ConsentFields } from './GivenFields.tsx'

export function AuthorizationFields(fields: ConsentFields) {
  return (
    <>
      <WhatFields {...fields} />
      <ListFields {...fields} />
      <EndFields {...fields} />
      <SignerField {...fields} />
      <GivenFields {...fields} />
      <Statements {...fields} />
      <SimpleGrid cols={two}>
        <DayField {...dayOf(fields, 'copyGivenOn')} label={t`Copy given to the signer on`} optional />
        <TextField {...textOf(fields, 'conditions')} label={t`Conditions the client made`} optional />
      </SimpleGrid>
    </>
  )
}

const two = { base: 1, xs: 2 }

function WhatFields(fields: ConsentFields) {
  const apart = t`So that anybody could tell it apart: kinds of records, from when to when.`
  const example = t`Office notes and imaging of the back since 3 February 2026`
  return (
    <>
      <LongTextField
        {...textOf(fields, 'information')}
        label={t`1. Which information may be shared?`}
        description={apart}
        placeholder={example}
      />
      <SimpleGrid cols={two}>
        <DayField {...dayOf(fields, 'informationFrom')} label={t`Information from`} optional />
        <DayField {...dayOf(fields, 'informationUntil')} label={t`Information until`} optional />
      </SimpleGrid>
      <TextField {...textOf(fields, 'discloser')} label={t`2. Who may share it?`} placeholder={t`Coastal Orthopedics`} />
    </>
  )
}

function ListFields({ consent, change }: ConsentFields) {
  const offered = [t`At my request`, t`Coordinating care and services`, t`Return to work`, t`Applying for benefits`]
  return (
    <>
      <TagsInput
        id={fieldId('recipients')}
        label={t`3. To whom?`}
        description={t`Press Enter after each`}
        value={consent.recipients}
        onChange={(recipients) => change({ recipients })}
        acceptValueOnBlur
        aria-required
      />
      <TagsInput
        id={fieldId('purposes')}
        label={t`4. For which purposes?`}
        description={t`Press Enter after each. “At my request” is enough when the client starts it.`}
        data={offered}
        value={consent.purposes}
        onChange={(purposes) => change({ purposes })}
        acceptValueOnBlur
        aria-required
      />
    </>
  )
}

function EndFields(fields: ConsentFields) {
  const about = t`Something about the client or the purpose`
  return (
    <SimpleGrid cols={two}>
      <DayField {...dayOf(fields, 'expiresOn')} label={t`5. Ends on`} description={t`A day, or the event beside it`} />
      <TextField
        {...textOf(fields, 'expiresEvent')}
        label={t`or when`}
        optional
        description={about}
        placeholder={t`the case closes`}
      />
    </SimpleGrid>
  )
}

function SignerField({ consent, change }: ConsentFields) {
  const pick = (value: string) => change({ grantorCapacity: value === 'representative' ? value : 'client' })
  return (
    <Radio.Group label={t`6. Who signs?`} value={consent.grantorCapacity} onChange={pick}>
      <Stack gap={6} mt={6}>
        <Radio value="client" label={t`The client`} />
        <Radio value="representative" label={t`A representative of the client`} />
      </Stack>
    </Radio.Group>
  )
}

function Statements(fields: ConsentFields) {
  const { consent, change } = fields
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <Trans>The signed form says that…</Trans>
      </legend>
      <Stack gap={8} mt={8}>
        <Checkbox
          label={t`it can be revoked, and how`}
          checked={consent.statesRightToRevoke}
          onChange={(event) => change({ statesRightToRevoke: event.currentTarget.checked })}
        />
        <Checkbox
          label={t`services do not depend on signing, or what follows from not signing`}
          checked={consent.statesConditioning}
          onChange={(event) => change({ statesConditioning: event.currentTarget.checked })}
        />
        <Checkbox
          label={t`whoever receives it may share it further`}
          checked={consent.statesRedisclosure}
          onChange={(event) => change({ statesRedisclosure: event.currentTarget.checked })}
        />
        <TextField {...textOf(fields, 'statementsVersion')} label={t`Version of the form`} />
      </Stack>
    </fieldset>
  )
}
