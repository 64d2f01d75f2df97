-- The disclosure catalogue (高等学校信息公开事项清单): 10 classes, 50 items.
create table catalogue_class (
  number int primary key,
  name   text not null
);
create table catalogue_item (
  number       int primary key,
  class_number int not null references catalogue_class (number),
  title        text not null
);
insert into catalogue_class (number, name) values
  (1, '基本信息'),
  (2, '招生考试信息'),
  (3, '财务、资产及收费信息'),
  (4, '人事师资信息'),
  (5, '教学质量信息'),
  (6, '学生管理服务信息'),
  (7, '学风建设信息'),
  (8, '学位、学科信息'),
  (9, '对外交流与合作信息'),
  (10, '其他');
insert into catalogue_item (number, class_number, title) values
  (1, 1, '办学规模/校级领导班子简介及分工/机构/学科/专业/在校生/教师数'),
  (2, 1, '章程及各项规章制度'),
  (3, 1, '教代会相关制度、工作报告'),
  (4, 1, '学术委员会制度、年度报告'),
  (5, 1, '发展规划、年度工作计划及重点工作安排'),
  (6, 1, '信息公开年度报告'),
  (7, 2, '招生章程、特殊类型招生办法、分批次分科类计划'),
  (8, 2, '特殊类型入选考生资格及测试结果'),
  (9, 2, '录取查询渠道、分批次分科类录取人数和最低分'),
  (10, 2, '招生咨询、申诉渠道、复查期间举报调查处理结果'),
  (11, 2, '研究生简章、专业目录、复试录取办法、各院系招收人数'),
  (12, 2, '参加研究生复试考生成绩'),
  (13, 2, '拟录取研究生名单'),
  (14, 2, '研究生招生咨询及申诉渠道'),
  (15, 3, '财务、资产管理制度'),
  (16, 3, '受捐赠财产使用与管理'),
  (17, 3, '校办企业资产、负债、国资保值增值'),
  (18, 3, '设备/图书/药品采购和重大基建招投标'),
  (19, 3, '收支预算总表、收入预算表、支出预算表、财政拨款支出预算表'),
  (20, 3, '收支决算总表、收入决算表、支出决算表、财政拨款支出决算表'),
  (21, 3, '收费项目、依据、标准及投诉方式'),
  (22, 4, '校级领导干部社会兼职'),
  (23, 4, '校级领导干部因公出国(境)'),
  (24, 4, '岗位设置管理与聘用办法'),
  (25, 4, '校内中层干部任免、人员招聘信息'),
  (26, 4, '教职工争议解决办法'),
  (27, 5, '本科生占比、教师数量及结构'),
  (28, 5, '专业设置、新增、停招名单'),
  (29, 5, '课程总门数、实践/选修学分比例'),
  (30, 5, '主讲本科课程的教授比例、教授授课占课程门次比例'),
  (31, 5, '促进就业政策措施和指导服务'),
  (32, 5, '毕业生规模、结构、就业率、流向'),
  (33, 5, '就业质量年度报告'),
  (34, 5, '艺术教育发展年度报告'),
  (35, 5, '本科教学质量报告'),
  (36, 6, '学籍管理办法'),
  (37, 6, '奖助学金、减免、贷款、勤工俭学申请与管理'),
  (38, 6, '学生奖励处罚办法'),
  (39, 6, '学生申诉办法'),
  (40, 7, '学风建设机构'),
  (41, 7, '学术规范制度'),
  (42, 7, '学术不端行为查处机制'),
  (43, 8, '授予博士、硕士、学士学位基本要求'),
  (44, 8, '同等学力人员资格审查和水平认定'),
  (45, 8, '新增学位授权审核办法'),
  (46, 8, '拟新增授权点申报及论证材料'),
  (47, 9, '中外合作办学情况'),
  (48, 9, '来华留学生管理相关规定'),
  (49, 10, '巡视组反馈意见及整改落实'),
  (50, 10, '突发事件应急预案、预警和处置、涉及学校的重大事件调查和处理');

-- Notices: what the school tells about itself, from the draft to the archive.
create table notice (
  id               uuid primary key,
  index_number     text constraint notice_index_number_is_unique unique,   -- cw-finance-2026-003, used in addresses
  unit_id          uuid not null references unit (id),
  category         text not null constraint notice_category_is_known check (category in (
                     'rules', 'decisions', 'finance', 'procurement', 'personnel', 'welfare', 'admissions', 'teaching',
                     'research', 'safety', 'congress', 'results', 'other')),
  catalogue_item   int references catalogue_item (number),
  attribute        text not null constraint notice_attribute_is_known check (attribute in ('own', 'request', 'closed')),
  audience_kind    text not null constraint notice_audience_kind_is_known check (audience_kind in ('public', 'staff', 'delegates', 'units')),
  audience_unit_ids uuid[] not null default '{}',
  audience_reason  text not null default '',
  title            text not null default '',
  body             text not null default '',
  document_number  text not null default '',
  document_date    date,
  keywords         text[] not null default '{}',
  valid_from       date,
  valid_until      date,
  status           text not null constraint notice_status_is_known check (status in (
                     'draft', 'at_head', 'at_secrecy', 'at_office', 'published', 'withdrawn', 'superseded', 'discarded')),
  return_reason    text,               -- why it came back to the draft
  secrecy_note     text,               -- the reviewer is not sure
  withdraw_reason  text,
  replaces_id      uuid references notice (id),
  case_id          uuid references handling_case (id) constraint notice_of_a_case_is_posted_once unique,
  congress_id      uuid references congress (id),
  drafted_by       uuid not null references staff (id),
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  published_at     timestamptz,
  published_on     date,
  withdrawn_at     timestamptz,
  fingerprint      text,
  audience         text[] not null constraint notice_audience_is_not_empty check (cardinality(audience) > 0),
  waits_for        text[] not null default '{}',   -- keys of those whose turn it is
  constraint notice_is_complete_when_sent check (status in ('draft', 'discarded') or (title <> '' and body <> '')),
  constraint notice_hidden_has_a_reason check (status in ('draft', 'discarded') or audience_kind = 'public' or audience_reason <> ''),
  constraint notice_public_is_published_by_ourselves check (status in ('draft', 'discarded') or audience_kind <> 'public' or attribute = 'own'),
  constraint notice_for_units_names_them check (status in ('draft', 'discarded') or audience_kind <> 'units' or cardinality(audience_unit_ids) > 0),
  constraint notice_is_valid_forwards check (status in ('draft', 'discarded') or valid_until is null or valid_from is null or valid_until >= valid_from),
  constraint notice_published_is_numbered check (
    (status in ('published', 'withdrawn', 'superseded'))
    = (index_number is not null and published_at is not null and published_on is not null and fingerprint is not null)),
  constraint notice_withdrawn_has_a_reason check ((status = 'withdrawn') = (withdraw_reason is not null and withdrawn_at is not null)),
  constraint notice_result_has_its_congress check ((case_id is null) = (congress_id is null))
);
create unique index notice_has_one_successor on notice (replaces_id) where status not in ('discarded', 'withdrawn');
create index notice_newest on notice (published_at desc, id desc) where status = 'published';
create index notice_by_category on notice (category, published_at desc) where status = 'published';
create index notice_by_unit on notice (unit_id, published_at desc);
create index notice_by_item on notice (catalogue_item, published_at desc) where status = 'published';
create index notice_by_audience on notice using gin (audience);
create index notice_by_turn on notice using gin (waits_for);

-- What was published is never changed: a change is a new version.
create function refuse_change_of_published_notice() returns trigger language plpgsql as $$
begin
  if old.published_at is null then
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' or (new.index_number, new.unit_id, new.category, new.title, new.body, new.document_number, new.document_date, new.audience_kind,
      new.audience_unit_ids, new.fingerprint, new.published_at, new.published_on)
      is distinct from (old.index_number, old.unit_id, old.category, old.title, old.body, old.document_number, old.document_date, old.audience_kind,
      old.audience_unit_ids, old.fingerprint, old.published_at, old.published_on) then
    raise exception 'a published notice is frozen';
  end if;
  return new;
end $$;
create trigger notice_published_is_frozen before update or delete on notice for each row execute function refuse_change_of_published_notice();
