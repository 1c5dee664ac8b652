import type { Signature, Triage } from './triage';
import type { TriageChange } from './triage_change';

/** More than people do with one alert; a script that changes it in a loop must not fill the store. */
export const MOST_ENTRIES = 500;
const MOST_STEPS = 100;

/** The triage after a change. Everything changed is also in the history, so nothing said is lost by the next change. */
export const applyChange = (triage: Triage, change: TriageChange, signature: Signature): Triage => {
  const history = [...triage.history, { ...signature, change }];
  const tooMany = Math.max(0, history.length - MOST_ENTRIES);
  return {
    ...toChanged(triage, change, signature),
    history: history.slice(tooMany),
    forgotten: triage.forgotten + tooMany,
  };
};

const toChanged = (triage: Triage, change: TriageChange, signature: Signature): Triage => {
  switch (change.kind) {
    case 'verdict': {
      const { verdict, comment } = change;
      return { ...triage, verdict: { ...signature, verdict, comment } };
    }
    case 'verdict_withdrawn':
      return withoutVerdict(triage);
    case 'status':
      // A verdict says why an alert is closed: one that is opened again has none.
      return change.status === 'closed' ? triage : withoutVerdict(triage);
    case 'assignee': {
      const { assignee: _before, ...rest } = triage;
      return change.assignee === null ? rest : { ...rest, assignee: change.assignee };
    }
    case 'step': {
      const { step, isDone, note } = change;
      const steps = { ...triage.steps, [step]: { ...signature, isDone, note } };
      return Object.keys(steps).length > MOST_STEPS ? triage : { ...triage, steps };
    }
    case 'note':
    case 'run':
    case 'response':
      return triage;
  }
};

const withoutVerdict = ({ verdict: _withdrawn, ...rest }: Triage): Triage => rest;
