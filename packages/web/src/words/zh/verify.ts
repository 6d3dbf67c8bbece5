export const verify = {
  title: '存证与核验', hint: '回执是一个小文件，谁持有它，谁就能核验；核验在本机浏览器内完成，不上传', drop: '把回执文件拖到这里，或选取文件', pick: '选取回执', kinds: '由“导出”得到的 .json 文件，可一次多件', unreadable: (name: string) => `${name} 不是回执文件`, unreadableWhat: '须是本系统导出的 hengjian-receipt/1 格式。没有任何内容被上传。',
  list: '核验结果', none: '尚未选取回执。也可以在事项的行为脉络中直接核验一个行为。', content: '回执所载内容', matter: '事项', act: '行为', recorded: '记录时间', leaf: '存证编号', size: '存证树大小', clear: '清空',
  head: '本机构现行检查点', headHint: '与见证单位公布的检查点比对，可知日志是否被改写', headSize: '条数', root: '树根', at: '封存时间', key: '公钥', noHead: '现在取不到检查点。', same: '与回执为同一条日志', older: '回执早于现行检查点', newer: '回执所载检查点比本机构现行的还新，请告知案件管理部门',
  howTitle: '核验了什么，没有核验什么', how: ['内容与 SHA-256、国密 SM3 指纹是否一致', '叶节点是否由该内容算出', '按路径能否算到检查点的树根'], notTitle: '仍须由人核对', not: ['所载事实是否真实', '检查点是否与见证单位公布的一致', '签名公钥是否属于该机构'],
}
