// Writes docs/examples: the finished sample storyline in every format. `examples.js [DIRECTORY]`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createPrinter, PrintError } from '@throughline/runtime';
import { ExportFormat } from '@throughline/schema';
import { exportStoryline, exportWarnings } from '@throughline/storylines';
import { exampleDocument } from './example-document.js';

const directory = resolve(process.argv[2] ?? 'docs/examples');
await mkdir(directory, { recursive: true });
const document = exampleDocument();
const print = createPrinter({ chromium: process.env.CHROMIUM });
for (const format of ExportFormat.options) {
  try {
    const { fileName, body } = await exportStoryline(document, format, print);
    await writeFile(join(directory, fileName), body);
    console.log(`${fileName}: ${body.length.toLocaleString('en')} bytes`);
  } catch (error) {
    if (!(error instanceof PrintError)) throw error;
    console.log(`${format} is left as it was: ${error.message}`);
  }
}
for (const { text } of exportWarnings(document)) console.log(text);
