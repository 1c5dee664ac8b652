import { expect, test } from 'vitest';
import { CODE_LIFETIME_MS, createAccessCode } from './access_code';
import { createAccess, type Access } from './create_access';

const START = Date.parse('2026-03-01T10:00:00Z');

const createAt = () => {
  let moment = START;
  const access = createAccess(() => new Date(moment));
  return { access, later: (ms: number) => void (moment += ms) };
};

const findVisitor = (access: Access, secret: string | undefined) =>
  access.findVisitor(`Bearer ${secret}`);

test('a code opens one session, whose secret lets in', () => {
  const { access } = createAt();
  const code = access.createCode();
  const secret = access.openSession(code);
  expect(findVisitor(access, secret)).toMatchObject({ kind: 'session' });
  expect(access.openSession(code)).toBeUndefined();
  expect(findVisitor(access, secret)).toBeDefined();
});

test('a code that is too old opens nothing, nor does a used one after its time', () => {
  const { access, later } = createAt();
  const [used, unused] = [access.createCode(), access.createCode()];
  expect(access.openSession(used)).toBeDefined();
  later(CODE_LIFETIME_MS + 1);
  expect(access.openSession(unused)).toBeUndefined();
  expect(access.openSession(access.createCode())).toBeDefined();
  expect(access.openSession(used)).toBeUndefined();
});

test('a code made with the token of the access file opens a session, one made without it none', () => {
  const { access } = createAt();
  const now = new Date(START);
  expect(access.openSession(createAccessCode(access.token, now))).toBeDefined();
  const [end, random] = access.createCode().split('.');
  const far = (START + 1e10).toString(36);
  const signature = createAccessCode('x'.repeat(43), now).split('.')[2];
  for (const forged of [
    createAccessCode('another', now),
    `${end}.${random}.${signature}`,
    access.createCode().replace(end ?? '', far),
    `${access.createCode()}.x`,
    '..',
    '',
  ]) {
    expect(access.openSession(forged)).toBeUndefined();
  }
});

test('lets in with the token and a session’s secret, and with nothing else', () => {
  const { access } = createAt();
  expect(findVisitor(access, access.token)).toEqual({ kind: 'token' });
  const code = access.createCode();
  for (const header of [
    undefined,
    '',
    'Bearer ',
    access.token,
    `Bearer ${code}`,
    'Bearer x',
    `Basic ${access.token}`,
  ]) {
    expect(access.findVisitor(header)).toBeUndefined();
  }
});

test('what opened one host opens no later one', () => {
  const { access } = createAt();
  const secret = access.openSession(access.createCode());
  const next = createAt().access;
  expect(findVisitor(next, secret)).toBeUndefined();
  expect(findVisitor(next, access.token)).toBeUndefined();
  expect(next.openSession(access.createCode())).toBeUndefined();
});

test('keeps no more sessions than it must: the oldest go', () => {
  const { access } = createAt();
  const first = access.openSession(access.createCode());
  for (let n = 0; n < 500; n += 1) access.openSession(access.createCode());
  expect(findVisitor(access, first)).toBeUndefined();
});
