/** The nine Mainland cities of the Greater Bay Area, by their English names. */
const CITIES: ReadonlySet<string> = new Set([
  'Guangzhou',
  'Shenzhen',
  'Zhuhai',
  'Foshan',
  'Huizhou',
  'Dongguan',
  'Zhongshan',
  'Jiangmen',
  'Zhaoqing',
]);

/** Whether a place lies in the Mainland part of the Greater Bay Area, the only place records may cross to. */
export function isInGreaterBayArea(jurisdiction: string, city: string | null): boolean {
  return jurisdiction === 'CN-GD' && city !== null && CITIES.has(city);
}
