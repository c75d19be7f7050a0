import { pluralIn } from './plural.ts';

/** Urdu words of what a storyline watches. */

const plural = pluralIn('ur');

export const trackingWords = {
  watched: {
    state: {
      kept: 'الفاظ اب بھی موجود ہیں۔',
      changed: 'اب وہاں دوسرے الفاظ ہیں۔',
      gone: 'ماخذ سے ہٹ چکے ہیں۔',
      unchecked: 'جانچ نہ ہو سکی۔',
    },
    by: {
      page: (when: string) => `صفحہ ${when} پڑھا گیا۔`,
      feed: (when: string) => `ناشر نے ${when} ترمیم کی۔`,
    },
    next: (when: string) => `${when} دوبارہ پڑھا جائے گا۔`,
    check: 'تمام ماخذ ابھی جانچیں',
    asked: (n: number) =>
      n === 0
        ? 'حوالوں کے تمام صفحات پچھلے ایک گھنٹے میں پڑھے جا چکے ہیں۔'
        : plural(
            n,
            'ایک حوالہ اپنے صفحے پر تلاش کیا جا رہا ہے۔',
            '# حوالے اپنے صفحات پر تلاش کیے جا رہے ہیں۔',
          ),
  },
};
