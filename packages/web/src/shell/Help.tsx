import { Dialog } from '../parts/Drawer.tsx'
import { useWords } from '../words/words.ts'

/** The keys of the product, from `?` or from the top bar. */
export const Help = ({ onClose }: { readonly onClose: () => void }) => {
  const { shell } = useWords()
  const { keys } = shell.help
  const rows: readonly (readonly [string, string])[] = [['Ctrl K', keys.search], [keys.goto, keys.gotoWhat], ['J K ↑ ↓', keys.move], ['Enter', keys.open], ['E', keys.next], ['W', keys.why], ['A', keys.acts], ['L', keys.law], ['[', keys.nav], ['Ctrl Enter', keys.sign], ['Esc', keys.esc], ['?', keys.help]]
  return (
    <Dialog title={shell.help.title} onClose={onClose}>
      <p className='s13 mut2' style={{ marginBottom: 10 }}>{shell.help.body}</p>
      <dl className='keylist'>{rows.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}</dl>
    </Dialog>
  )
}
