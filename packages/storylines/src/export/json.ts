import { StorylineDocument } from '@throughline/schema';
import { orderedSections } from './footnotes.ts';

/** Names the published schema of this export; see docs/export-schema. */
export const jsonSchemaId = 'urn:throughline:storyline:1';

/** The storyline as JSON: keys in the schema's order, sections in reading order, two spaces, a line feed at the end. */
export function toJson(document: StorylineDocument): string {
  const { schemaVersion, ...rest } = StorylineDocument.parse({
    ...document,
    sections: orderedSections(document),
  });
  return `${JSON.stringify({ $schema: jsonSchemaId, schemaVersion, ...rest }, null, 2)}\n`;
}
