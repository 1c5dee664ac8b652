import { EuiMarkdownFormat } from '@elastic/eui';
import type { ReactElement } from 'react';

/** Markdown of the rule's author. EUI draws no raw HTML from it and refuses links that are not http, https or mailto. */
export const MarkdownText = ({ text }: { text: string }): ReactElement => (
  <EuiMarkdownFormat textSize="s">{text}</EuiMarkdownFormat>
);
