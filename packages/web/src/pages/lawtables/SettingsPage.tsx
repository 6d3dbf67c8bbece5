import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../../api/law.ts'
import type { SettingRow } from '../../api/wire.gen.ts'
import { Loaded } from '../../parts/states.tsx'
import { useText, useWords } from '../../words/words.ts'
import { Frame } from '../rules/Frame.tsx'
import '../rules/rules.css'
import { filtered } from './filtering.ts'
import { Kinds, RuleLinks, Table, useTable } from './Table.tsx'

/** What no source decides, or sources decide differently: what was chosen, why, and what it stands as. Never shown as law. */
export const SettingsPage = () => {
  const settings = useQuery(settingsQuery())
  return <Frame filters><Loaded query={settings}>{(list) => <List settings={list} />}</Loaded></Frame>
}

const List = ({ settings }: { readonly settings: readonly SettingRow[] }) => {
  const { library: { settings: words, count }, number } = useWords()
  const text = useText()
  const { search, go } = useTable()
  const fits = filtered(settings, search.q, (one) => [one.title.zh, one.title.en, one.id, one.reason.zh, one.source].join(' '))
  const shown = fits.filter(({ conflict }) => search.kind === undefined || (search.kind === 'conflict') === conflict)
  const conflicts = fits.filter(({ conflict }) => conflict).length
  const value = (zh: string): string => (zh === 'true' ? words.yes : zh === 'false' ? words.no : words.values[zh] ?? zh)
  return (
    <div className='lone'>
      <section className='pane'>
        <div className='hd'><Kinds kinds={[{ id: undefined, title: words.only.all, count: fits.length }, { id: 'conflict', title: words.only.conflict, count: conflicts }, { id: 'rest', title: words.only.rest, count: fits.length - conflicts }]} chosen={search.kind} onChoose={(kind) => go({ kind })} /><span className='hint ell xl'>{words.hint}</span><div className='sp' /><span className='hint nw' role='status'>{count(number(shown.length), number(settings.length))}</span></div>
        <Table rows={shown} idOf={({ id }) => id} head={[words.what, words.value, words.reason, words.source]} none={words.none}
          cells={(one) => [
            <><b>{text(one.title)}</b><div className='row g6 marks'><span className={one.conflict ? 'chip violet' : 'chip'}>{one.conflict ? words.conflict : words.silent}</span><span className='chip line'>{words.status[one.status] ?? one.status}</span></div><div className='hint mono'>{one.id}</div></>,
            <><b className='blue'>{value(text(one.value))}</b>{one.choices.length > 0 && <ul className='sm mut2 choices'>{one.choices.map((choice) => <li key={choice.source}>{value(text(choice.value))}<small>{choice.source}</small></li>)}</ul>}</>,
            <span className='s13 rsn'>{text(one.reason)}</span>, <><span className='sm mut2'>{one.source}</span>{one.rules.length > 0 && <span className='sm'><RuleLinks rules={one.rules} /></span>}</>,
          ]} />
      </section>
    </div>
  )
}
