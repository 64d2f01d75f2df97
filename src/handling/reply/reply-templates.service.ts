import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not } from 'typeorm';
import { type Actor, authorize, Clock, isId, type Rule, type Transaction } from '../../kernel/index.js';
import { AdministrativeEvents } from '../../ledger/index.js';
import { ReplyTemplate } from './reply-template.entity.js';
import { TemplateChangedMeanwhile, TemplateNameTaken, TemplateNotFound } from './reply-template.errors.js';

export interface TemplateText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** The version that was read; 0 for a new one. */
  readonly version: number;
}

/** Officers and heads keep the templates of their unit. */
export const keepsTemplates: Rule<string> = (actor, unitId) =>
  actor.is('unit_officer', unitId) ? 'unit_officer' : actor.is('unit_head', unitId) ? 'unit_head' : null;

/** 复文模板 of a unit. */
@Injectable()
export class ReplyTemplates {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: AdministrativeEvents,
  ) {}

  /** All of a unit, those in use first. */
  of(unitId: string, actor: Actor): Promise<ReplyTemplate[]> {
    authorize(keepsTemplates(actor, unitId), 'reply_template');
    const order = { retiredAt: { direction: 'DESC', nulls: 'FIRST' }, name: 'ASC' } as const;
    return this.db.manager.find(ReplyTemplate, { where: { unitId }, order });
  }

  /** What an officer can choose from when drafting. */
  inUse(unitId: string): Promise<ReplyTemplate[]> {
    return this.db.manager.find(ReplyTemplate, { where: { unitId, retiredAt: IsNull() }, order: { name: 'ASC' } });
  }

  async find(unitId: string, id: string, tx: Transaction = this.db.manager): Promise<ReplyTemplate> {
    const template = isId(id) ? await tx.findOneBy(ReplyTemplate, { id, unitId }) : null;
    if (!template) throw new TemplateNotFound();
    return template;
  }

  /** The same id twice is the same template; an older page does not overwrite a newer text. */
  write(unitId: string, { id, name, text, version }: TemplateText, actor: Actor): Promise<void> {
    return this.change(unitId, 'write_template', id, actor, async (tx) => {
      const known = await tx.findOneBy(ReplyTemplate, { id });
      if (known && known.unitId !== unitId) throw new TemplateNotFound();
      if (known?.name === name && known.text === text) return false;
      if (known && known.version !== version) throw new TemplateChangedMeanwhile();
      const others = { unitId, name, retiredAt: IsNull(), id: Not(id) };
      if (await tx.existsBy(ReplyTemplate, others)) throw new TemplateNameTaken();
      const template = known ?? ReplyTemplate.of(unitId, id);
      template.write(name, text, { by: actor, at: this.clock.now() });
      await tx.save(template);
      return true;
    });
  }

  retire(unitId: string, id: string, actor: Actor): Promise<void> {
    return this.change(unitId, 'retire_template', id, actor, async (tx) => {
      const template = await this.find(unitId, id, tx);
      if (template.isRetired) return false;
      template.retire(this.clock.now());
      await tx.save(template);
      return true;
    });
  }

  /** One change at a time in a unit. */
  private change(
    unitId: string,
    action: string,
    templateId: string,
    actor: Actor,
    step: (tx: Transaction) => Promise<boolean>,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      const role = authorize(keepsTemplates(actor, unitId), 'reply_template');
      await tx.query('select 1 from unit where id = $1 for update', [unitId]);
      if (!(await step(tx))) return;
      const deed = { subjectType: 'unit', subjectId: unitId, action, by: actor, role, data: { templateId } };
      await this.events.record(deed, tx);
    });
  }
}
