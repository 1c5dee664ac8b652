import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Locale } from '../../common/i18n/locale';
import { i18n } from '../kibana/i18n';
import { PROJECT_DIRECTORY } from '../project_directory';

const catalogueSchema = z.object({ messages: z.record(z.string()) });

/** Loads the texts everything on the server is worded in from now on. */
export const setHostLanguage = async (locale: Locale): Promise<void> => {
  if (locale === 'en') {
    i18n.init({ locale, messages: {} });
    return;
  }
  const path = join(PROJECT_DIRECTORY, 'translations', `${locale}.json`);
  const { messages } = catalogueSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  i18n.init({ locale, messages });
};
