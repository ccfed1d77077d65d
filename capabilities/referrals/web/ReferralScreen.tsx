// One referral: who, from whom, why; what is missing; the decision with its reason; the reply to the source; everything that happened.
import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useParam, useSearchParam } from '../../../web/address.ts'
import { Card } from '../../../web/design/Card.tsx'
import { Chip, Chips, type ChipTone } from '../../../web/design/Chip.tsx'
import { DateText } from '../../../web/design/DateText.tsx'
import { GoTo } from '../../../web/design/GoTo.tsx'
import { Reading } from '../../../web/design/Reading.tsx'
import { Screen } from '../../../web/design/Screen.tsx'
import { useMay } from '../../../web/me.tsx'
import { useRead } from '../../../web/reads.ts'
import { languageWords } from '../../../web/words.ts'
import type { Referral, ReferralPage } from '../page.ts'
import { isOpen } from '../referral.ts'
import { DecisionCard } from './DecisionCard.tsx'
import { EditFacts } from './EditFacts.tsx'
import { FactsCard } from './FactsCard.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { OutcomeCard } from './OutcomeCard.tsx'
import { PrefillCard } from './PrefillCard.tsx'
import { ReplyCard } from './ReplyCard.tsx'
import { agoWords, channelWords, dangerWords, fromWords, safeContactWords, statusWords, urgencyWords } from './referralWords.ts'

export default function ReferralScreen() {
  const referralId = useParam('referralId')
  const page = useRead<ReferralPage>(`/referrals/${referralId}`)
  if (!page.data)
    return (
      <Screen title={t`Referral`}>
        <Card>
          <Reading of={page} lines={8}>
            {() => null}
          </Reading>
        </Card>
      </Screen>
    )
  return <Shown page={page.data} />
}

function Shown({ page }: { page: ReferralPage }) {
  const may = useMay()
  const [edit, setEdit] = useSearchParam('edit')
  const { referral, name, ageDays } = page
  const open = isOpen(referral.status)
  const writes = may('write-referrals')
  const lead = (
    <>
      {fromWords(referral.facts.source)} · {channelWords()[referral.facts.channel]} · <DateText day={referral.facts.receivedOn} />{' '}
      ({agoWords(ageDays)})
    </>
  )
  const actions = (
    <GoTo href="/referrals">
      <Trans>All referrals</Trans>
    </GoTo>
  )
  const aside = (
    <>
      {open && <MissingCard page={page} />}
      <ReplyCard page={page} writes={writes} />
      <HistoryCard steps={page.steps} />
    </>
  )
  return (
    <Screen title={name} lead={lead} actions={actions} aside={aside}>
      <Labels referral={referral} program={page.program?.name ?? null} />
      {edit && writes && open ? (
        <EditFacts page={page} first={edit} onDone={() => setEdit(null)} />
      ) : (
        <>
          {open ? writes && <DecisionCard page={page} /> : <OutcomeCard page={page} />}
          {page.bundle && <PrefillCard referralId={referral.id} bundle={page.bundle} writes={writes && open} />}
          <FactsCard
            page={page}
            action={
              writes &&
              open && (
                <Button variant="default" size="compact-sm" onClick={() => setEdit('all')}>
                  <Trans>Correct</Trans>
                </Button>
              )
            }
          />
        </>
      )}
    </Screen>
  )
}

function Labels({ referral: { status, facts }, program }: { referral: Referral; program: string | null }) {
  const { person, urgency, danger, safeContact } = facts
  const urgencyTone: ChipTone = urgency === 'urgent-safety' ? 'late' : urgency === 'soon' ? 'today' : 'plain'
  return (
    <Chips label={t`At a glance`}>
      <Chip tone="brand">{statusWords()[status]}</Chip>
      {urgency && <Chip tone={urgencyTone}>{danger ? dangerWords()[danger] : urgencyWords()[urgency]}</Chip>}
      {person.spokenLanguage && !person.spokenLanguage.startsWith('en') && (
        <Chip tone="language">
          {languageWords(person.spokenLanguage)}
          {person.interpreter === 'needed' && <Trans> · interpreter needed</Trans>}
        </Chip>
      )}
      <Chip tone={safeContact === 'no-restriction' ? 'plain' : 'today'}>
        {t`Safe contact`}: {safeContactWords()[safeContact].toLocaleLowerCase()}
      </Chip>
      {program && <Chip>{program}</Chip>}
    </Chips>
  )
}

function MissingCard({ page: { missing } }: { page: ReferralPage }) {
  if (missing.length === 0)
    return (
      <Card padded title={<Trans>Ready to accept</Trans>}>
        <p className="soft">
          <Trans>Everything a case needs to begin is written down.</Trans>
        </p>
      </Card>
    )
  return (
    <Card padded title={<Trans>Missing before it can be accepted</Trans>}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {missing.map(({ code, message, href }) => (
          <li key={code}>
            <GoTo href={href}>{message}</GoTo>
          </li>
        ))}
      </ul>
    </Card>
  )
}
