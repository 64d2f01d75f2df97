import { type Message, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import type { SessionSettings } from '../session-settings.js';

type Name = keyof SessionSettings;

/** The settings in the groups and the order in which a secretary thinks of them. */
const GROUPS: readonly (readonly [group: string, names: readonly Name[]])[] = [
  ['proposing', ['secondersRequired', 'collectiveQuorum', 'delegationCheck', 'betweenSessionFiling']],
  ['review', ['declineExplanationDays', 'secondLookDays', 'completionDays', 'inquiryDays']],
  [
    'handling',
    ['leadDays', 'assistingDays', 'suggestionDays', 'signForDays', 'returnDays', 'supervisionDays', 'leaderSignature'],
  ],
  ['rating', ['ratingDays', 'ratingRule', 'rounds', 'secondRoundDays', 'minimumSample']],
  [
    'awards',
    [
      'awardNominations',
      'awardSignFor',
      'awardOnTime',
      'awardContact',
      'awardOutcome',
      'awardSatisfaction',
      'awardFollowUp',
    ],
  ],
];
const CHOICES: Partial<Record<Name, readonly string[]>> = {
  collectiveQuorum: ['two_thirds', 'more_than_half'],
  ratingRule: ['any', 'majority', 'lead'],
  delegationCheck: ['yes', 'no'],
  betweenSessionFiling: ['yes', 'no'],
  leaderSignature: ['yes', 'no'],
};

export function presentSettings(form: FormView) {
  return GROUPS.map(([group, names]) => ({
    title: msg(`congress.settings.groups.${group}`),
    fields: names.map((name) => presentSetting(name, form)),
  }));
}

function presentSetting(name: Name, form: FormView) {
  const of = CHOICES[name];
  const words = { label: `congress.settings.${name}.name`, hint: `congress.settings.${name}.hint` };
  if (!of) return { ...words, number: form.field(name), choice: null };
  const options = of.map((value) => ({ value, text: choiceText(name, value) }));
  return { ...words, number: null, choice: form.choice(name, options) };
}

function choiceText(name: Name, value: string): Message {
  return msg(value === 'yes' || value === 'no' ? `congress.settings.${value}` : `congress.settings.${name}.${value}`);
}
