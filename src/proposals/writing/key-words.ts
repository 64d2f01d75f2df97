import { allWordsOf } from '../../search/index.js';

const MOST = 20;

/** Words that say nothing about the matter of a proposal. */
const COMMON = new Set(
  '关于 提案 建议 进一步 加强 完善 优化 改善 提高 提升 推进 加快 建立 健全 学校 我校 教职工 教师 工作 问题 管理 机制 制度 服务 增设 设置 解决 规范 落实'.split(
    ' ',
  ),
);

/** The words of a title by which similar ones are found. */
export function keyWordsOf(title: string): string[] {
  const words = allWordsOf(title).map((word) => word.toLowerCase());
  return [...new Set(words.filter((word) => [...word].length > 1 && !COMMON.has(word)))].slice(0, MOST);
}
