import type { form as zh } from '../zh/form.ts'

export const form: typeof zh = { required: 'required', choose: 'choose', another: 'another organ', yes: 'yes', no: 'no', says: (no) => `Text on item ${no}` }
