import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ruleQuery } from '../../api/law.ts'
import type { RuleRow } from '../../api/wire.gen.ts'
import { Icon } from '../../parts/Icon.tsx'
import { Notice } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useText, useWords } from '../../words/words.ts'
import { Provision } from './Provision.tsx'
import { Said } from './Said.tsx'
import { Sentence } from './Sentence.tsx'

/** The chosen rule beside the list: its sentence, what it starts with, its provision. */
export const Preview = ({ row, words: marks }: { readonly row: RuleRow; readonly words: readonly string[] }) => {
  const { library: words } = useWords()
  const text = useText()
  const rule = useQuery(ruleQuery(row.id)).data
  const whole = rule?.id === row.id ? rule : undefined
  const now = whole?.wordings.find(({ current }) => current)
  return (
    <>
      <header className='row'><h2 className='ell'>{text(row.title)}</h2><div className='sp' /><Link className='btn s' to={paths.rule} params={{ id: row.id }}>{words.openRule}<Icon name='right' size={12} /></Link></header>
      {row.weak && <Notice kind='amber' mark={<Icon name='warn' size={15} />} title={row.confidence === 'unverified' ? words.unverifiedTitle : words.mediumTitle}>{words.mediumBody}</Notice>}
      <Sentence rule={row} consequence={whole?.consequence ?? null} />
      {whole !== undefined && <dl className='facts'>
        <dt>{words.facts.trigger}</dt><dd><Said text={text(whole.trigger)} /></dd>
        {whole.approval !== null && <><dt>{words.facts.approval}</dt><dd>{text(whole.approval.text)}</dd></>}
        {now !== undefined && now.variants.length > 0 && <><dt>{words.facts.variants}</dt><dd>{now.variants.map((variant) => <span key={variant.id} className='blk'>{text(variant.when)} <b>{text(variant.period)}</b></span>)}</dd></>}
        {now?.extension != null && <><dt>{words.facts.extension}</dt><dd>{text(now.extension.condition)} {now.extension.length === null ? words.facts.ownLength : <b>{text(now.extension.length)}</b>}</dd></>}
        {whole.uses.length > 0 && <><dt>{words.uses}</dt><dd>{whole.uses.slice(0, 4).map(({ procedure }) => <Link key={procedure.id} className='blk' to={paths.lawProcedure} params={{ id: procedure.id }}>{text(procedure.title)}</Link>)}{whole.uses.length > 4 && <span className='mut'>{words.usesMore(whole.uses.length)}</span>}</dd></>}
      </dl>}
      {now?.sources.map((source) => <Provision key={`${source.law}${source.article}`} source={source} marks={marks} />)}
    </>
  )
}
