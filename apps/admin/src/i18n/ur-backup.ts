import { pluralIn } from './plural.ts';

/** Urdu for backups. */

const plural = pluralIn('ur');

export const backupWords = {
  title: 'بیک اپ',
  lead: 'ایک فائل میں پورا ڈیسک ہوتا ہے جیسا وہ ایک لمحے میں تھا۔ یہ ڈیسک کی مشین پر ایک کمانڈ سے بنتی ہے، ڈیسک چلتا رہتا ہے؛ اسے مشین کے معمول میں شامل کریں۔',
  never: 'ابھی تک کوئی بیک اپ نہیں بنا۔',
  last: (when: string) => `پچھلا بیک اپ ${when} بنا۔`,
  holds: (items: number, storylines: number, size: string) =>
    `${plural(items, '1 خبر', '# خبریں')}، ${plural(storylines, '1 سلسلہ', '# سلسلے')}، ${size}۔`,
  make: 'بنانے کے لیے',
  restore: 'خالی جگہ پر واپس لانے کے لیے',
  careful: 'فائل میں سب کچھ ہے، ویب ہک کے راز بھی: اسے وہاں رکھیں جہاں صرف آپ پڑھ سکیں، اور اسی ڈسک پر نہیں۔',
};
