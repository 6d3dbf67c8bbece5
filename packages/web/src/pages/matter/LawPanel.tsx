import type { CalendarDay, Duty } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Ledger } from '../../parts/WhyDate.tsx'

/** The law bound to the selected duty: the ledger of its date, then the words of the provisions. */
export const LawPanel = ({ duty, rules, rulebook, days }: { readonly duty: Duty | undefined; readonly rules: number; readonly rulebook: string; readonly days: readonly CalendarDay[] }) => {
  const { matter: words, day } = useWords()
  const text = useText()
  return (
    <section className='paper law-pp o-law'>
      <div className='hd'><h3>{duty === undefined ? words.law.plain : duty.due === null ? text(duty.ruleTitle) : words.law.title(day.long(duty.due))}</h3><span className='sp' />{duty?.explained.provisional === true && <span className='chip amber'>{words.law.provisional}</span>}</div>
      <div className='bd' tabIndex={0}>
        {duty === undefined
          ? <p className='sm'>{words.law.none}</p>
          : (
            <>
              <Ledger explained={duty.explained} light={duty.light} days={days} />
              {duty.sources.map((source) => (
                <article className='art' key={`${source.law}${source.article}`}>
                  <h4><span title={source.law}>{source.short ?? source.law} {source.article}</span><small>{source.versionDate}</small></h4>
                  <p className='lawtext'>{source.quote}</p>
                </article>
              ))}
            </>
          )}
        <div className='art'><h4>{words.law.rulesHere(rules)}</h4><p className='sm'>{words.law.rulebook(rulebook)}</p></div>
      </div>
    </section>
  )
}
