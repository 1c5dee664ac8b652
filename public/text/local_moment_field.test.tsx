// @vitest-environment jsdom
import { EuiProvider } from '@elastic/eui';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LocalMomentField } from './local_moment_field';

afterEach(cleanup);

test.each(['dark', 'light'] as const)('lets the browser draw its calendar on %s', (colorMode) => {
  const { container } = render(
    <EuiProvider colorMode={colorMode}>
      <LocalMomentField value="" onChange={() => undefined} testId="moment" />
    </EuiProvider>
  );
  expect(container.querySelector('input')?.style.colorScheme).toBe(colorMode);
});
