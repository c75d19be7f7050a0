import { foldText } from '@throughline/text';

/** What a sentence says of its figure. `grows`: later reports may only raise it. */
interface Predicate {
  name: string;
  grows: boolean;
  stems: RegExp;
}

const stems = (words: string) => new RegExp(`(?:^| )(?:${words.split(' ').map(foldText).join('|')})`, 'u');

/** Stems in the eight languages, folded; the one nearest to the figure wins. */
const predicates: readonly Predicate[] = [
  {
    name: 'killed',
    grows: true,
    stems: stems(
      'kill dead death died dies toll slain tué mort décè muert mató fallec погиб убит жертв قتل مقتل وفا کشته جان هلاک جاں وژل مړ',
    ),
  },
  {
    name: 'injured',
    grows: true,
    stems: stems('injur wound hurt bless herid ранен пострада اصیب جرح مصاب زخم ټپی'),
  },
  {
    name: 'arrested',
    grows: true,
    stems: stems('arrest detain arrêt interpell deten задерж арест اعتقل توقیف بازداشت گرفتار نیول'),
  },
  {
    name: 'displaced',
    grows: true,
    stems: stems(
      'displac homeless flee fled evacu déplac desplaz эваку переселен نزح نازح مشرد آواره بےگهر بےدخل بېځای',
    ),
  },
  {
    name: 'deported',
    grows: true,
    stems: stems('deport expel repatriat pushing expuls депорт رحل ترحیل اخراج ملک'),
  },
  {
    name: 'tariff',
    grows: false,
    stems: stems('tariff duty duties levy levies droits arancel пошлин رسوم تعرفه ٹیرف محصول'),
  },
  {
    name: 'trade',
    grows: false,
    stems: stems('export import trade commerce comerci экспорт импорт صادرات واردات تجار برآمد درآمد'),
  },
  {
    name: 'aid',
    grows: false,
    stems: stems('aid fund pledg grant loan aide ayuda помощ مساعد کمک امداد قرض'),
  },
  {
    name: 'votes',
    grows: false,
    stems: stems('vote voting abstain abstention favour favor abstenc голос воздерж صوت رای ووٹ'),
  },
  {
    name: 'emissions',
    grows: false,
    stems: stems('emission carbon co2 émission emision выброс انبعاث انتشار اخراج'),
  },
  { name: 'price', grows: false, stems: stems('price cost prix precio цен سعر قیمت بیه') },
];

/** The predicate whose word stands nearest to the figure in its sentence, or null. */
export function predicateOf(before: string, after: string): { name: string; grows: boolean } | null {
  const [left, right] = [` ${foldText(before)}`, ` ${foldText(after)}`];
  let best: { name: string; grows: boolean; distance: number } | null = null;
  for (const { name, grows, stems: pattern } of predicates) {
    const ahead = right.search(pattern);
    const behind = lastMatch(left, pattern);
    const distance = Math.min(ahead < 0 ? Number.POSITIVE_INFINITY : ahead, behind);
    if (Number.isFinite(distance) && (best === null || distance < best.distance))
      best = { name, grows, distance };
  }
  return best === null ? null : { name: best.name, grows: best.grows };
}

/** How far before the end of `text` the last match stands. */
function lastMatch(text: string, pattern: RegExp): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) distance = text.length - match.index;
  return distance;
}
