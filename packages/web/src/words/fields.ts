// Names of fields that every act has, in both languages like those that the server describes.
export const dayField = { label: { zh: '行为日期', en: 'Day of the act' }, hint: { zh: '法律上发生的日期，不是录入日期', en: 'the day it happened in law, not the day of entry' } }
