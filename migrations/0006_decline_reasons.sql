-- Why a proposal was not filed: a managed list with wording for the public. A reason in use is retired, never deleted.
create table decline_reason (
  code     text primary key,
  position int not null,
  zh       text not null constraint decline_reason_has_chinese_wording check (zh <> ''),
  en       text not null constraint decline_reason_has_english_wording check (en <> ''),
  active   boolean not null default true
);

insert into decline_reason (position, code, zh, en) values
  (1, 'against_law', '与国家法律法规或有关政策不符', 'Against law or policy'),
  (2, 'outside_remit', '超出学校职权范围', 'Outside the school''s remit'),
  (3, 'party_matter', '属于党派、团体组织内部事务', 'A matter of a party, league or association'),
  (4, 'academic_question', '属于学术研讨问题', 'An academic question'),
  (5, 'dispute', '属于争议、诉讼或仲裁事项', 'A matter of dispute, litigation or arbitration'),
  (6, 'state_secret', '涉及国家秘密', 'Concerns a state secret'),
  (7, 'personal_matter', '属于个人诉求或举报，应通过其他渠道反映', 'A personal matter or a denunciation, which has other channels'),
  (8, 'own_unit', '提案人所在单位可以自行解决', 'Can be solved by the proposer''s own unit'),
  (9, 'already_solved', '已经解决或正在办理', 'Already solved or under way'),
  (10, 'no_conditions', '目前尚不具备办理条件', 'The conditions do not exist for now'),
  (11, 'no_measure', '没有具体的建议措施', 'No concrete measure is proposed'),
  (12, 'several_matters', '一案多事，应分开提出', 'More than one matter; each needs a proposal of its own'),
  (13, 'repeat', '与以往提案重复且无新的内容', 'Repeats an earlier proposal without anything new'),
  (14, 'seconders_missing', '附议人数不足或附议人不符合要求', 'Seconders are missing or not entitled'),
  (15, 'late', '超过提案征集期限', 'Late');
