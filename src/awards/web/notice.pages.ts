import { Injectable } from '@nestjs/common';
import { sessionName, sessionNumbers } from '../../congress/index.js';
import { NoticeLookup } from '../../disclosure/index.js';
import { RoleHolders } from '../../identity/index.js';
import { type Actor, msg } from '../../kernel/index.js';
import { Directory, type Unit } from '../../organization/index.js';
import { FormView, Pages } from '../../web/index.js';
import { AlreadyAnnounced } from '../award.errors.js';
import { AwardReading, type AwardView } from '../award-reading.js';
import { frameOf } from './candidate.pages.js';
import { suggestedNotice } from './suggested-notice.js';

/** The form of the notice that a decided award makes. */
@Injectable()
export class NoticePages {
  constructor(
    private readonly reading: AwardReading,
    private readonly notices: NoticeLookup,
    private readonly directory: Directory,
    private readonly roleHolders: RoleHolders,
    private readonly pages: Pages,
  ) {}

  /** Without `typed` the suggested text stands in the fields. */
  async show(code: string, typed: FormView | null, actor: Actor): Promise<object> {
    const view = await this.reading.for('announce', code, actor);
    const units = await this.offered(view);
    const form = typed ?? (await this.suggested(view, units, actor));
    const title = msg('awards.notice.do');
    return {
      ...frameOf(code, title, form),
      head: { title, kicker: [sessionName(view.session)], lead: msg('awards.notice.hint') },
      action: `/congress/${code}/awards/notice`,
      unitId: form.choice(
        'unitId',
        units.map(({ id, name }) => ({ value: id, text: name })),
      ),
      title: form.field('title'),
      body: form.field('body'),
    };
  }

  /** The address of the notice that exists already; refused where a colleague made it and it is not published yet. */
  async existing(code: string, actor: Actor): Promise<string | null> {
    const { session } = await this.reading.for('announce', code, actor);
    const notice = await this.notices.ofAward(session.id, actor);
    if (!notice && (await this.notices.isAnnounced(session.id))) throw new AlreadyAnnounced();
    return notice?.href ?? null;
  }

  /** Units below that of the congress for which somebody publishes. */
  private async offered({ session }: AwardView): Promise<Unit[]> {
    const below = new Set(await this.directory.subtree([session.term.congress.unitId]));
    const units = (await this.directory.activeUnits()).filter(({ id }) => below.has(id));
    const holders = await Promise.all(units.map(({ id }) => this.roleHolders.of('publisher', id)));
    return units.filter((_, i) => holders[i]!.length > 0);
  }

  private async suggested(view: AwardView, units: readonly Unit[], actor: Actor): Promise<FormView> {
    const { winners, session } = view;
    const awarded = new Set(winners.map(({ proposalId }) => proposalId));
    const proposals = (view.candidates ?? []).map(({ proposal }) => proposal).filter(({ id }) => awarded.has(id));
    const people = await this.directory.peopleById(proposals.flatMap(({ proposerIds }) => proposerIds));
    const texts = (key: string, params?: Record<string, string>) => this.pages.catalogues.text('zh', key, params);
    const text = suggestedNotice({ winners, proposals, people, session: sessionNumbers(session) }, texts);
    const office = units.find(({ id }) => id === actor.unitId) ?? units[0];
    return new FormView({ ...text, unitId: office?.id ?? '' });
  }
}
