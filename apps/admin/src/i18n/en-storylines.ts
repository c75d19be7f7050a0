/** English words of a storyline's exports, claims, revisions and what belongs to them. */

const plural = (n: number, one: string, many: string) =>
  n === 1 ? one : many.replace('#', n.toLocaleString('en'));

export const storylineWords = {
  export: 'Export',
  exportTitle: 'Export this storyline',
  exportGroups: {
    reading: 'To read',
    office: 'To edit elsewhere',
    feeds: 'Feeds',
    data: 'Data and sources',
  },
  exportAs: {
    md: 'Markdown',
    html: 'Web page',
    json: 'JSON, whole',
    docx: 'Word document',
    epub: 'E-book (EPUB 3)',
    'claims-csv': 'Claims (CSV)',
    'items-csv': 'Cited items (CSV)',
    rss: 'RSS',
    atom: 'Atom',
    jsonfeed: 'JSON Feed',
    ninjs: 'ninjs 3',
    bibtex: 'BibTeX',
    'csl-json': 'CSL-JSON',
  },
  exportWarnings: 'Before it leaves',
  exportClean: 'Every claim has a source, and none is disputed.',
  import: 'Import',
  importedAs: (slug: string, without: number) =>
    without === 0
      ? `Restored as ${slug}.`
      : `Restored as ${slug}. ${plural(without, 'One citation has', '# citations have')} no item on this desk.`,
};
