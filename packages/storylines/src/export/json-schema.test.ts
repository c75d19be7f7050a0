import { readFileSync, writeFileSync } from 'node:fs';
import { storylineJsonSchema } from '@throughline/schema';
import { expect, it } from 'vitest';
import { jsonSchemaId } from './json.ts';

const published = new URL('../../../../docs/export-schema/storyline-1.json', import.meta.url);

it('the published schema is the one that the code checks', () => {
  const schema = {
    $id: jsonSchemaId,
    title: 'Throughline storyline, version 1',
    ...(storylineJsonSchema() as object),
  };
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(published, `${JSON.stringify(schema)}\n`);
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(schema);
});
