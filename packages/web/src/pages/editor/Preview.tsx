import type { PaperPreview } from '../../api/wire.gen.ts'
import { useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import './editor.css'

/** A page as the server set it. An image runs no script, whatever the document holds. */
const address = (svg: string): string => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** The pages of a paper, one under the other. */
export const Pages = ({ pages, stale = false, dim }: { readonly pages: readonly string[]; readonly stale?: boolean; readonly dim?: string }) => {
  const { editor: words } = useWords()
  return (
    <div className={stale ? 'sheets stale' : 'sheets'} aria-busy={stale}>
      {pages.map((page, i) => (
        <div className='a4' key={i}>
          {i === 0 && dim !== undefined && <span className='dim'>{dim}</span>}
          <img src={address(page)} alt={words.view.pageLabel(i + 1)} width={794} height={1123} />
        </div>
      ))}
    </div>
  )
}

/** The paper as it would be printed, with tinted data words and the measured geometry. */
export const Preview = ({ preview, stale, failed, proof, onProof }: { readonly preview: PaperPreview | undefined; readonly stale: boolean; readonly failed: boolean; readonly proof: boolean; readonly onProof: (proof: boolean) => void }) => {
  const { editor: words } = useWords()
  const geometry = preview?.geometry
  return (
    <section className='pv' aria-label={words.view.style}>
      <div className='pvb'>
        <div className='seg' role='group' style={{ height: 28 }}>
          <button type='button' className={proof ? 'on' : undefined} aria-pressed={proof} onClick={() => onProof(true)}>{words.view.proof}</button>
          <button type='button' className={proof ? undefined : 'on'} aria-pressed={!proof} onClick={() => onProof(false)}>{words.view.clean}</button>
        </div>
        {proof && <><span className='lg'><i className='u1' />{words.view.party}</span><span className='lg'><i className='u2' />{words.view.time}</span><span className='lg'><i className='u3' />{words.view.demand}</span><span className='xl'>{words.view.tinted}</span></>}
        <span className='sp' />
        {geometry !== undefined && <span className='row g4'>{words.view.geometry(geometry.lines, geometry.columns)}<span className='green'><Icon name='check' size={12} /></span></span>}
        {preview !== undefined && <span>{words.view.page(1, preview.pages.length)}</span>}
      </div>
      {preview === undefined
        ? <p className='blank' role='status'>{failed ? words.view.failed : words.view.loading}</p>
        : <Pages pages={preview.pages} stale={stale} {...(proof && geometry !== undefined ? { dim: words.view.margins(geometry.topMm, geometry.leftMm, geometry.widthMm, geometry.heightMm) } : {})} />}
    </section>
  )
}
