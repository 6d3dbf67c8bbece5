export const light = {
  overdue: (days: number) => `${days} d overdue`, today: 'due today', left: (days: number) => `${days} d left`, within: 'within period', near: 'near', paused: 'suspended', notStarted: 'not started', review: 'under review', done: 'fulfilled', doneLate: 'fulfilled late', late: 'overdue', waived: 'waived', superseded: 'superseded',
  sayOverdue: (days: number, due: string) => `overdue by ${days} days, was due ${due}`, sayLeft: (days: number, due: string) => `${days} days left, due ${due}`, sayToday: (due: string) => `due today, ${due}`, ends: (due: string) => `due ${due}`,
  ours: 'us', midnight: '24:00',
}
