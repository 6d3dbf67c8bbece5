import { useQuery } from '@tanstack/react-query'
import type { Matter } from '../../api/wire.gen.ts'
import { paperPagesQuery } from '../../api/papers.ts'
import { useWords } from '../../words/words.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { Mark } from '../../parts/Light.tsx'
import { Pages } from '../editor/Preview.tsx'

/** The paper as served: beside the answers on a wide screen, in a drawer on a narrow one. */
export const PaperPane = ({ matter, open, onClose }: { readonly matter: Matter; readonly open: boolean; readonly onClose: () => void }) => {
  const { liaison: words } = useWords()
  const instrument = matter.instruments.findLast((one) => one.file !== null) ?? matter.instruments.at(-1)
  const pages = useQuery(paperPagesQuery(matter, instrument))
  const body = pages.data === undefined || pages.data.length === 0 ? <p className='blank'>{pages.isPending && instrument !== undefined ? words.paper.loading : words.paper.none}</p> : <Pages pages={pages.data} />
  const checked = pages.data !== undefined && pages.data.length > 0 && <span className='chip green'><Mark light='done' size={11} />{words.paper.checked}</span>
  return (
    <>
      <section className='pane lpaper'><div className='hd'><h2>{words.paper.title}</h2>{checked}<div className='sp' /></div><div className='bd np grow' style={{ background: 'var(--bg)', display: 'flex', flexDirection: 'column' }}>{body}</div></section>
      {open && <Drawer title={words.paper.title} onClose={onClose} wide>{body}</Drawer>}
    </>
  )
}
