import { expect, it } from 'vitest';
import { CONTEXT_VARIABLES } from '../../../common/alert/to_alert_context';
import { createActionVariables } from './action_variables';

it('offers the editor of actions every variable that a message is given, each with a description', () => {
  const { context = [] } = createActionVariables();
  expect(context.map(({ name }) => name)).toEqual(CONTEXT_VARIABLES);
  const descriptions = new Set(context.map(({ description }) => description.trim()));
  expect(descriptions.size).toBe(CONTEXT_VARIABLES.length);
  expect([...descriptions]).not.toContain('');
});

it('has the editor warn of an address that needs server.publicBaseUrl', () => {
  const needing = createActionVariables().context?.filter((variable) => variable.usesPublicBaseUrl);
  expect(needing?.map(({ name }) => name)).toEqual(['alertUrl']);
});
