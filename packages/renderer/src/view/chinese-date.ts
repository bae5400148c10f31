/** `2025-03-01` → `2025年3月1日` */
export function chineseDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-").map((part) => part.replace(/^0+/u, ""));
  return `${year}年${month}月${day}日`;
}
