const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = '(?:,?\\s+(?:19|20)\\d\\d)?';
const HALF = '[ap]\\.?\\s?m\\b\\.?';
const ZONE = '(?:\\s*\\(?(?:et|[ecmp][sd]t|gmt|utc|bst|ist|cest|cet)\\b(?:[+-]\\d\\d:?\\s?\\d\\d)?\\)?)?';

const DATE = new RegExp(
  [
    `\\b${MONTH}\\s+${DAY}\\b${YEAR}`,
    `\\b${DAY}\\s+${MONTH}(?![a-z])${YEAR}`,
    '\\b\\d{1,4}\\s?([/.-])\\s?\\d{1,2}\\s?\\1\\s?\\d{2,4}\\b',
    `\\b\\d{1,2}\\s?:\\s?\\d\\d(?:\\s?:\\s?\\d\\d)?(?:\\s?${HALF}|\\b)${ZONE}`,
    `\\b\\d{1,2}(?:\\.\\d\\d)?\\s?${HALF}${ZONE}`,
  ].join('|'),
  'gi',
);

/**
 * A text without dates of the calendar and times of day. They stand at the head of copies as each publisher writes
 * them ("updated 7/28/2004 3:02 PM ET"), and say when a text was carried, not what it says. Months are English; "may" and "march" without a capital are none.
 */
export const withoutDates = (text: string): string =>
  text.replace(DATE, (date) => (/\b(?:may|march)\b/.test(date) ? date : ' '));
