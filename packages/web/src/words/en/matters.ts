import type { matters as zh } from '../zh/matters.ts'

export const matters: typeof zh = {
  title: 'Matters', hint: 'sealed matters are shown to those who may see them only', search: 'Filter', searchHint: 'number, title, organ', state: 'State', open: 'open', closed: 'closed', all: 'all', no: 'Number', name: 'Title', procedure: 'Procedure', subject: 'Supervised organ', stage: 'Stage', due: 'Next date', light: 'Light', handler: 'Handler', opened: 'Opened', total: (n: string) => `${n} in all`, more: 'More', none: 'No matter fits', noneBody: 'Try another word or all states.', clear: 'Clear filter', sealed: 'sealed', noDue: 'none',
  start: 'New matter', startTitle: 'Accept a new matter', startHint: 'the procedure decides who may do what and by when', procedureLabel: 'Procedure', nameLabel: 'Title', nameHint: 'object first, then the problem', subjectLabel: 'Supervised organ', subjectHint: 'may be mended when filing', dayLabel: 'Day of acceptance', sealedLabel: 'Seal at once (minors, whistle-blowers, interference)', make: 'Accept and record', making: 'Recording', cancel: 'Cancel', noneKind: 'This identity can accept no kind of matter.', chooseSubject: 'not named yet',
}
