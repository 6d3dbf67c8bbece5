import type { Check, CheckContext, Power } from './checking.ts'
import { say } from './messages.ts'

/** Who decides on this instrument, as the lawbook has it. */
export const powers = ({ instrument }: CheckContext): readonly Power[] => (instrument === null || instrument.approver === null ? [] : [{ title: instrument.title, level: instrument.approver.text, provision: instrument.approver.provision }])

/** Says who must decide, or that the source is silent. */
export function powerChecks({ instrument }: CheckContext): readonly Check[] {
  if (instrument === null) return []
  const { approver } = instrument
  return approver === null
    ? [{ id: 'power-unknown', level: 'should', title: say('powerUnknown.title'), detail: say('powerUnknown.detail') }]
    : [{ id: 'power', level: 'passed', title: say('power.title', { level: approver.text }), detail: say('power.detail', { provision: approver.provision }), provision: approver.provision }]
}
