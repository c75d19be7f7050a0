export * from './claim.ts';
export * from './parsed-feed.ts';
export * from './story.ts';
export * from './tag.ts';
