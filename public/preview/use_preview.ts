import { useEffect, useRef, useState } from 'react';
import { previewRule } from '../../common/api/preview_rule';
import type { RuleParams } from '../../common/rule/rule_params';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { toPreviewParts, type PreviewedPart, type PreviewSpan } from './preview_parts';

export interface PreviewState {
  readonly parts: readonly PreviewedPart[];
  /** Parts there are to ask. */
  readonly total: number;
  readonly isRunning: boolean;
  readonly error: unknown;
}

export interface PreviewControl {
  /** Undefined before the first one. */
  readonly state: PreviewState | undefined;
  readonly start: (params: RuleParams, span: PreviewSpan) => void;
  /** Keeps what is found so far. */
  readonly cancel: () => void;
}

/** Asks the parts of a period one after the other; leaving the page cancels. */
export const usePreview = (): PreviewControl => {
  const { http, now } = useHost();
  const [state, setState] = useState<PreviewState>();
  const running = useRef<AbortController>();
  const cancel = (): void => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);

  const start = async (params: RuleParams, span: PreviewSpan): Promise<void> => {
    cancel();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const periods = toPreviewParts(span, now());
    let parts: readonly PreviewedPart[] = [];
    const show = (isRunning: boolean, error?: unknown): void => {
      // Another one was begun, or the page was left.
      if (running.current !== controller) return;
      setState({ parts, total: periods.length, isRunning, error });
    };
    show(true);
    signal.addEventListener('abort', () => show(false));
    try {
      for (const period of periods) {
        const body = { params, from: period.from, to: period.to };
        const preview = await callEndpoint(http, previewRule, { body, signal });
        parts = [...parts, { ...period, preview }];
        show(true);
      }
      show(false);
    } catch (error) {
      show(false, signal.aborted ? undefined : error);
    }
  };
  return { state, start: (params, span) => void start(params, span), cancel };
};
