import { describe, expect, it } from 'vitest';
import { findNumbers } from './find-numbers.ts';

/** One line a quantity: comparator, value, upper end, unit, counted thing. */
function read(text: string, language = 'en'): string[] {
  return findNumbers(text, language).quantities.map(({ comparator, value, high, unit, of }) =>
    [`${comparator}${Number(value.toFixed(4))}${high === null ? '' : `..${high}`}`, unit, of]
      .filter(Boolean)
      .join(' '),
  );
}

const dates = (text: string, language = 'en') => findNumbers(text, language).dates.map(({ date }) => date);

describe('English quantities', () => {
  it.each<[string, string[]]>([
    [
      'It killed 13 American service members and over 170 Afghans.',
      ['=13 American service members', '>170 Afghans'],
    ],
    ['a 29% tariff, 4.8 per cent in May, up 2 percentage points', ['=29 %', '=4.8 %', '=2 percentage point']],
    [
      'US$5.3 billion, £4.2m, 3 million euros, RM23.50, HK$70 and €40,000',
      ['=5300000000 USD', '=4200000 GBP', '=3000000 EUR', '=23.5 MYR', '=70 HKD', '=40000 EUR'],
    ],
    ['$1.8 bn, € 2.5 mln and $1.8 Bln.', ['=1800000000 USD', '=2500000 EUR', '=1800000000 USD']],
    ['between $48,000 and $90,000 a year', ['=48000..90000 USD per year']],
    ['from 10 to 15 million tonnes of wheat', ['=10000000..15000000 tonne wheat']],
    ['a constructor of 2 cars', ['=2 cars']],
    ['a 60-90% chance in 3-5 years', ['=60..90 %', '=3..5 year']],
    [
      'twenty-five men, two hundred and fifty thousand homes, half a million cars',
      ['=25 men', '=250000 homes', '=500000 cars'],
    ],
    [
      'a third of the country, two-thirds of voters, 1/2 pound of butter',
      ['=0.3333 country', '=0.6667 voters', '=0.5 pound-mass butter'],
    ],
    [
      'at least 20 soldiers, no more than 5 ships, fewer than 300 people, about 40 planes',
      ['>=20 soldiers', '<=5 ships', '<300 people', '~40 planes'],
    ],
    ['Rs 2.5 lakh crore in India and Rs. 500 there', ['=2500000000000 INR', '=500 INR']],
    ['It fell to -1.3% and minus 5 degrees Celsius', ['=-1.3 %', '=-5 celsius']],
    ['a 50-year-old woman and Omar Khan, 66, of Quetta', ['=50 year of age', '=66 year of age']],
    ['between one hundred and two hundred guests', ['=100..200 guests']],
    [
      'three and a half years; thousands of protesters; one proposal asks for more',
      ['=3.5 year', '~1000..10000 protesters', '=1 proposal'],
    ],
    ['driving at 80km/h for 1,000 barrels a day', ['=80 kilometre per hour', '=1000 barrel per day']],
    ['more than 2000 people, going from 1000 to 2000 hires', ['>2000 people', '=1000..2000 hires']],
    ['a sixfold rise', ['=6 times']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'He was born in 1979 and left in 2022 at 11:30 a.m.',
    'They won 2-1 and then drew 2:2; the Airbus A380 met COVID-19 under Section 301, Resolution 2593 and Article 5.',
    'The 21st meeting on the seventy-sixth floor; COP26, 5G, S&P 500, Stoxx 50 and post-9/11 plots.',
    'No one said that this one, or the one before, was worth a try.',
    'See https://example.org/2024/50-million-people for the second half of 2024.',
    'The patient is in her 20s; call 0345-123-4567.',
  ])('finds no quantity in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('other languages', () => {
  it.each<[string, string, string[]]>([
    ['fr', 'tué 13 soldats et plus de 170 Afghans', ['=13 soldats', '>170 Afghans']],
    [
      'fr',
      '29 % sur 3,5 milliards d’euros, près d’un tiers du pays, 1 700 personnes',
      ['=29 %', '=3500000000 EUR', '=0.3333 pays', '=1700 personnes'],
    ],
    [
      'fr',
      'quatre-vingt-dix mille personnes, vingt et un blessés, 1.250 euros par mois',
      ['=90000 personnes', '=21 blessés', '=1250 EUR per month'],
    ],
    [
      'es',
      '5.600 millones de dólares, doscientas mil personas, un tercio del país',
      ['=5600000000 USD', '=200000 personas', '=0.3333 país'],
    ],
    ['es', 'entre 10 y 15 por ciento, al menos veinticinco heridos', ['=10..15 %', '>=25 heridos']],
    [
      'ru',
      'более 170 афганцев, 5,6 млрд долларов в год, двадцать пять человек',
      ['>170 афганцев', '=5600000000 USD per year', '=25 человек'],
    ],
    [
      'ru',
      '13 американских военных и от 10 до 15 тысяч рублей, треть страны',
      ['=13 американских военных', '=10000..15000 RUB', '=0.3333 страны'],
    ],
    [
      'ar',
      'نحو ثلاثة ملايين شخص وخمسة وعشرون جنديا وأكثر من 170 أفغانيا',
      ['~3000000 شخص', '=25 جنديا', '>170 أفغانيا'],
    ],
    [
      'ar',
      'بنسبة ٢٩٪ على ٥٫٦ مليار دولار خلال عامين، بين 10 و 15 في المئة',
      ['=29 %', '=5600000000 USD', '=2 year', '=10..15 %'],
    ],
    [
      'fa',
      '۲۹ درصد، سه میلیون و دویست هزار نفر، حدود یک سوم کشور',
      ['=29 %', '=3200000 نفر', '~0.3333 کشور'],
    ],
    [
      'ur',
      '170 سے زائد افغان، پانچ ارب ڈالر، تیس لاکھ افراد، ڈیڑھ کروڑ روپے',
      ['>170 افغان', '=5000000000 USD', '=3000000 افراد', '=15000000 PKR'],
    ],
    ['ur', '3 سے 5 سال قید، 29 فیصد، ایک تہائی ملک', ['=3..5 year', '=29 %', '=0.3333 ملک']],
    [
      'ps',
      'له ۱۷۰ څخه زیات افغانان، درې میلیونه کسان، شاوخوا ۲۰۰ میلیونه ډالر',
      ['>170 افغانان', '=3000000 کسان', '~200000000 USD'],
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });

  it('guesses the language where none is given', () => {
    const found = findNumbers('Les autorités ont dit que 1,5 million de personnes ont fui dans la région.');
    expect(found.quantities.map(({ value }) => value)).toEqual([1_500_000]);
  });
});

describe('dates', () => {
  it.each<[string, string, string[]]>([
    ['en', 'joint work post-9/11, and on 9/11 itself', ['2001-09-11', '2001-09-11']],
    [
      'en',
      'On April 7, 2025, and from January 1; in August 2021, since 1979, the 2021 attack',
      ['2025-04-07', '--01-01', '2021-08', '1979', '2021'],
    ],
    [
      'en',
      'between 2014-18 and on 2019-09-01T10:38:07.190Z or 25/12/2020',
      ['2014/2018', '2019-09-01', '2020-12-25'],
    ],
    ['fr', 'le 1er avril 2025', ['2025-04-01']],
    ['es', 'el 7 de abril de 2025', ['2025-04-07']],
    ['ru', '26 августа 2021 года, в 2022 году', ['2021-08-26', '2022']],
    ['ar', 'في 26 أغسطس 2021', ['2021-08-26']],
    ['fa', 'در ۲۶ اوت ۲۰۲۱', ['2021-08-26']],
    ['ur', '26 اگست 2021 کو', ['2021-08-26']],
  ])('%s: %s', (language, text, expected) => {
    expect(dates(text, language)).toEqual(expected);
  });
});

it('gives offsets into the text as it was given', () => {
  const text = 'Ünïcode 🚀: more than 3 million people fled.';
  const [found] = findNumbers(text, 'en').quantities;
  expect(text.slice(found?.start, found?.end)).toBe('more than 3 million people');
  expect(found?.text).toBe('more than 3 million people');
});
