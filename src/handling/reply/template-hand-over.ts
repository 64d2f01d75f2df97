import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { EventBus, type LedgerEvent, type Transaction } from '../../kernel/index.js';
import { ReplyTemplate } from './reply-template.entity.js';

/** 机构调整: templates in use go to the successor of their unit; of two with one name the newcomer says where it comes from. */
@Injectable()
export class TemplateHandOver implements OnModuleInit {
  constructor(private readonly bus: EventBus) {}

  onModuleInit(): void {
    this.bus.on('unit.merge', (event, tx) => this.move(event, tx));
  }

  private async move({ subjectId: unitId, data }: LedgerEvent, tx: Transaction): Promise<void> {
    const successorId = String(data.successorId);
    const inUse = (of: string) => tx.findBy(ReplyTemplate, { unitId: of, retiredAt: IsNull() });
    const taken = new Set((await inUse(successorId)).map(({ name }) => name));
    for (const template of await inUse(unitId)) {
      const name = freeName(template.name, String(data.name), taken);
      taken.add(name);
      template.handTo(successorId, name);
      await tx.save(template);
    }
  }
}

/** 充电设施类, 充电设施类（后勤保障部）, 充电设施类（后勤保障部2） … */
export function freeName(name: string, unit: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let n = 1; ; n++) {
    const further = `${name}（${unit}${n === 1 ? '' : n}）`;
    if (!taken.has(further)) return further;
  }
}
