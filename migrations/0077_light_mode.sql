-- 简易模式: a small school does without seconders, delegations and review; its staff hand in suggestions.
alter table congress add column light boolean not null default false;
