import { Injectable } from '@nestjs/common';
import { sessionName } from '../../congress/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import type { FormView } from '../../web/index.js';
import { AwardReading, type AwardView } from '../award-reading.js';
import { citationField } from './award.forms.js';
import { frameOf } from './candidate.pages.js';
import { averageText } from './candidates.presenter.js';

/** The form of the decision: every candidate and every ranked unit with a place for its citation. */
@Injectable()
export class DecisionPages {
  constructor(private readonly reading: AwardReading) {}

  async show(code: string, form: FormView, actor: Actor): Promise<object> {
    const view = await this.reading.for('decide', code, actor);
    const title = msg('awards.decision.title');
    return {
      ...frameOf(code, title, form),
      head: { title, kicker: [sessionName(view.session)], lead: msg('awards.decision.lead') },
      action: `/congress/${code}/awards/decision`,
      proposals: candidatesOf(view, actor).map(({ proposal, average, scores }) => ({
        ...form.field(citationField(proposal.id)),
        title: `${proposal.ref} ${proposal.title}`,
        standing: averageText(average, scores.length),
      })),
      units: rankedOf(view).map(({ unitId, unit, place, score }) => ({
        ...form.field(citationField(unitId)),
        title: unit,
        standing: msg('awards.standing', { place: place!, points: score!.toFixed(1) }),
      })),
    };
  }

  /** What may be awarded. */
  async offered(code: string, actor: Actor): Promise<{ proposalIds: string[]; unitIds: string[] }> {
    const view = await this.reading.for('decide', code, actor);
    return {
      proposalIds: candidatesOf(view, actor).map(({ proposal }) => proposal.id),
      unitIds: rankedOf(view).map(({ unitId }) => unitId),
    };
  }
}

/** Without those in which the decider has a part. */
function candidatesOf({ candidates }: AwardView, { staffId }: Actor) {
  return (candidates ?? []).filter(({ proposal }) => !proposal.involves(staffId));
}

function rankedOf({ ranking }: AwardView) {
  return (ranking ?? []).filter(({ place }) => place !== null);
}
