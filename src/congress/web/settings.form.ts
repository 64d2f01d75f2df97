import { Choice, WholeNumber } from '../../web/index.js';
import type { SessionSettings } from '../session-settings.js';

const YES_NO = { of: ['yes', 'no'], required: true } as const;
const DAYS = { from: 1, to: 250, required: true } as const;
const WEIGHT = { from: 0, to: 100, required: true } as const;
const label = (name: keyof SessionSettings) => `congress.settings.${name}.name`;

/** Every setting of a session, as the secretary fills it in. */
export class SettingsForm {
  @WholeNumber({ label: label('secondersRequired'), from: 0, to: 50, required: true }) secondersRequired = '';
  @Choice({ label: label('collectiveQuorum'), of: ['two_thirds', 'more_than_half'], required: true })
  collectiveQuorum = '';
  @Choice({ label: label('delegationCheck'), ...YES_NO }) delegationCheck = '';
  @Choice({ label: label('betweenSessionFiling'), ...YES_NO }) betweenSessionFiling = '';
  @WholeNumber({ label: label('leadDays'), ...DAYS }) leadDays = '';
  @WholeNumber({ label: label('assistingDays'), ...DAYS }) assistingDays = '';
  @WholeNumber({ label: label('suggestionDays'), ...DAYS }) suggestionDays = '';
  @WholeNumber({ label: label('signForDays'), ...DAYS }) signForDays = '';
  @WholeNumber({ label: label('returnDays'), ...DAYS }) returnDays = '';
  @WholeNumber({ label: label('supervisionDays'), ...DAYS }) supervisionDays = '';
  @WholeNumber({ label: label('ratingDays'), ...DAYS }) ratingDays = '';
  @WholeNumber({ label: label('secondRoundDays'), ...DAYS }) secondRoundDays = '';
  @WholeNumber({ label: label('declineExplanationDays'), ...DAYS }) declineExplanationDays = '';
  @WholeNumber({ label: label('secondLookDays'), ...DAYS }) secondLookDays = '';
  @WholeNumber({ label: label('completionDays'), ...DAYS }) completionDays = '';
  @WholeNumber({ label: label('inquiryDays'), ...DAYS }) inquiryDays = '';
  @WholeNumber({ label: label('rounds'), from: 1, to: 5, required: true }) rounds = '';
  @Choice({ label: label('ratingRule'), of: ['any', 'majority', 'lead'], required: true }) ratingRule = '';
  @Choice({ label: label('leaderSignature'), ...YES_NO }) leaderSignature = '';
  @WholeNumber({ label: label('minimumSample'), from: 1, to: 100, required: true }) minimumSample = '';
  @WholeNumber({ label: label('awardNominations'), from: 1, to: 50, required: true }) awardNominations = '';
  @WholeNumber({ label: label('awardSignFor'), ...WEIGHT }) awardSignFor = '';
  @WholeNumber({ label: label('awardOnTime'), ...WEIGHT }) awardOnTime = '';
  @WholeNumber({ label: label('awardContact'), ...WEIGHT }) awardContact = '';
  @WholeNumber({ label: label('awardOutcome'), ...WEIGHT }) awardOutcome = '';
  @WholeNumber({ label: label('awardSatisfaction'), ...WEIGHT }) awardSatisfaction = '';
  @WholeNumber({ label: label('awardFollowUp'), ...WEIGHT }) awardFollowUp = '';
}

/** The form has exactly the settings: a new one that is missing here does not compile. */
type Complete = Record<keyof SessionSettings, string>;

export function typedOf(settings: SessionSettings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, textOf(value)]));
}

export function settingsOf(form: SettingsForm & Complete): SessionSettings {
  const entries = Object.entries(form).map(([name, text]) => [name, valueOf(text)]);
  return Object.fromEntries(entries) as unknown as SessionSettings;
}

export function textOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}

function valueOf(text: string): string | number | boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  return /^\d+$/.test(text) ? Number(text) : text;
}
