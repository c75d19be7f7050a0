import type { AddSource } from '@throughline/store';

const source = (
  publisher: string,
  title: string,
  url: string,
  language: string,
  folder: string,
): AddSource => ({
  publisher,
  title,
  url,
  language,
  folders: [folder],
});

/** Public feeds that a new desk starts with; every one can be paused or replaced. */
export const starterSources: readonly AddSource[] = [
  source('BBC', 'BBC News: World', 'https://feeds.bbci.co.uk/news/world/rss.xml', 'en', 'World'),
  source('BBC', 'BBC News: Asia', 'https://feeds.bbci.co.uk/news/world/asia/rss.xml', 'en', 'South Asia'),
  source('BBC', 'BBC اردو', 'https://feeds.bbci.co.uk/urdu/rss.xml', 'ur', 'South Asia'),
  source('BBC', 'BBC عربي', 'https://feeds.bbci.co.uk/arabic/rss.xml', 'ar', 'Middle East'),
  source('Al Jazeera', 'Al Jazeera English', 'https://www.aljazeera.com/xml/rss/all.xml', 'en', 'World'),
  source('The Guardian', 'The Guardian: World', 'https://www.theguardian.com/world/rss', 'en', 'World'),
  source(
    'The Guardian',
    'The Guardian: Climate crisis',
    'https://www.theguardian.com/environment/climate-crisis/rss',
    'en',
    'Climate',
  ),
  source('Deutsche Welle', 'DW: World', 'https://rss.dw.com/rdf/rss-en-world', 'en', 'World'),
  source('France 24', 'France 24 (français)', 'https://www.france24.com/fr/rss', 'fr', 'World'),
  source(
    'United Nations',
    'UN News',
    'https://news.un.org/feed/subscribe/en/news/all/rss.xml',
    'en',
    'United Nations',
  ),
  source('Dawn', 'Dawn', 'https://www.dawn.com/feeds/home', 'en', 'South Asia'),
  source('NPR', 'NPR: World', 'https://feeds.npr.org/1004/rss.xml', 'en', 'World'),
];
