import { Link } from '@tanstack/react-router'
import { Empty } from '../../parts/states.tsx'
import { paths } from '../../paths.ts'
import { useWords } from '../../words/words.ts'

/** No such page, or nothing that this identity may see there: the answer is the same. */
export const GonePage = () => {
  const { shell } = useWords()
  return <main style={{ display: 'flex', flex: 1, minHeight: '60vh' }}><Empty title={shell.gone.title} icon='search' actions={<Link className='btn s' to={paths.home}>{shell.gone.home}</Link>}>{shell.gone.body}</Empty></main>
}
