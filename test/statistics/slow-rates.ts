import type { CaseFact } from '../../src/statistics/facts.js';
import { type Ratio, RATE_NAMES, type RateName } from '../../src/statistics/rates.js';

/** The definitions of domain.md a second time, as loops. */
export function slowRates(cases: readonly CaseFact[], asOf: string): Record<string, Ratio> {
  const rates = Object.fromEntries(RATE_NAMES.map((name) => [name, { numerator: 0, denominator: 0 }]));
  const count = (name: RateName, inDenominator: boolean, inNumerator: boolean) => {
    if (inDenominator) rates[name]!.denominator++;
    if (inDenominator && inNumerator) rates[name]!.numerator++;
  };
  for (const one of cases) {
    const replied = one.repliedOn !== null;
    const due = replied || (one.dueOn !== null && one.dueOn < asOf);
    const onTime = replied && one.dueOn !== null && one.repliedOn! <= one.dueOn;
    const rated = ['satisfied', 'mostly', 'dissatisfied'].includes(one.rating ?? '');
    const content = ['satisfied', 'mostly'].includes(one.rating ?? '');
    const everPromised = one.outcomeClass === 'B' || one.reclassifiedOn !== null;
    const promised = everPromised && (one.implemented || (one.promiseDueOn ?? '9999') < (one.reclassifiedOn ?? asOf));
    count('reply', due, replied);
    count('onTime', due, onTime);
    count('extended', due, one.extended);
    count('overdue', due, !onTime);
    count('contact', replied, one.contacted);
    count('response', replied, rated);
    count('satisfied', rated, one.rating === 'satisfied');
    count('content', rated, content);
    count('contentAtFirst', rated, content && one.round === 1);
    count('rehandled', rated, one.round > 1);
    count('contentAfterwards', one.round > 1, content);
    count('solved', true, ['A', 'B'].includes(one.outcomeClass ?? ''));
    count('solvedAtOnce', true, one.outcomeClass === 'A');
    count('implemented', true, one.implemented);
    count('promiseKept', promised, one.implemented);
    count('reclassified', everPromised, one.reclassifiedOn !== null);
    count('endedDissatisfied', one.concluded, one.rating === 'dissatisfied');
  }
  return rates;
}
