// What is looked for: words or a need, near which ZIP code, and what must be so.
import { Trans } from '@lingui/react/macro'
import { t } from '@lingui/core/macro'
import { Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { ChipButton, Chips } from '../../../web/design/Chip.tsx'
import { languageWords } from '../../../web/words.ts'
import classes from './directory.module.css'
import type { Question } from './question.ts'

export interface OfferedChoices {
  needs: { id: string; name: string; parentId: string | null }[]
  languages: string[]
  payers: string[]
  entries: number
}

/** What the client's record adds to the conditions: who pays, where some service says that it takes that. */
export interface UsualPayer { name: string; value: string }

export function SearchForm({ question, change, choices, payer }: Part & { choices: OfferedChoices | undefined; payer: UsualPayer | null }) {
  return (
    <div className={classes.form} role="search">
      <TextInput
        data-page-search type="search" size="md" className={classes.words} label={t`What is needed`} placeholder={t`food, rent, a dentist, the name of a place`} leftSection={<IconSearch size={18} aria-hidden />}
        value={question.words} onChange={(event) => change({ words: event.currentTarget.value })} maxLength={200}
      />
      <Select
        size="md" label={t`Need`} placeholder={t`any`} clearable searchable data={(choices?.needs ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={question.need} onChange={(need) => change({ need })} nothingFoundMessage={t`Nothing is called so`} clearButtonProps={{ 'aria-label': t`Any need` }}
      />
      <TextInput size="md" label={t`Near ZIP code`} inputMode="numeric" maxLength={5} value={question.zip} onChange={(event) => change({ zip: event.currentTarget.value })} />
      <Select
        size="md" label={t`Within`} allowDeselect={false} value={question.withinMiles} onChange={(withinMiles) => change({ withinMiles: withinMiles ?? '25' })}
        data={[...['2', '5', '10', '25', '50', '100'].map((miles) => ({ value: miles, label: t`${miles} miles` })), { value: '', label: t`any distance` }]}
      />
      <Filters question={question} change={change} payer={payer} />
      <details className={classes.more}>
        <summary><Trans>More: language, payer, a certain day</Trans></summary>
        <MoreFilters question={question} change={change} choices={choices} />
      </details>
    </div>
  )
}

type Part = { question: Question; change: (changes: Partial<Question>) => void }

function Filters({ question, change, payer }: Part & { payer: UsualPayer | null }) {
  const toggle = (name: 'openNow' | 'free' | 'wheelchair' | 'withRoom' | 'fresh' | 'eligible') => ({ pressed: question[name], onClick: () => change({ [name]: !question[name] }) })
  return (
    <div className={classes.filters}>
      <Chips label={t`Only what is`}>
        {payer && <ChipButton pressed={question.payer === payer.value} onClick={() => change({ payer: question.payer === payer.value ? null : payer.value })}><Trans>Accepts {payer.name}, or is free</Trans></ChipButton>}
        <ChipButton {...toggle('openNow')}><Trans>Open now</Trans></ChipButton>
        <ChipButton {...toggle('free')}><Trans>Free</Trans></ChipButton>
        <ChipButton {...toggle('wheelchair')}><Trans>Wheelchair access</Trans></ChipButton>
        <ChipButton {...toggle('withRoom')}><Trans>Has room</Trans></ChipButton>
        <ChipButton {...toggle('fresh')}><Trans>Verified in 180 days</Trans></ChipButton>
        <ChipButton {...toggle('eligible')}><Trans>Serves this client</Trans></ChipButton>
      </Chips>
    </div>
  )
}

function MoreFilters({ question, change, choices }: Part & { choices: OfferedChoices | undefined }) {
  return (
    <div className={classes.form}>
      <Select
        label={t`Speaks`} placeholder={t`any`} clearable searchable data={(choices?.languages ?? []).map((tag) => ({ value: tag, label: languageWords(tag) }))}
        value={question.language} onChange={(language) => change({ language })} clearButtonProps={{ 'aria-label': t`Any language` }}
      />
      <Select
        label={t`Accepts, or is free`} placeholder={t`any`} clearable searchable data={choices?.payers ?? []} value={question.payer} onChange={(payer) => change({ payer })} clearButtonProps={{ 'aria-label': t`Any payer` }}
      />
      <TextInput label={t`Open on`} type="date" value={question.openDay} onChange={(event) => change({ openDay: event.currentTarget.value, openNow: false })} />
      <TextInput label={t`at`} type="time" value={question.openTime} onChange={(event) => change({ openTime: event.currentTarget.value, openNow: false })} />
    </div>
  )
}
