import type { Act, Matter } from '../../api/wire.gen.ts'

/** The case card: nothing is typed here, every value is read from the acts. */
export const caseCard = (matter: Matter): readonly { readonly field: string; readonly value: string | null }[] => {
  const first = (act: string): Act | undefined => matter.acts.find((one) => one.act === act)
  return [
    { field: 'no', value: matter.no }, { field: 'opened', value: matter.openedOn }, { field: 'handler', value: matter.handler }, { field: 'labels', value: matter.labels.join('、') || null },
    { field: 'docNo', value: matter.instruments.map((instrument) => instrument.docNo).filter((no) => no !== null).join('、') || null },
    { field: 'issued', value: first('issue')?.on ?? null }, { field: 'served', value: first('serve')?.on ?? null }, { field: 'acknowledged', value: first('acknowledge')?.on ?? null }, { field: 'replied', value: first('reply')?.on ?? null },
    { field: 'demands', value: matter.demands.length === 0 ? null : String(matter.demands.length) }, { field: 'done', value: matter.demands.length === 0 ? null : String(matter.demands.filter((demand) => demand.state === 'verified-done').length) },
    { field: 'acts', value: String(matter.acts.length) }, { field: 'closed', value: matter.acts.findLast((act) => act.act === 'close')?.on ?? null },
  ]
}
