import { describe, expect, it } from 'vitest';
import { parseTopic, printTopic } from '../rules/topic-text.ts';
import { compileTopics } from '../tagger.ts';
import { starterTopics } from './index.ts';
import { importableTopics, readTopicFile } from './more.ts';

const files = importableTopics();
const topics = files.map((file) => {
  const read = readTopicFile(file);
  if (!read.ok) throw new Error(`${file.name}: ${JSON.stringify(read.problems[0])}`);
  return read.value;
});
const tagger = compileTopics([...starterTopics, ...topics]);
const isRelevant = (topic: string, title: string) =>
  tagger.tag({ title }).some((tag) => tag.topic === topic && tag.relevant);

describe('importable topics', () => {
  it('compile beside the starters and bear the names of their files', () => {
    expect(tagger.problems).toEqual([]);
    expect(topics.map((topic) => topic.id)).toEqual(files.map((file) => file.name));
  });

  it.each(topics.map((topic) => [topic.id, topic] as const))(
    '%s can be exported and imported again',
    (_id, topic) => {
      const text = printTopic(topic);
      expect(text.ok ? parseTopic(text.value) : text).toEqual({ ok: true, value: topic });
    },
  );

  it.each([
    ['migration', 'Refugees cross the border into Chad', 'Cranes cross the desert in their yearly migration'],
    ['migration', 'Islamabad deports Afghan migrants', 'Bank finishes cloud migration of its servers'],
    ['migration', 'Des réfugiés afghans attendent un visa', 'La migration des oiseaux commence'],
    ['migration', 'Deportaciones masivas de migrantes', 'La migración de las ballenas atrae turistas'],
    ['migration', 'Беженцы из Афганистана возвращаются', 'Перелетные птицы начали миграцию'],
    ['migration', 'غرق قارب يحمل مهاجرين قبالة ليبيا', 'هجرة الطيور تبدأ مبكرا'],
    ['migration', 'اخراج پناهندگان افغان ادامه دارد', 'کوچ پرندگان آغاز شد'],
    ['migration', 'افغان مہاجرین کی واپسی کا فیصلہ', 'سائبیریا کے پرندوں کی آمد'],
    ['migration', 'افغان کډوال له پاکستانه راستنېږي', 'د مرغانو کوچ پیل شو'],
    [
      'critical-minerals',
      'Pakistan signs critical minerals deal',
      'Lithium treatment helps bipolar patients',
    ],
    ['critical-minerals', 'China curbs exports of rare earths', 'A rare book on earth sciences sold'],
    [
      'critical-minerals',
      "Terres rares : Pékin limite l'exportation",
      'Une terre rare en ville : le jardin partagé',
    ],
    [
      'critical-minerals',
      'Chile abre su litio a la minería privada',
      'El litio ayuda a pacientes con trastorno bipolar',
    ],
    ['critical-minerals', 'Китай ограничил экспорт редкоземельных металлов', 'Редкий снегопад в Китае'],
    ['critical-minerals', 'اتفاق بشأن المعادن النادرة بين واشنطن وكييف', 'طائر نادر في واشنطن'],
    ['critical-minerals', 'چین صادرات عناصر نادر خاکی را محدود کرد', 'کتابی نادر در تهران پیدا شد'],
    [
      'critical-minerals',
      'پاکستان کی اہم معدنیات میں امریکی سرمایہ کاری',
      'پاکستان میں نایاب پرندہ دیکھا گیا',
    ],
    ['critical-minerals', 'د افغانستان نادر معدنونه او پانګونه', 'په کابل کې نادر کتاب'],
    ['sanctions', 'EU agrees new sanctions on Russia', 'FIFA imposes sanctions on club over match'],
    [
      'sanctions',
      'Treasury adds Iranian oil traders to sanctions list',
      'Students face sanctions for absence',
    ],
    [
      'sanctions',
      'Bruxelles adopte un paquet de sanctions contre Moscou',
      'La ligue annonce des sanctions contre le joueur',
    ],
    [
      'sanctions',
      'Washington anuncia sanciones contra Venezuela',
      'El club evita sanciones por el partido de ayer',
    ],
    ['sanctions', 'ЕС ввел новые санкции против банков', 'Клуб получил санкции за матч'],
    ['sanctions', 'واشنطن تفرض عقوبات على شركات إيرانية', 'عقوبات على لاعب بعد المباراة'],
    ['sanctions', 'تحریم‌های تازه آمریکا علیه ایران', 'نمایشگاه کتاب تهران آغاز شد'],
    ['sanctions', 'ایران پر نئی پابندیاں عائد', 'کرکٹ کھلاڑی پر پابندیاں'],
    ['sanctions', 'پر ایران نوي بندیزونه', 'لوبغاړی ټپي شو'],
    [
      'elections',
      'Voters head to the polling stations in general election',
      'Cardinals gather for the election of the pope',
    ],
    ['elections', 'Count in presidential election delayed', 'Landslide buries village'],
    ['elections', 'Second tour des élections législatives', 'Second service à la cantine'],
    ['elections', 'Bolivia celebra elecciones presidenciales', 'Bolivia celebra el carnaval'],
    ['elections', 'В Молдавии прошли выборы в парламент', 'Выбор профессии: советы школьникам'],
    ['elections', 'بدء التصويت في الانتخابات الرئاسية', 'بدء موسم الحصاد'],
    ['elections', 'دور دوم انتخابات ریاست جمهوری', 'دور دوم مسابقات کشتی'],
    ['elections', 'الیکشن کمیشن نے ضمنی انتخابات ملتوی کر دیے', 'کرکٹ بورڈ نے میچ ملتوی کر دیا'],
    ['elections', 'د ولسمشرۍ ټاکنې وځنډېدې', 'د کرکټ سیالي وځنډېده'],
  ])('%s: "%s", not "%s"', (topic, relevant, not) => {
    expect([isRelevant(topic, relevant), isRelevant(topic, not)]).toEqual([true, false]);
  });
});
