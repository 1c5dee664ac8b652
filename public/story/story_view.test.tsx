// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';

afterEach(cleanup);

const STORY = 'GET /internal/web_server_rce/alerts/*/story';
const openStory = (story: unknown) =>
  renderApp({ path: '/alerts/alert-1', answers: { [STORY]: () => ({ story }) } });

test('tells the commands of the server in order, with time, user, directory, exit and what each touched', async () => {
  openStory(
    toSampleStory({
      trees: [
        toStoryTree([toStoryProcess(0, ['id'], { exitCode: 0 })]),
        toStoryTree([
          toStoryProcess(75, ['sh', '-c', 'curl evil'], { isOfAlert: true }),
          toStoryProcess(76, ['curl', 'evil'], {
            depth: 2,
            parentGuess: 'sole_server',
            activities: [
              {
                kind: 'network',
                time: '2026-11-24T02:59:16.000Z',
                action: 'connection_attempted',
                target: '203.0.113.9:443',
              },
            ],
          }),
        ]),
      ],
    })
  );
  const rows = await screen.findAllByTestId('webServerRceStoryProcess');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    '+0.00 sid pid 4711 · exit code 0www-data · /srv/www',
    "+1 min 15 ssh -c 'curl evil' pid 4786 this alertwww-data · /srv/www",
    expect.stringMatching(
      /^\+1 min 16 scurl evil pid 4787 Who.*guess.*only server.*connection_attempted 203\.0\.113\.9:443$/
    ),
  ]);
  expect(screen.getByText('php-fpm8.2 ran 2 commands in this time, oldest first.')).toBeDefined();
});

test('looks further around the alert when asked', async () => {
  const asked: unknown[] = [];
  const { user } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      [STORY]: ({ query }) => {
        asked.push(query);
        return { story: toSampleStory() };
      },
    },
  });
  await screen.findByTestId('webServerRceStoryTree');
  await user.click(screen.getByText('± 24 h'));
  expect(asked).toEqual([{ minutes: 15 }, { minutes: 1440 }]);
});

test('says that no web server is known above the alert', async () => {
  openStory(toSampleStory({ server: undefined, trees: [] }));
  expect(await screen.findByText(/^No web server above this alert is known/)).toBeDefined();
});

test('does not let a part that was read look like the whole', async () => {
  openStory(toSampleStory({ isCut: true }));
  expect(await screen.findByText(/more in this period than could be read/)).toBeDefined();
});

test('says that the story could not be read, and the rest of the alert stays', async () => {
  renderApp({
    path: '/alerts/alert-1',
    answers: {
      [STORY]: () => {
        throw httpError(500, { message: 'broken' });
      },
    },
  });
  expect((await screen.findByTestId('webServerRceProblem')).textContent).toContain('broken');
  expect(screen.getByTestId('webServerRceReason')).toBeDefined();
});

test('draws the commands next to the alert first, and all of many when asked', async () => {
  const trees = Array.from({ length: 100 }, (_, second) =>
    toStoryTree([toStoryProcess(second, ['id'], { isOfAlert: second === 90 })])
  );
  const { user } = openStory(toSampleStory({ trees }));
  expect(await screen.findAllByTestId('webServerRceStoryTree')).toHaveLength(5);
  expect(screen.getByText('this alert')).toBeDefined();
  await user.click(screen.getByText('Show all 100 commands'));
  expect(screen.getAllByTestId('webServerRceStoryTree')).toHaveLength(100);
});

test('shows what an attacker typed as text', async () => {
  const hostile = '<img src=x onerror=alert(1)>\u202e';
  openStory(toSampleStory({ trees: [toStoryTree([toStoryProcess(0, [hostile])])] }));
  const story = await screen.findByTestId('webServerRceStory');
  await within(story).findByTestId('webServerRceStoryTree');
  expect(story.textContent).toContain('<img src=x');
  expect(story.textContent).not.toContain('\u202e');
  expect(story.querySelector('img')).toBeNull();
});

test('folds a tree of many programs, by keyboard too, and never the alert’s own', async () => {
  const many = Array.from({ length: 30 }, (_, place) =>
    toStoryProcess(place, [`step${place}`], { isOfAlert: place === 20 })
  );
  const few = many
    .slice(0, 8)
    .map((process) => ({ ...process, eventId: `few-${process.eventId}` }));
  const { user } = openStory(
    toSampleStory({ trees: [toStoryTree(few), toStoryTree(many, { id: 'b' })] })
  );
  const [small, big] = (await screen.findAllByTestId('webServerRceStoryTree')).map((tree) =>
    within(tree)
  );
  const countRows = () => big?.getAllByTestId('webServerRceStoryProcess').length;
  expect(small?.queryByTestId('webServerRceStoryFold')).toBeNull();
  expect(countRows()).toBe(9);
  expect(big?.getByText('step20')).toBeDefined();
  const button = big?.getByRole('button', { name: '21 more' });
  expect(button?.getAttribute('aria-expanded')).toBe('false');
  button?.focus();
  await user.keyboard('{Enter}');
  expect(countRows()).toBe(30);
  expect(button?.getAttribute('aria-expanded')).toBe('true');
  await user.keyboard('{Enter}');
  expect(countRows()).toBe(9);
});
