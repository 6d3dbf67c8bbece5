const digits = '〇一二三四五六七八九'
/** Numbers up to 99 as a screen reader should say them. */
const say = (n: number): string => (n > 99 ? String(n) : n < 10 ? digits[n] ?? '' : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`)

export const light = {
  overdue: (days: number) => `逾期 ${days} 天`, today: '今日到期', left: (days: number) => `剩 ${days} 天`, within: '期限内', near: '临近', paused: '暂停计算', notStarted: '未起算', review: '复核中', done: '已履行', doneLate: '逾期履行', late: '逾期', waived: '不再要求', superseded: '已被替代',
  sayOverdue: (days: number, due: string) => `逾期${say(days)}天，${due}届满`, sayLeft: (days: number, due: string) => `还剩${say(days)}天，${due}届满`, sayToday: (due: string) => `今日到期，${due}届满`, ends: (due: string) => `${due}届满`,
  ours: '我院', midnight: '24:00',
}
