/** Hours east of UTC by abbreviation; where one stands for several, the one that feeds mean (North America first). */
const ABBREVIATIONS: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  ast: -4,
  at: -4,
  adt: -3,
  nst: -3.5,
  ndt: -2.5,
  akst: -9,
  akdt: -8,
  hst: -10,
  hast: -10,
  hdt: -9,
  bst: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  met: 1,
  mest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  cat: 2,
  eat: 3,
  wat: 1,
  sast: 2,
  pkt: 5,
  ist: 5.5,
  aft: 4.5,
  irst: 3.5,
  gst: 4,
  npt: 5.75,
  bdt: 6,
  mmt: 6.5,
  ict: 7,
  wib: 7,
  wita: 8,
  wit: 9,
  hkt: 8,
  sgt: 8,
  myt: 8,
  pht: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  clt: -4,
  cot: -5,
  pet: -5,
};

/**
 * Minutes east of UTC for a written zone: `Z`, `+0530`, `+5`, `GMT+1`, `EST`. No zone is UTC.
 *
 * @returns null for a zone that is not known.
 */
export function zoneMinutes(zone: string | undefined): number | null {
  const written = zone?.trim().toLowerCase() ?? '';
  if (written === '') return 0;
  const numeric = /^(?:utc|gmt|ut|z)?([+-])(\d{1,2}):?(\d\d)?$/.exec(written);
  if (numeric !== null) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    if (minutes > 15 * 60) return null;
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const name = written.replace(/^etc\//, '');
  const hours = Object.hasOwn(ABBREVIATIONS, name) ? ABBREVIATIONS[name] : undefined;
  return hours === undefined ? null : Math.round(hours * 60);
}

/**
 * Minutes east of UTC of a region (`America/New_York`) when its clocks show `local`.
 *
 * @param local that time, as if it were UTC.
 * @returns null for a region that is not known.
 */
export function regionMinutes(region: string, local: number): number | null {
  const first = regionMinutesAt(region, local);
  // Near a change of the clocks the guess may be of the wrong season: the second look is at the moment itself.
  return first === null ? null : regionMinutesAt(region, local - first * 60_000);
}

function regionMinutesAt(timeZone: string, at: number): number | null {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
    return zoneMinutes(name);
  } catch {
    return null;
  }
}
