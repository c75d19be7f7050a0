/** A news agency whose text many publishers carry. */
interface Agency {
  id: string;
  names: string[];
  /** A dateline credit: "KABUL (Reuters) -", "LONDON, Jan 5 (AP) —". */
  credit: RegExp;
  /** A credit by words: "Source: Xinhua", "with inputs from PTI", "reporting by Reuters", "AFP contributed". */
  signOff: RegExp;
}

const NAMES: Record<string, string[]> = {
  reuters: ['Reuters', 'Thomson Reuters', 'رويترز', 'رویترز', 'روئٹرز', 'Рейтер'],
  ap: ['AP', 'Associated Press', 'The Associated Press', 'AP News', 'أسوشيتد برس', 'ایسوسی ایٹڈ پریس'],
  afp: ['AFP', 'Agence France-Presse', 'أ ف ب', 'فرانس برس', 'فرانس پرس', 'اے ایف پی'],
  dpa: ['dpa', 'Deutsche Presse-Agentur'],
  efe: ['EFE', 'Agencia EFE'],
  ansa: ['ANSA'],
  xinhua: ['Xinhua', 'شينخوا', 'Синьхуа'],
  tass: ['TASS', 'ТАСС'],
  'ria-novosti': ['RIA Novosti', 'РИА Новости'],
  interfax: ['Interfax', 'Интерфакс'],
  anadolu: ['Anadolu Agency', 'Anadolu', 'الأناضول'],
  bloomberg: ['Bloomberg', 'Bloomberg News'],
  upi: ['UPI'],
  'pa-media': ['PA Media', 'Press Association'],
  'canadian-press': ['The Canadian Press', 'Canadian Press'],
  aap: ['AAP'],
  kyodo: ['Kyodo', 'Kyodo News'],
  jiji: ['Jiji Press'],
  yonhap: ['Yonhap'],
  bernama: ['Bernama'],
  antara: ['Antara'],
  pti: ['PTI', 'Press Trust of India'],
  ani: ['ANI'],
  ians: ['IANS'],
  app: ['APP', 'Associated Press of Pakistan', 'اے پی پی'],
  inp: ['INP'],
  bakhtar: ['Bakhtar News Agency', 'باختر'],
  pajhwok: ['Pajhwok', 'Pajhwok Afghan News', 'پژواک'],
  irna: ['IRNA', 'ایرنا', 'إرنا'],
  isna: ['ISNA', 'ایسنا'],
  tasnim: ['Tasnim', 'تسنیم'],
  fars: ['Fars News Agency', 'فارس'],
  wam: ['WAM', 'وام'],
  spa: ['Saudi Press Agency', 'SPA', 'واس'],
  kuna: ['KUNA', 'كونا'],
  qna: ['QNA', 'قنا'],
  petra: ['Petra'],
  mena: ['MENA'],
  'europa-press': ['Europa Press'],
  belga: ['Belga'],
  'ats-keystone': ['Keystone-ATS', 'ATS'],
  ukrinform: ['Ukrinform'],
};

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const agencies: readonly Agency[] = Object.entries(NAMES).map(([id, names]) => {
  const any = names.map(escaped).join('|');
  return {
    id,
    names,
    credit: new RegExp(
      `[(\\[](?:[^()\\[\\]]{1,24}[/,] ?)?(?:${any})(?:[/,] ?[^()\\[\\]]{1,24})?[)\\]]|^\\s*(?:${any})\\s*[-–—:]`,
      'u',
    ),
    signOff: new RegExp(
      `(?:source|sources|credit|copyright|©|agency|via|by|from|inputs? from|المصدر|ماخذ|منبع|источник|selon|según)\\s*:?\\s*(?:the )?(?:${any})(?![\\p{L}\\p{N}])|(?:${any})\\s+contributed|[-–—]\\s*(?:${any})\\s*$`,
      'iu',
    ),
  };
});

/** Matches when any agency is named: most texts name none and need no closer look. */
export const anyAgency = new RegExp(Object.values(NAMES).flat().map(escaped).join('|'), 'u');
