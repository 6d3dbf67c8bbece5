import { useSearch } from '@tanstack/react-router'
import { useWords } from '../../words/words.ts'
import { ClueDesk } from './ClueDesk.tsx'
import '../model/model.css'

/** Clues of every model in one queue. */
export const CluesPage = () => {
  const { clues: words } = useWords()
  const search = useSearch({ strict: false }) as { readonly clue?: string }
  return <><header className='ldh'><h1>{words.title}</h1><span className='hint'>{words.decide.only}</span></header><ClueDesk wanted={search.clue} /></>
}
