import { Controller, Get, Param, Query, Render, Res } from '@nestjs/common';
import { beijingDate } from '../../calendar/index.js';
import { Honours } from '../../congress/index.js';
import { type Actor, msg, NotFound, pageRequest } from '../../kernel/index.js';
import { Directory, type Unit } from '../../organization/index.js';
import { CurrentActor, presentPager, type Reply } from '../../web/index.js';
import { UNIT_FACET_NAMES, type UnitFacet } from '../case/case-facets.js';
import { CaseLists } from '../case/case-lists.js';
import { DraftingDesk } from '../reply/drafting-desk.service.js';
import { type FormerDuty, FormerDuties } from '../duty/former-duties.js';
import { RepliesRepository } from '../reply/replies.repository.js';
import { keepsTemplates } from '../reply/reply-templates.service.js';
import { presentRows } from '../case/web/case-rows.presenter.js';
import { CATEGORY_OFFERS, KIND_OFFERS, PART_OFFERS, presentFilters, presentTabs } from './list-filters.presenter.js';
import { type RawQuery, readListQuery } from './list-query.js';

/** Who works for a unit. */
export const WORKING_ROLES = ['unit_officer', 'unit_head', 'leader'] as const;
/** Who watches over what was promised and urged. */
export const WATCHERS = ['committee', 'supervisor', ...WORKING_ROLES] as const;
const RARE: readonly UnitFacet[] = ['overdue', 'follow_up'];

/** The cases of a unit, for those who work in it or watch over it. */
@Controller('units')
export class UnitCasesController {
  constructor(
    private readonly lists: CaseLists,
    private readonly directory: Directory,
    private readonly replies: RepliesRepository,
    private readonly former: FormerDuties,
    private readonly honours: Honours,
    private readonly drafting: DraftingDesk,
  ) {}

  /** The door from the navigation: to the first of one's own units. */
  @Get(['', 'cases'])
  async mine(@CurrentActor() actor: Actor, @Res() reply: Reply): Promise<void> {
    const [first] = await this.ownUnits(actor);
    if (!first) throw new NotFound('unit');
    reply.redirect(`/units/${first.code}/cases`, 303);
  }

  @Get(':code/cases')
  @Render('handling/unit')
  async show(@Param('code') code: string, @Query() raw: RawQuery, @CurrentActor() actor: Actor): Promise<object> {
    const unit = (await this.directory.activeUnits()).find((one) => one.code === code);
    if (!unit || !mayLookInto(unit, actor)) throw new NotFound('unit');
    const path = `/units/${code}/cases`;
    const query = readListQuery(raw, UNIT_FACET_NAMES);
    const unitIds = await this.directory.subtree([unit.id]);
    const list = await this.lists.ofUnits(unitIds, actor, query.filters, query.facet, pageRequest(raw.page));
    const unsigned = await this.replies.unsignedOf(idsOf(list.page.items), actor);
    const writers = await this.drafting.writersOf(list.page.items, actor);
    const own = await this.ownUnits(actor);
    const honours = await this.honours.of('unit', unit.id, actor);
    return {
      pageTitle: msg('handling.unit.title', { unit: unit.name }),
      units: own.length > 1 ? presentUnits(own, unit) : null,
      tabs: presentTabs(path, query, list.counts, { facets: UNIT_FACET_NAMES, rare: RARE }),
      filters: presentFilters(path, query, { part: PART_OFFERS, category: CATEGORY_OFFERS, kind: KIND_OFFERS }),
      rows: presentRows(list, unitIds, unsigned, writers),
      former: query.facet === 'all' ? presentFormer(await this.former.of(unitIds, actor)) : null,
      empty: list.page.items.length === 0 ? { text: msg('handling.unit.empty') } : null,
      honours: honours.map((honour) => ({ term: msg('awards.honour.title'), ...honour })),
      templates: keepsTemplates(actor, unit.id) === null ? null : `/units/${code}/templates`,
      pager: presentPager(list.page, path, { state: query.facet, ...query.address }),
    };
  }

  /** The units one works for, without those below them. */
  private async ownUnits(actor: Actor): Promise<Unit[]> {
    const ids = new Set(WORKING_ROLES.flatMap((role) => actor.scopesOf(role)));
    const units = await this.directory.activeUnits();
    return units.filter(({ id, parentId }) => ids.has(id) && (parentId === null || !ids.has(parentId)));
  }
}

function mayLookInto({ id }: Unit, actor: Actor): boolean {
  return WORKING_ROLES.some((role) => actor.is(role, id)) || actor.is('committee') || actor.is('supervisor', id);
}

/** For `handling/former`. */
function presentFormer(duties: readonly FormerDuty[]) {
  if (duties.length === 0) return null;
  return {
    title: msg('duties.former.title'),
    rows: duties.map(({ ref, number, title, part, assignedAt, endedAt }) => ({
      href: title === null ? null : `/cases/${ref}`,
      title: title ?? msg('duties.former.closed'),
      number,
      note: msg('duties.former.note', {
        part: `@handling.part.${part}`,
        from: beijingDate(assignedAt),
        until: endedAt === null ? '' : beijingDate(endedAt),
      }),
      tag: { tone: 'neutral', text: msg('duties.former.title') },
    })),
  };
}

function presentUnits(units: readonly Unit[], current: Unit) {
  return {
    label: msg('handling.unit.own'),
    items: units.map(({ code, name, id }) => ({
      text: name,
      href: `/units/${code}/cases`,
      current: id === current.id,
    })),
  };
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}
