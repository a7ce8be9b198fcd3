-- Texts by situation, channel and language. A version is never changed; a new one takes over when it is activated (MSG-3).
create table messaging.template (
    id           bigint generated always as identity primary key,
    wording      text        not null,
    channel      text        not null check (channel in ('INBOX', 'ALIMTALK', 'SMS', 'EMAIL')),
    language     text        not null check (language in ('ko', 'en')),
    version      int         not null check (version > 0),
    title        text        not null,
    body         text        not null,
    vendor_code  text check (length(vendor_code) <= 20),
    purpose      text        not null default 'INFORMATION' check (purpose = 'INFORMATION'),
    state        text        not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    made_by      text        not null,
    activated_by text,
    unique (wording, channel, language, version)
);
create unique index template_one_is_active on messaging.template (wording, channel, language) where state = 'ACTIVE';
