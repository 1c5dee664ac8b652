import { expect, test } from 'vitest';
import { toSeverity } from './grade';

test('severities begin where Kibana’s detection engine has them begin', () => {
  expect([0, 46, 47, 72, 73, 89, 90, 100].map(toSeverity)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
    'critical',
    'critical',
  ]);
});
