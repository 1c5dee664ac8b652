import { EuiButton, EuiPopover, EuiSelectable } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { Problem } from '../text/problem';
import { toVisible } from '../text/split_hidden';
import type { CaseAccess } from './case_access';
import type { CaseFacts } from './cases_client';
import { useOpenCases } from './use_cases';

/** Lets the reader pick one of the cases that are not closed. */
export const ExistingCaseButton = ({
  access,
  isBusy,
  onPick,
}: {
  access: CaseAccess;
  isBusy: boolean;
  onPick: (picked: CaseFacts) => void;
}): ReactElement => {
  const [isOpen, setOpen] = useState(false);
  const label = i18n.translate('webServerRce.case.existing', {
    defaultMessage: 'Add to existing case',
  });
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      panelStyle={{ width: 400 }}
      aria-label={label}
      button={
        <EuiButton
          size="s"
          isLoading={isBusy}
          onClick={() => setOpen(!isOpen)}
          data-test-subj="webServerRceExistingCase"
        >
          {label}
        </EuiButton>
      }
    >
      <CaseChoice
        access={access}
        label={label}
        onPick={(picked) => {
          setOpen(false);
          onPick(picked);
        }}
      />
    </EuiPopover>
  );
};

/** Read when it is opened, not with every alert. */
const CaseChoice = ({
  access,
  label,
  onPick,
}: {
  access: CaseAccess;
  label: string;
  onPick: (picked: CaseFacts) => void;
}): ReactElement => {
  const cases = useOpenCases(access);
  if (cases.isError) {
    return (
      <Problem
        title={i18n.translate('webServerRce.case.openNotRead', {
          defaultMessage: 'The cases could not be read',
        })}
        error={cases.error}
        onRetry={() => void cases.refetch()}
      />
    );
  }
  return (
    <EuiSelectable
      aria-label={label}
      searchable
      singleSelection
      listProps={{ isVirtualized: false }}
      isLoading={cases.isLoading}
      options={(cases.data ?? []).map((one) => ({ key: one.id, label: toVisible(one.title), one }))}
      onChange={(options) => {
        const picked = options.find(({ checked }) => checked === 'on');
        if (picked !== undefined) onPick(picked.one);
      }}
      emptyMessage={i18n.translate('webServerRce.case.noneOpen', {
        defaultMessage: 'No case is open that you may add to.',
      })}
      height={240}
    >
      {(list, search) => (
        <>
          {search}
          {list}
        </>
      )}
    </EuiSelectable>
  );
};
