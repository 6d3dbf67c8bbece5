import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ladderQuery } from '../../api/ladder.ts'
import { useSession } from '../../api/session.ts'
import { scorecardQuery } from '../../api/work.ts'
import { AsOf } from '../../parts/AsOf.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useWords } from '../../words/words.ts'
import { Report } from './Report.tsx'
import { Scores } from './Scores.tsx'
import { Stairs } from './Stairs.tsx'
import './ladder.css'

/** The congress's board: the staircase that the law orders, every organ by its demands, and a summary whose figures open. */
export const LadderPage = () => {
  const { ladder: words } = useWords()
  const session = useSession()
  const search = useSearch({ strict: false }) as { readonly knownAt?: string }
  const navigate = useNavigate()
  const ladder = useQuery(ladderQuery(search.knownAt))
  const score = useQuery(scorecardQuery(search.knownAt))
  return (
    <div className='npc'>
      <header className='nh'>
        <h1>{words.title}</h1><span className='hint ell xl'>{words.hint}</span><div className='sp' />
        {ladder.data !== undefined && <AsOf at={ladder.data.asOf} checkpoint={session.versions.checkpoint?.size} today={session.today} value={search.knownAt} onChange={(day) => void navigate({ to: '.', search: day === undefined ? {} : { knownAt: day } })} />}
      </header>
      <div className='nb'>
        <Loaded query={ladder}>{(board) => <Stairs board={board} past={search.knownAt !== undefined} />}</Loaded>
        <div className='under'>
          <section className='pane'><Loaded query={score}>{(card) => <Scores card={card} />}</Loaded></section>
          {ladder.data !== undefined && score.data !== undefined && <Report board={ladder.data} card={score.data} />}
        </div>
      </div>
    </div>
  )
}
