export { findClaims } from './claims/find-claims.ts';
export { type CitableText, type FoundQuote, quoteOf, withCitation } from './compose/cite.ts';
export { type ExportedFile, exportStoryline, exportWarnings } from './export/export-storyline.ts';
export { directionOf } from './export/labels.ts';
