const SENTENCES: Readonly<Record<number, string>> = {
  400: '请求的内容无法识别，没有执行。请检查地址是否完整，或返回首页。',
  404: '没有找到您要的内容，请检查地址是否完整。',
  431: '请求的内容太长，没有执行。请清除本站的 Cookie 后重试。',
  500: '系统出了问题，刚才的操作没有完成。请稍后再试。',
};

/** The last resort: an answer without templates, catalogues, sign-in or database, for when these cannot be asked. */
export function plainPage(status: number): string {
  const sentence = SENTENCES[status] ?? SENTENCES[status < 500 ? 400 : 500]!;
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有完成（${status}）</title>
<h1>没有完成（${status}）</h1><p>${sentence}</p><p><a href="/">回到首页</a></p></html>
`;
}
