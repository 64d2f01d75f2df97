import type { Unit } from './unit.entity.js';

export interface UnitNode {
  readonly unit: Unit;
  readonly depth: number;
  readonly children: readonly UnitNode[];
}

/** Units as a tree, each level in its order; a unit whose parent is not among them stands at the top. */
export function treeOf(units: readonly Unit[]): UnitNode[] {
  const ids = new Set(units.map(({ id }) => id));
  const below = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const nodesOf = (parentId: string | null, depth: number): UnitNode[] =>
    (below.get(parentId) ?? [])
      .toSorted(byPlace)
      .map((unit) => ({ unit, depth, children: nodesOf(unit.id, depth + 1) }));
  return nodesOf(null, 0);
}

/** The tree from top to bottom, for lists to choose from. */
export function flattened(nodes: readonly UnitNode[]): UnitNode[] {
  return nodes.flatMap((node) => [node, ...flattened(node.children)]);
}

function byPlace(a: Unit, b: Unit): number {
  return a.position - b.position || a.code.localeCompare(b.code);
}
