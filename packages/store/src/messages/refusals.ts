// Sentences of the store's own refusals, Chinese first.
import type { Refusal } from '@hengjian/core'
import type { Text } from '@hengjian/law'

const faults: Readonly<Record<'surrogate' | 'nul' | 'number' | 'depth' | 'kind' | 'moment', Text>> = {
  surrogate: { zh: '含有残缺的字符（半个代理对）', en: 'holds half of a character (a lone surrogate)' },
  nul: { zh: '含有空字符（U+0000）', en: 'holds a NUL character (U+0000)' },
  number: { zh: '不是有限的数', en: 'is not a finite number' },
  depth: { zh: '嵌套过深', en: 'is nested too deeply' },
  kind: { zh: '不是可以入卷的数据', en: 'is not plain data' },
  moment: { zh: '不是带时区的时刻', en: 'is not an instant with an offset' },
}

/** The text cannot be kept byte for byte, so it is refused instead of being changed quietly. */
export const unkeepable = (field: string, fault: keyof typeof faults): Refusal => ({
  code: 'invalid', short: { zh: '内容无法入卷', en: 'Cannot be recorded' },
  because: { zh: `“${field}”${faults[fault].zh}，不能原样入卷。请改正后再提交。`, en: `'${field}' ${faults[fault].en} and cannot be kept as it is. Correct it and send it again.` },
})

export const unknownOrgan = (id: string): Refusal => ({
  code: 'invalid', short: { zh: '机关名录中没有', en: 'Unknown organ' },
  because: { zh: `机关名录中没有“${id}”。请从名录中选择。`, en: `The directory has no organ '${id}'. Choose one from the directory.` },
})

export const noOffice = (organ: string): Refusal => ({
  code: 'invalid', short: { zh: '没有办理的检察院', en: 'No procuratorate to handle it' },
  because: { zh: `“${organ}”所在地没有检察院，案件也没有送给任何检察院。请写明送交的检察院。`, en: `There is no procuratorate at the place of '${organ}' and the matter is addressed to none. Name the procuratorate that it goes to.` },
})

export const unknownFile = (name: string): Refusal => ({
  code: 'invalid', short: { zh: '附件未上传', en: 'File not uploaded' },
  because: { zh: `附件“${name}”未由本机关上传。请先上传，再提交。`, en: `The file '${name}' was not uploaded by your organ. Upload it, then send again.` },
})

export const unknownProcedure = (id: string): Refusal => ({
  code: 'invalid', short: { zh: '没有这种程序', en: 'Unknown procedure' },
  because: { zh: `没有“${id}”这种程序。`, en: `There is no procedure '${id}'.` },
})
