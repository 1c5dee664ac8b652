import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Merges translations/parts/*.json into translations/zh-CN.json, sorted by id. Two texts for one id are an error. */
const messagesSchema = z.record(z.string());
const partsFolder = 'translations/parts';

const messages = new Map<string, string>();
for (const part of (await readdir(partsFolder)).sort()) {
  const texts: unknown = JSON.parse(await readFile(join(partsFolder, part), 'utf8'));
  for (const [id, text] of Object.entries(messagesSchema.parse(texts))) {
    const other = messages.get(id);
    if (other !== undefined && other !== text) throw new Error(`${part} translates ${id} anew.`);
    messages.set(id, text);
  }
}
const sorted = Object.fromEntries([...messages].sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile('translations/zh-CN.json', `${JSON.stringify({ messages: sorted }, null, 2)}\n`);
console.log(`${messages.size} messages in translations/zh-CN.json`);
