import { bundlePage } from './bundle_page';
import { getBundle } from './get_bundle.mjs';

/**
 * The directory with the stand-alone host's browser app, bundled only when its sources have changed since the last time.
 * It stays there as long as this process lives.
 * @param onBundling is called when bundling begins
 */
export const getPage = (onBundling: () => void): Promise<string> =>
  getBundle({
    name: 'page',
    make: bundlePage,
    onMake: onBundling,
  });
