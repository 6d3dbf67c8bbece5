import { useState } from 'react'
import type { Source } from '../api/wire.gen.ts'
import { useWords } from '../words/words.ts'
import { Drawer } from './Drawer.tsx'

/** 《short name》第n条, on paper. With its sources it opens the article at the side; the context menu copies the citation. */
export const LawChip = ({ children, sources }: { readonly children: string; readonly sources?: readonly Source[] }) => {
  const [open, setOpen] = useState(false)
  if (sources === undefined || sources.length === 0) return <span className='law' title={children}>{children}</span>
  const cite = sources.map((source) => `${source.law}${source.documentNo === null ? '' : `（${source.documentNo}）`}${source.article}`).join('；')
  return (
    <>
      <button type='button' className='law' title={cite} onClick={() => setOpen(true)} onContextMenu={(event) => { event.preventDefault(); void navigator.clipboard?.writeText(cite) }}>{children}</button>
      {open && <Drawer title={children} onClose={() => setOpen(false)}><Articles sources={sources} /></Drawer>}
    </>
  )
}

/** The words of the provisions themselves, verbatim, with the version and where they were read; `marks` are sentences to point out. */
export const Articles = ({ sources, marks = [] }: { readonly sources: readonly Source[]; readonly marks?: readonly string[] }) => {
  const { why } = useWords()
  return (
    <div className='articles'>
      {sources.map((source) => (
        <article key={`${source.law}${source.article}`} className='paper'>
          <header><h3>{source.law} {source.article}</h3><span>{source.versionDate}</span></header>
          <p className='lawtext'>{marked(source.quote, marks)}</p>
          <footer>{source.documentNo !== null && <span>{source.documentNo}</span>}<span>{why.confidence} {source.readAt}</span></footer>
        </article>
      ))}
    </div>
  )
}

/** Marks every one of `marks` where it stands in the quotation. */
export const marked = (quote: string, marks: readonly string[]) => {
  const found = marks.flatMap((mark) => { const at = mark === '' ? -1 : quote.indexOf(mark); return at < 0 ? [] : [{ at, end: at + mark.length }] }).sort((a, b) => a.at - b.at)
  const out = []
  let from = 0
  for (const { at, end } of found) {
    if (at < from) continue
    out.push(quote.slice(from, at), <mark key={at}>{quote.slice(at, end)}</mark>)
    from = end
  }
  return [...out, quote.slice(from)]
}
