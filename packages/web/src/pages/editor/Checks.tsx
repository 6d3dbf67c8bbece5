import type { Check, Day, PaperPreview } from '../../api/wire.gen.ts'
import { useText, useWords } from '../../words/words.ts'
import { Icon } from '../../parts/Icon.tsx'
import { LawChip } from '../../parts/LawChip.tsx'
import { Mark } from '../../parts/Light.tsx'
import './editor.css'

/** Checks while writing, the required elements, citations, the power list, and the duties that sending would create. */
export const Checks = ({ preview, stale, serveOn, onServeOn, onAdopt, onGo }: { readonly preview: PaperPreview | undefined; readonly stale: boolean; readonly serveOn: Day; readonly onServeOn: (day: Day) => void; readonly onAdopt: (check: Check) => void; readonly onGo: (check: Check) => void }) => {
  const { editor: words } = useWords()
  const must = preview?.checks.filter((check) => check.level === 'must') ?? []
  const should = preview?.checks.filter((check) => check.level === 'should') ?? []
  const passed = preview?.checks.filter((check) => check.level === 'passed') ?? []
  return (
    <aside className='ck' aria-label={words.checks.title}>
      <div className='hd'>
        <h2>{words.checks.title}</h2>
        {must.length > 0 && <span className='chip amber'><Mark light='near' size={11} />{words.checks.must(must.length)}</span>}
        {should.length > 0 && <span className='chip'>{words.checks.should(should.length)}</span>}
        <span className='sp' />
        {preview !== undefined && <span className='chip green'><Mark light='done' size={11} />{words.checks.passed(passed.length)}</span>}
      </div>
      <div className='sc' aria-live='polite' aria-busy={stale}>
        {preview === undefined && <p className='blank'>{words.checks.none}</p>}
        {[...must, ...should].map((check) => <CheckItem key={`${check.id}/${check.demand ?? ''}/${check.field ?? ''}`} check={check} onAdopt={onAdopt} onGo={onGo} />)}
        {preview !== undefined && <Elements preview={preview} passed={passed} />}
      </div>
      {preview !== undefined && <Future preview={preview} serveOn={serveOn} onServeOn={onServeOn} />}
    </aside>
  )
}

const CheckItem = ({ check, onAdopt, onGo }: { readonly check: Check; readonly onAdopt: (check: Check) => void; readonly onGo: (check: Check) => void }) => {
  const { editor: words } = useWords()
  const text = useText()
  const must = check.level === 'must'
  return (
    <div className='ci'>
      <span className={must ? 'ic amber' : 'ic mut'}>{must ? <Mark light='near' size={13} /> : <Icon name='info' size={14} />}</span>
      <div>
        {must ? <b>{text(check.title)}</b> : text(check.title)}
        <small>{text(check.detail)}</small>
        {check.provision !== undefined && <LawChip>{check.provision}</LawChip>}
        {check.suggestion !== undefined
          ? <div className='fix'><span className='sp'>{words.checks.fix}{check.suggestion}</span><button type='button' className='btn s' onClick={() => onAdopt(check)} data-adopt={check.id}>{words.checks.adopt}</button></div>
          : (check.field !== undefined || check.demand !== undefined) && <button type='button' className='lnk' onClick={() => onGo(check)}>{words.checks.go}</button>}
      </div>
    </div>
  )
}

const Elements = ({ preview, passed }: { readonly preview: PaperPreview; readonly passed: readonly Check[] }) => {
  const { editor: words } = useWords()
  const text = useText()
  const provision = preview.elements[0]?.provision
  return (
    <>
      {preview.elements.length > 0 && <div className='gh'>{words.checks.elements(preview.elements.filter((element) => element.present).length, preview.elements.length)} {provision !== undefined && <LawChip>{provision}</LawChip>}</div>}
      <ul className='seven'>
        {preview.elements.map((element) => <li key={element.title.zh} className={element.present ? undefined : 'gone'}><span className={element.present ? 'green' : 'amber'}><Mark light={element.present ? 'done' : 'near'} /></span>{text(element.title)}<span className='sr'> {element.present ? words.checks.present : words.checks.absent}</span></li>)}
        {passed.map((check) => <li key={`${check.id}/${check.demand ?? ''}`} title={text(check.detail)}><span className='green'><Mark light='done' /></span>{text(check.title)}</li>)}
      </ul>
      {preview.citations.length > 0 && <div className='gh'>{words.checks.citations}</div>}
      {preview.citations.map((citation) => <div className='ci' key={`${citation.law}${citation.article}`}><span className={citation.ok ? 'ic green' : 'ic amber'}><Mark light={citation.ok ? 'done' : 'near'} size={13} /></span><div>{citation.law} {citation.article}<small>{citation.status}</small></div></div>)}
      {preview.powers.length > 0 && <div className='gh'>{words.checks.powers}</div>}
      {preview.powers.map((power) => <div className='ci' key={power.title.zh}><span className='ic mut'><Icon name='stamp' size={14} /></span><div>{text(power.title)}：{text(power.level)}<small>{power.provision}</small></div></div>)}
    </>
  )
}

const Future = ({ preview, serveOn, onServeOn }: { readonly preview: PaperPreview; readonly serveOn: Day; readonly onServeOn: (day: Day) => void }) => {
  const { editor: words, record, day } = useWords()
  const text = useText()
  return (
    <div className='fut'>
      <div className='gh'>{words.future.title} <label className='hint row g4'>{words.future.ifServed}<input className='inp' type='date' style={{ minHeight: 24, width: 124, padding: '0 4px', fontSize: 'var(--f12)' }} value={serveOn} onChange={(event) => { if (event.target.value !== '') onServeOn(event.target.value) }} /></label></div>
      {preview.willCreate.length === 0 && <p className='hint' style={{ padding: '0 14px' }}>{words.future.none}</p>}
      {preview.willCreate.map((duty, i) => (
        <div className='fd' key={i}><span className={duty.ours ? 'tag us' : 'tag them'}>{duty.ours ? record.ours : text(duty.owedBy)}</span><span className='ell' title={text(duty.obligation)}>{text(duty.obligation)}</span><span className='nw'>{duty.due === null ? words.future.noDate : day.short(duty.due)}</span></div>
      ))}
    </div>
  )
}
