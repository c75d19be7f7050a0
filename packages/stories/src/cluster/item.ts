/** What grouping reads of an item. Dates are ISO 8601; absent values are null or left out. */
export interface StoryItem {
  id: string;
  title: string;
  summary?: string | null | undefined;
  text?: string | null | undefined;
  publishedAt?: string | null | undefined;
  language?: string | null | undefined;
  publisher?: string | null | undefined;
  url?: string | null | undefined;
}
